import { browser } from '../../browser';
import { AppError } from '../../errors';
import type { Response } from '../../messaging/protocol';
import type { Handlers } from '../../messaging/serve';
import { hostOf } from '../../providers';
import { providers } from '../../providers/all';
import { drawHere } from '../../sketch/in-page';
import { isSketch } from '../../sketch/sketch';
import type { Services } from '../services';

type SketchMessage = Extract<keyof Handlers, `sketch.${string}`>;
type Kept = Response<'sketch.get'>['last'];

/** In memory only: it is gone when the browser closes, or when its owner throws it away. */
const SKETCH = 'page-sketch';
const FILE = '/assets/draw-sketch.js' as '/content-scripts/capture.js';

/** @throws AppError `site-unreadable` where the browser lets no extension in */
async function drawTab(tabId: number): Promise<unknown> {
  const hosts = [...new Set(providers.flatMap(({ matches }) => matches.map(hostOf)))];
  try {
    const tab = await browser.tabs.get(tabId);
    if (tab.incognito) throw new Error('private window');
    await browser.scripting.executeScript({ target: { tabId }, files: [FILE] });
    const [made] = await browser.scripting.executeScript({
      target: { tabId },
      func: drawHere,
      args: [hosts],
    });
    return made?.result;
  } catch (cause) {
    throw new AppError('site-unreadable', 'no way into the tab', { cause });
  }
}

/** The sketch of a page that the user wants to pass on; no vault is needed for it. */
export function sketchHandlers({
  openPage,
  now,
}: Pick<Services, 'openPage' | 'now'>): Pick<Handlers, SketchMessage> {
  return {
    'sketch.draw': async ({ tabId }) => {
      // What does not fit the form is not shown, no matter what made it.
      const sketch = await drawTab(tabId);
      if (!isSketch(sketch)) throw new AppError('bug', 'a sketch of another form');
      const last: Kept = { sketch, drawn: now(), tabId };
      await browser.storage.session.set({ [SKETCH]: last });
      await openPage('/app.html#/sketch');
      return {};
    },
    'sketch.get': async () => {
      const last = (await browser.storage.session.get(SKETCH))[SKETCH] as Kept;
      return last ? { last } : {};
    },
    'sketch.drop': async () => {
      await browser.storage.session.remove(SKETCH);
      return {};
    },
  };
}
