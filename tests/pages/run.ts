import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import puppeteer, { type Browser } from 'puppeteer';
import { type Bundle, bundleKit, bundleReader, here } from './bundle.ts';
import { type Played, play } from './driver.ts';
import { scenes } from './plan.ts';
import type { Scene } from './scene.ts';
import { lastLine, score, table } from './score.ts';
import { type Cost, Tab } from './tab.ts';

export interface Wanted {
  seed: number;
  count: number;
  kit?: string;
  provider?: string;
  /** Number of one scene. */
  only?: number;
}

/** Tabs at once: a scene is mostly waiting, as people are. */
const TABS = 8;

const OUT = join(here, '../../.output/pages');

/** The first scenes of a seed that are wanted. */
export function choose({ seed, count, kit, provider, only }: Wanted): Scene[] {
  const chosen: Scene[] = [];
  let looked = 0;
  for (const scene of scenes(seed)) {
    looked += 1;
    if (only !== undefined) {
      if (looked - 1 === only) return [scene];
      continue;
    }
    const fits = (kit ?? scene.kit) === scene.kit && (provider ?? scene.provider) === scene.provider;
    if (fits) chosen.push(scene);
    if (chosen.length >= count || looked >= count * 60) return chosen;
  }
  return chosen;
}

/** How the browser is begun. */
export const BROWSER_FLAGS = [
  '--no-sandbox',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // Tabs share processes, and none is begun in advance: a third less to do.
  '--disable-site-isolation-trials',
  '--renderer-process-limit=8',
  '--disable-features=SpareRendererForSitePerProcess',
  // A page may ask for any address; no request leaves this computer.
  '--host-resolver-rules=MAP * ~NOTFOUND',
];

/** Pages are drawn once: making their scripts faster costs a quarter more than it saves, except when measured. */
const NO_OPTIMISING = '--js-flags=--no-opt';

function launch({ browser, costs }: Options): Promise<Browser> {
  const args = costs ? BROWSER_FLAGS : [...BROWSER_FLAGS, NO_OPTIMISING];
  return puppeteer.launch({ executablePath: browser, headless: true, pipe: true, args });
}

export interface Options {
  /** Where the browser is. */
  browser: string;
  tabs?: number;
  show?: boolean;
  /** Takes what the readings of one tab took. */
  costs?: (costs: readonly Cost[]) => void;
  progress?: (done: number, of: number) => void;
}

/** Plays all scenes, a kit after the other, in several tabs at once. */
export async function playAll(wanted: readonly Scene[], options: Options): Promise<Played[]> {
  const reader = await bundleReader();
  const bundles = new Map<string, Bundle>();
  for (const kit of new Set(wanted.map((scene) => scene.kit))) bundles.set(kit, await bundleKit(kit));
  const browser = await launch(options);
  const queue = wanted.toSorted((one, other) => one.kit.localeCompare(other.kit));
  const played: Played[] = [];
  try {
    const work = async () => {
      const tab = await Tab.open(browser, reader);
      for (let scene = queue.shift(); scene !== undefined; scene = queue.shift()) {
        const bundle = bundles.get(scene.kit);
        if (bundle === undefined) continue;
        const current = scene;
        const watch = options.show === true ? (name: string) => keep(tab, current, name) : undefined;
        played.push(await play(tab, scene, bundle, watch));
        options.progress?.(played.length, wanted.length);
      }
      options.costs?.(tab.costs);
    };
    await Promise.all(Array.from({ length: options.tabs ?? TABS }, work));
  } finally {
    await browser.close();
  }
  return played;
}

/** A picture of the page and its HTML, so that a person can look at it. */
async function keep(tab: Tab, scene: Scene, name: string): Promise<void> {
  mkdirSync(OUT, { recursive: true });
  const file = join(OUT, `${scene.id.replace('/', '-')}-${scene.kit}-${name}`);
  writeFileSync(`${file}.png`, await tab.picture());
  const html = await tab.ask<string>(
    'document.documentElement.getHTML({ serializableShadowRoots: true, shadowRoots: [...document.querySelectorAll("*")].flatMap((element) => element.shadowRoot ?? []) })',
  );
  writeFileSync(`${file}.html`, `<!-- ${scene.url} -->\n${html}`);
}

/** What reading cost the pages: the first reading of a document, in which the browser translates what it runs, apart. */
function describeCosts(costs: readonly Cost[]): string {
  const at = (times: readonly number[], part: number) =>
    (times.toSorted((one, other) => one - other)[Math.floor((times.length - 1) * part)] ?? 0).toFixed(1);
  const say = (times: readonly number[]) =>
    `half within ${at(times, 0.5)} ms, 99 of 100 within ${at(times, 0.99)} ms, the longest ${at(times, 1)} ms`;
  const timesOf = (some: readonly Cost[]) => some.map(({ time }) => time);
  const first = timesOf(costs.filter(({ number }) => number === 0));
  const later = timesOf(costs.filter(({ number }) => number > 0));
  return [
    `the first reading of ${first.length} documents: ${say(first)}`,
    `${later.length} later readings: ${say(later)}; ${later.filter((time) => time > 16).length} took more than 16 ms`,
  ].join('\n');
}

/** The command line. */
export async function main(parameters: Record<string, string | undefined>, browser: string): Promise<number> {
  const [seed, only] = (parameters['only'] ?? '').split('/');
  const wanted: Wanted = {
    seed: Number(seed || parameters['seed'] || 1),
    count: Number(parameters['count'] ?? 300),
    ...(only === undefined ? {} : { only: Number(only) }),
    ...(parameters['kit'] === undefined ? {} : { kit: parameters['kit'] }),
    ...(parameters['provider'] === undefined ? {} : { provider: parameters['provider'] }),
  };
  const chosen = choose(wanted);
  const begun = performance.now();
  const costs: Cost[] = [];
  const played = await playAll(chosen, {
    browser,
    ...(parameters['tabs'] === undefined ? {} : { tabs: Number(parameters['tabs']) }),
    costs: (some) => costs.push(...some),
    show: parameters['show'] !== undefined,
    progress: (done, of) => done % 200 === 0 && console.error(`${done} of ${of}`),
  });
  const seconds = (performance.now() - begun) / 1000;
  const result = score(played);
  console.log(table(result.byValue).join('\n'));
  console.log('');
  for (const { id, what, detail, scene } of result.misses) {
    const { provider, kit, language, dimensions } = scene;
    const where = `${dimensions['place']} ${dimensions['container']} ${dimensions['naming']} ${dimensions['timing']} ${dimensions['neighbour']}`;
    console.log(`${id} ${what}: ${detail} (${provider} ${kit} ${language}: ${where})`);
  }
  for (const { id, kit, reason } of result.broken)
    console.log(`${id} could not be played (${kit}): ${reason}`);
  if (parameters['json'] !== undefined) {
    const { all, byValue, misses, broken } = result;
    const lean = misses.map(({ scene, ...miss }) => ({
      ...miss,
      provider: scene.provider,
      ...scene.dimensions,
    }));
    writeFileSync(
      parameters['json'],
      JSON.stringify({ all, byValue: Object.fromEntries(byValue), misses: lean, broken }, null, 1),
    );
  }
  console.log('');
  console.log(
    `${played.length} scenes in ${seconds.toFixed(1)} s, ${(seconds / Math.max(1, played.length)).toFixed(2)} s each; ${result.broken.length} could not be played`,
  );
  console.log(describeCosts(costs));
  console.log(lastLine(result.all));
  return result.broken.length === 0 ? 0 : 1;
}
