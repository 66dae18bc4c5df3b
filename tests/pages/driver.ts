import { setTimeout as sleep } from 'node:timers/promises';
import type { Bundle } from './bundle.ts';
import type { Report } from './reader.ts';
import type { Scene, Step } from './scene.ts';
import type { Tab } from './tab.ts';

export interface Played {
  scene: Scene;
  reports: Report[];
  /** Why the scene could not be played: the generator's fault, and counted for nothing. */
  broken?: string;
}

/** Time that a person takes at least before the next click, in ms. */
const PAUSE = 40;
/** How long the reader may take for what is on the page. */
const READ = 400;

interface Point {
  x: number;
  y: number;
}

/** Called while something can be seen; for pictures. */
export type Watcher = (name: string) => Promise<void>;

/** Plays a scene as a person would, and says what the reader reported. */
export async function play(tab: Tab, scene: Scene, bundle: Bundle, watch?: Watcher): Promise<Played> {
  tab.begin();
  try {
    await tab.next(scene, 0, scene.kit, bundle);
    await tab.load(scene.url);
    for (const [index, step] of scene.steps.entries()) await playStep(tab, scene, index, step, bundle, watch);
    // What comes late, and what a finished page may be mistaken for.
    await tab.pass(120);
    await watch?.('end');
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { scene, reports: tab.reports, broken: [reason, ...tab.errors].join(' | ') };
  }
  const [error] = tab.errors;
  return error === undefined
    ? { scene, reports: tab.reports }
    : { scene, reports: tab.reports, broken: error };
}

async function playStep(tab: Tab, scene: Scene, index: number, step: Step, bundle: Bundle, watch?: Watcher) {
  if (step.kind === 'spinner') return;
  if (!(await tab.ask<boolean>(`spareKeyStage.shown(${index}, 12000)`)))
    throw new Error(`Step ${index} did not come`);
  await watch?.(`${index}-${step.kind}`);
  const last = index === scene.steps.length - 1;
  const press = async (word: string) => {
    const reloads = scene.reloads.includes(index + 1);
    if (reloads) await tab.next(scene, index + 1, scene.kit, bundle);
    // A person who sees that nothing happens clicks again.
    for (let attempt = 0; attempt < 3; attempt += 1) {
      await sleep(PAUSE);
      const point = await tab.ask<Point | undefined>(`spareKeyStage.button(${JSON.stringify(word)})`);
      if (point === undefined) throw new Error(`No button "${word}" in step ${index} (${step.kind})`);
      const loaded = reloads ? tab.whenLoaded(4000) : undefined;
      await tab.click(point);
      if (await (loaded ?? tab.ask<boolean>(`spareKeyStage.left(${index}, 1500)`))) return;
    }
    throw new Error(`Clicking "${word}" in step ${index} (${step.kind}) does nothing`);
  };
  switch (step.kind) {
    case 'list':
      if (last) return look(tab, scene, 0);
      return press(step.add);
    case 'naming':
      await name(tab, scene, index, step);
      if (!last) return press(step.next);
      await look(tab, scene, 0);
      return step.back === undefined ? undefined : press(step.back);
    case 'error':
      if (last) return look(tab, scene, 0);
      return press(step.again);
    case 'other':
      await look(tab, scene, 0);
      return step.done === '' ? undefined : press(step.done);
    case 'result':
      if (step.draft !== undefined) {
        await typeIn(tab, scene, index, step.draft.value);
        await look(tab, scene, 0);
        await press(step.done);
        // It counts once it was sent and taken.
        return last ? wait(tab, 1, step.secret) : undefined;
      }
      await look(tab, scene, scene.expect.secrets.length === 0 ? 0 : 1, step.secret);
      if (scene.variant % 3 === 0 && step.copy !== 'none' && step.copy !== 'icon')
        await copy(tab, step.copyWord);
      return step.done === '' ? undefined : press(step.done);
  }
}

async function name(tab: Tab, scene: Scene, index: number, step: Extract<Step, { kind: 'naming' }>) {
  if (step.give === 'preset') return;
  if (step.give === 'type') return typeIn(tab, scene, index, step.value);
  const point = await tab.ask<Point | undefined>(`spareKeyStage.button(${JSON.stringify(step.value)})`);
  if (point === undefined) throw new Error(`No suggestion "${step.value}" in step ${index}`);
  await sleep(PAUSE);
  await tab.click(point);
}

async function typeIn(tab: Tab, scene: Scene, index: number, text: string) {
  const point = await tab.ask<Point | undefined>(`spareKeyStage.field(${index})`);
  if (point === undefined) throw new Error(`No field in step ${index}`);
  await sleep(PAUSE);
  await tab.click(point);
  await tab.type(text, scene.variant % 8 === 0 && text.length < 12);
}

/** Some people copy; the control is found where it has words. */
async function copy(tab: Tab, word: string) {
  const point = await tab.ask<Point | undefined>(`spareKeyStage.button(${JSON.stringify(word)}, 150)`);
  if (point !== undefined) await tab.click(point);
}

/** Waits until the reader has said what is there, or had the time to. */
async function look(tab: Tab, scene: Scene, wanted: number, secret = '') {
  if (scene.asked) {
    await sleep(PAUSE);
    await tab.inWorld('spareKeyLook?.()');
  }
  await wait(tab, wanted, secret);
}

async function wait(tab: Tab, wanted: number, secret: string) {
  // Counted by the page's own clock, so that a busy computer is no excuse and no handicap.
  const time = tab.pass(wanted === 0 ? READ * 0.6 : READ);
  const isThere = () =>
    wanted > 0 &&
    tab.reports.some((report) => report.type === 'fresh' && bare(report.secret) === bare(secret));
  let isOver = false;
  void time.then(() => {
    isOver = true;
  });
  while (!isOver && !isThere()) await sleep(10);
}

/** Spaces and dashes between groups are the page's. */
export function bare(secret: string): string {
  return secret.replace(/\s+/g, '');
}
