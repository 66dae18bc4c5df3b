import { labelKinds } from './inventions.ts';
import { type Random, random } from './random.ts';
import {
  accountPlaces,
  containers,
  copyControls,
  namings,
  neighbours,
  places,
  timings,
  titles,
} from './scene.ts';
import type { Site } from './site.ts';
import { sites } from './sites.ts';
import { languages } from './words/all.ts';

/** Every dimension of a scene, and its values. `bare` scenes have no secret, and of the others only what they need. */
export const dimensions = {
  shows: ['secret', 'secret', 'secret', 'nothing'],
  provider: sites.map(({ provider }) => provider),
  kit: [] as string[],
  language: Object.keys(languages),
  place: places,
  container: containers,
  title: titles,
  naming: namings,
  timing: [
    ...timings,
    // A scene that lasts three seconds is made less often.
    ...timings.filter((timing) => timing !== 'remounted'),
  ],
  neighbour: neighbours,
  copy: copyControls,
  tooltip: ['yes', 'no'],
  account: accountPlaces,
  label: labelKinds,
  asked: ['yes', 'no'],
} satisfies Record<string, readonly string[]>;

export type Choice = Record<keyof typeof dimensions, string>;
const names = Object.keys(dimensions) as (keyof typeof dimensions)[];

export function siteOf(choice: Choice): Site {
  const site = sites.find(({ provider }) => provider === choice.provider);
  if (site === undefined) throw new Error(`No site for ${choice.provider}`);
  return site;
}

const INVISIBLE = ['hidden-copy', 'transparent-copy', 'clipped-copy', 'off-screen-copy'];

/** Nothing of these can be in one scene. */
function contradicts(choice: Choice): boolean {
  const { place, copy, naming, timing, container, title, label } = choice;
  if (place === 'beside-button' && copy === 'none') return true;
  if (timing === 'error-first' && naming === 'none') return true;
  if (timing === 'remounted' && container !== 'dialog' && container !== 'panel') return true;
  // A portal is not in the page before it is shown.
  if (timing === 'class-shown' && (container === 'dialog' || container === 'panel')) return true;
  if (timing === 'class-shown' && place === 'property') return true;
  if (naming === 'earlier-step-reload' && timing === 'spinner') return true;
  // A section that unfolds is headed by what one clicks.
  if (container === 'unfold' && title === 'none') return true;
  return naming === 'none' ? label !== 'usual' : false;
}

/** What a scene without a secret, or a site, leaves no choice in. */
function settle(choice: Choice): Choice {
  const settled = { ...choice };
  const site = siteOf(choice);
  if (settled.shows === 'nothing') {
    Object.assign(settled, { naming: 'none', timing: 'at-once', place: 'none', label: 'none' });
    return settled;
  }
  if (site.nameless === true) Object.assign(settled, { naming: 'none', label: 'usual' });
  if (site.draft === true) {
    Object.assign(settled, { place: 'input', naming: 'same-page', copy: 'none' });
    if (!['at-once', 'error-first'].includes(settled.timing)) settled.timing = 'at-once';
    if (settled.container === 'panel') settled.container = 'dialog';
  }
  if (
    site.names !== undefined &&
    ['own-script', 'other-script', 'one-letter', 'marks'].includes(settled.label)
  ) {
    settled.label = 'long';
  }
  return settled;
}

function draw(chance: Random, kits: readonly string[], shows: string): Choice {
  for (;;) {
    const choice = {} as Choice;
    for (const name of names) {
      choice[name] = name === 'kit' ? '' : chance.pick<string>(dimensions[name]);
    }
    choice.shows = shows;
    // An unknown site takes every kit, so that it is drawn as often as four others.
    if (chance.once(7)) choice.provider = 'unknown';
    if (chance.once(12)) choice.provider = 'microsoft-work';
    const site = siteOf(choice);
    const own = site.kits.filter((kit) => kits.includes(kit));
    choice.kit = chance.pick(own);
    // Plain pages can be of every site, and would be a third of all.
    if (choice.kit === 'plain') choice.kit = chance.pick(own);
    if (site.hosted === undefined) choice.asked = chance.once(8) ? 'yes' : 'no';
    if (site.hosted === 'asked') choice.asked = 'yes';
    const settled = settle(choice);
    if (settled.shows === 'nothing' || !contradicts(settled)) return settled;
  }
}

/** Choices as they come, without regard to what was met before: what can be. */
export function* anyChoices(seed: number, kits: readonly string[]): Generator<Choice> {
  const chance = random(seed, 3);
  for (;;) yield draw(chance, kits, chance.pick(dimensions.shows));
}

/** Every two values that a choice brings together. */
export function pairs(choice: Choice): string[] {
  const found: string[] = [];
  names.forEach((one, at) => {
    for (const other of names.slice(at + 1)) found.push(`${one}=${choice[one]}&${other}=${choice[other]}`);
  });
  return found;
}

/**
 * Choices without end: each is the one of a dozen random ones that has most pairs of values which were not met yet, so
 * that every pair that can be is met early.
 */
export function* choices(seed: number, kits: readonly string[]): Generator<Choice> {
  const met = new Set<string>();
  for (let index = 0; ; index += 1) {
    const chance = random(seed, index, 1);
    // Not among what is compared: a scene with a secret brings more pairs together.
    const shows = chance.pick(dimensions.shows);
    let best: { choice: Choice; fresh: string[] } | undefined;
    for (let candidate = 0; candidate < 12; candidate += 1) {
      const choice = draw(chance, kits, shows);
      const fresh = pairs(choice).filter((pair) => !met.has(pair));
      if (best === undefined || fresh.length > best.fresh.length) best = { choice, fresh };
    }
    if (best === undefined) return;
    for (const pair of best.fresh) met.add(pair);
    yield best.choice;
  }
}

export function isInvisible(neighbour: string): boolean {
  return INVISIBLE.includes(neighbour);
}
