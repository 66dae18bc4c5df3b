import { inventNeighbour } from './around.ts';
import { type Choice, choices, siteOf } from './choose.ts';
import { inventAccount, inventDate, inventHost, inventLabel, type LabelKind } from './inventions.ts';
import { type Random, random } from './random.ts';
import type {
  AccountPlace,
  Container,
  CopyControl,
  Neighbour,
  Scene,
  Step,
  Timing,
  TitleForm,
} from './scene.ts';
import type { Site } from './site.ts';
import { type Made, stepsOfRefusal, stepsOfSecret } from './steps.ts';
import { languages } from './words/all.ts';
import type { Words } from './words/words.ts';

/** Kits that are built. */
export const kits: readonly string[] = [
  'plain',
  'wiz',
  'fluent8',
  'fluent9',
  'fluent-web',
  'radix',
  'nextcloud8',
  'nextcloud9',
  'react-native',
  'bootstrap',
  'wordpress',
  'owncloud',
  'opencloud',
];

/** Scenes without end; the same seed makes the same scenes. */
export function* scenes(seed: number): Generator<Scene> {
  let index = 0;
  for (const choice of choices(seed, kits)) {
    yield makeScene(`${seed}/${index}`, choice, random(seed, index, 2));
    index += 1;
  }
}

function wordsOf(language: string): Words {
  const words = languages[language];
  if (words === undefined) throw new Error(`No words in ${language}`);
  return words;
}

function address(site: Site, choice: Choice, account: string, chance: Random): string {
  const path = chance.pick(site.urls);
  const url = new URL(path.startsWith('/') ? `https://${inventHost(chance)}${path}` : path);
  if (choice.account === 'address') url.searchParams.set('login_hint', account);
  return url.href;
}

function makeScene(id: string, choice: Choice, chance: Random): Scene {
  const site = siteOf(choice);
  const words = wordsOf(choice.language);
  const account = inventAccount(chance);
  const made =
    choice.shows === 'secret'
      ? stepsOfSecret(choice, site, words, account, chance)
      : bare(choice, site, words, account, chance);
  const asked = choice.asked === 'yes';
  return {
    id,
    provider: site.as ?? site.provider,
    kit: choice.kit,
    variant: chance.below(2 ** 16),
    url: address(site, choice, account, chance),
    language: choice.language,
    title: site.title,
    brand: site.brand,
    dimensions: { ...choice },
    timing: choice.timing as Timing,
    asked,
    account,
    accountPlace: choice.account as AccountPlace,
    accountWords: words.account.replace('{account}', account),
    steps: made.steps,
    reloads: made.reloads,
    beside: choice.shows === 'secret' ? beside(choice, site, words, chance) : [],
    expect: {
      secrets: made.secrets.map((one) => (choice.account === 'none' ? one : { ...one, account })),
    },
  };
}

/** What stands beside a real secret; it is never in the way of a click. */
function beside(choice: Choice, site: Site, words: Words, chance: Random) {
  if (choice.neighbour === 'none') return [];
  const wanted = {
    neighbour: choice.neighbour as Neighbour,
    container: 'inline' as const,
    titleForm: chance.pick(['heading', 'heading', 'aria-labelledby', 'none'] as const),
    copy: chance.pick(['none', 'text', 'icon'] as const),
    done: '',
    form: chance.pick(site.forms),
  };
  return [inventNeighbour(wanted, words, chance)];
}

/** A page of the provider's without a secret: what exists already, and something that only looks like one. */
function bare(choice: Choice, site: Site, words: Words, account: string, chance: Random): Made {
  if (site.draft === true && choice.neighbour === 'none')
    return stepsOfRefusal(choice, site, words, account, chance);
  const list: Step = {
    kind: 'list',
    title: chance.pick(words.lists),
    rows: Array.from({ length: chance.below(4) }, () => ({
      label: inventLabel(
        chance.pick(['usual', 'own-script', 'like-a-secret', 'like-groups'] as LabelKind[]),
        words.labels,
        chance,
      ),
      created: inventDate(chance, choice.language),
    })),
    add: chance.pick(words.add),
    remove: chance.pick(words.remove),
  };
  const container = choice.container as Container;
  if (choice.neighbour === 'none') {
    const naming: Step = {
      kind: 'naming',
      title: words.add[0] ?? '',
      titleForm: choice.title as TitleForm,
      container,
      field: chance.pick(words.fields),
      value: inventLabel('like-a-secret', words.labels, chance),
      give: 'type',
      next: chance.pick(words.next),
      back: words.back,
    };
    // The user thinks better of it.
    return { steps: site.nameless === true ? [list] : [list, naming], reloads: [], secrets: [] };
  }
  const other = inventNeighbour(
    {
      neighbour: choice.neighbour as Neighbour,
      container,
      titleForm: choice.title as TitleForm,
      copy: choice.copy as CopyControl,
      done: chance.pick(words.done),
      form: chance.pick(site.forms),
    },
    words,
    chance,
  );
  return { steps: [list, other], reloads: [], secrets: [] };
}
