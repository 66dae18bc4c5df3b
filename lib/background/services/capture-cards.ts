import { browser } from '../../browser';
import type { PageTask } from '../../messaging/send';

const SHOWN = 'shown-cards';
/** Most cards remembered; one is left behind where the user leaves a page without an answer. */
const MOST = 50;

/**
 * What may lie over the card takes the pointer, and paints no further than it does: its shadows, outlines, filters and
 * children end at its box, and nothing of it is there where it is inert and takes no pointer at all. The caption of a
 * table stands outside of its box, so that what is within takes the pointer as well. No pictures of a transition lie
 * over the page. As a style of the user no page overrules it, in closed shadow roots neither. Inertness is told to what
 * is within by a property whose name no page knows, so that none can register it for the document.
 */
function styleCovers(captureId: string): string {
  const cut = `--cut-${captureId}`;
  return `[inert]{${cut}:inset(50%)!important}
:popover-open,:fullscreen,::backdrop{pointer-events:auto!important;visibility:visible!important;clip-path:var(${cut},inset(0))!important}
:popover-open *,:popover-open ::slotted(*){pointer-events:auto!important}
::view-transition{display:none!important}`;
}

async function shownCards(): Promise<[captureId: string, tabId: number][]> {
  const stored = await browser.storage.session.get(SHOWN);
  return (stored[SHOWN] as [string, number][] | undefined) ?? [];
}

/**
 * A tab is about to show the card of a capture. Only Chromium can say whether a person really sees it. In Firefox a
 * page could lay something over it that lets clicks through; this makes such covers show up where the card looks for
 * them (SECURITY S1).
 */
export async function openCard(captureId: string, tabId: number): Promise<void> {
  const others = (await shownCards()).filter(([id]) => id !== captureId);
  await browser.storage.session.set({ [SHOWN]: [...others, [captureId, tabId]].slice(-MOST) });
  if (import.meta.env.FIREFOX)
    await browser.scripting.insertCSS({ target: { tabId }, origin: 'USER', css: styleCovers(captureId) });
}

/** A capture has its answer: its card goes away, if it is not where the answer came from, and its page has its ways back. */
export async function closeCard(captureId: string, answeredIn?: number): Promise<void> {
  const cards = await shownCards();
  const [, tabId] = cards.find(([id]) => id === captureId) ?? [];
  if (tabId === undefined) return;
  await browser.storage.session.set({ [SHOWN]: cards.filter(([id]) => id !== captureId) });
  try {
    if (import.meta.env.FIREFOX)
      await browser.scripting.removeCSS({ target: { tabId }, origin: 'USER', css: styleCovers(captureId) });
    const task: PageTask = { answered: captureId };
    if (tabId !== answeredIn) await browser.tabs.sendMessage(tabId, task, { frameId: 0 });
  } catch {
    // The tab is gone, or shows another page by now; the card went with it.
  }
}
