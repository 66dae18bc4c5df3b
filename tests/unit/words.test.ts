import { describe, expect, it } from 'vitest';
import { listTexts } from './components/messages';
import { readTree } from './source-tree';

/** Words that docs/glossary.md and the style of the texts rule out, each with what is said instead. */
const banned: readonly [word: RegExp, instead: string][] = [
  [/\b(?:no|some|every)body\b|\bwhoever\b/i, 'you, Spare Key, the provider, your organisation, someone'],
  [/\banew\b/i, 'again, new'],
  [/\bblanks?\b/i, 'space'],
  [/\b(?:take[sn]?|took|taking) (?:it |them |this )?back\b/i, 'undo, revoke'],
  [/\bunsa(?:y|id)\b/i, 'undo'],
  [/\bmend(?:s|ed|ing)?\b/i, 'fix, restore, repair'],
  [/\bstands\b/i, 'is'],
  [/\bout there\b|\b(?:is|are) out\b/i, 'at the provider'],
  [/\bprogram(?:me)?s?\b/i, 'app'],
  [/\bkeys? (?:is|are|can)\b/, 'app password'],
  [/\bhand(?:s|ed|ing)? (?:it |them )?(?:over|to)\b/i, 'send to'],
  [/\b(?:catch|catches|caught)\b/i, 'capture'],
  [/\bgone\b/i, 'missing, revoked'],
  [/\b(?:go|goes|went) on\b/i, 'keeps, still'],
  [/\b(?:make|makes|made|making)\b/i, 'create'],
  [/\bby hand\b/i, 'manually'],
  [/\blook on\b/i, 'scan'],
  [/\bkey of the vault\b/i, 'vault key'],
  [/\be-mail\b/i, 'email'],
  [/\b(?:please|sorry|oops)\b|!(?=\s|$)/i, 'nothing'],
  [/\bnpx\b|\bnpm\b/i, 'the name of what we ship'],
];

/** Words with which a label cannot end, because something has to follow; nor a sentence with a name in place of its end. */
const JOINING = [
  'a an the of to for from with by at in on until than and or is are was were has have that as',
  'into under about before after since',
]
  .join(' ')
  .replaceAll(' ', '|');
const DANGLING = new RegExp(`\\b(?:${JOINING})…?$|\\b(?:is|are) \\$\\d\\.?$`, 'i');

/** Facts and help explain, and may join two thoughts. */
const explains = (key: string): boolean => /^(?:fact|help)/.test(key);
/** Parts of a list, of a date, or of nothing that people read, which other texts or `Intl` put in their place. */
const isPart = (key: string): boolean => key === 'locale' || key === 'age.now' || key.startsWith('part.');
/** Names that begin with a small letter. */
const NAMES = /^(?:authentik)\b/;

/** What is wrong with a text; the first thing only. */
function findFault(key: string, text: string): string | undefined {
  const [, instead] = banned.find(([word]) => word.test(text)) ?? [];
  if (instead !== undefined) return `has a word that is ruled out; say: ${instead}`;
  if (text.includes(';') && !explains(key)) return 'joins two thoughts with a semicolon';
  const sentences = text.split(/(?<=[.?!])\s+/);
  const long = sentences.find((sentence) => sentence.split(/\s+/).length > 20);
  if (long !== undefined) return `has a sentence of more than 20 words: ${long}`;
  if (isPart(key)) return undefined;
  if (text === '') return 'is empty';
  if (text.endsWith(':') || text.endsWith(',')) return 'needs another text to be whole';
  if (DANGLING.test(text)) return 'ends where something has to follow';
  if (/^[a-z,.)]/.test(text) && !NAMES.test(text)) return 'begins like the rest of another text';
  if (sentences.length > 1 && !/[.?!”…)]$/.test(text)) return 'has a sentence without an end';
  return undefined;
}

describe('the texts of the interface', () => {
  const texts = listTexts();

  it('are whole, short and in our words', () => {
    const faults = texts.flatMap(([key, text]) => {
      const fault = findFault(key.split(' ')[0] ?? '', text);
      return fault === undefined ? [] : [`${key} ${fault}`];
    });
    expect(faults).toEqual([]);
    expect(texts.length).toBeGreaterThan(700);
  });

  it.each([
    ['review.lead', 'Nobody needs it.', 'ruled out'],
    ['paste.blank_at_end', 'There is a blank after it.', 'ruled out'],
    ['state.needless', '1 key is out that you do not need.', 'ruled out'],
    ['card.kept', 'Kept; it is in your vault.', 'semicolon'],
    ['undo.saved', `${'word '.repeat(21)}end.`, 'more than 20 words'],
    ['export.leftBehind', 'Left behind:', 'needs another text'],
    ['field.protocols', 'Used for', 'something has to follow'],
    ['warning.recordMissing', 'Missing from the disk is $1.', 'something has to follow'],
    ['import.unfit', 'too long for an app password', 'rest of another text'],
  ])('would be refused: %s “%s”', (key, text, fault) => {
    expect(findFault(key, text)).toContain(fault);
  });
});

/** How a button begins; "Always watch" begins with its second word. */
const VERBS = [
  'add allow ask cancel change check choose clear close confirm connect continue copy create',
  'discard edit erase export find go help hide import keep link lock mark open plan preview print',
  'remind remove replace restore review revoke save scan send set show stop try undo unlink unlock',
  'watch',
]
  .join(' ')
  .replaceAll(' ', '|');
const VERB_FIRST = new RegExp(`^(?:${VERBS})\\b`, 'i');
/** The answer that browsers and systems offer in these words. */
const usual = ['card.later'];
/** Buttons whose texts other code than a component puts on them. */
const elsewhere = [
  'card.save',
  'card.later',
  'card.close',
  'card.copy',
  'background.review',
  'background.later',
];
/** A button, a link that looks like one, and what is handed to a component as the text of its button. */
const BUTTONS = [
  /<button\b[\s\S]*?<\/button>/g,
  /<a\b[^>]*?class="button[\s\S]*?<\/a>/g,
  /\baction=\{[^}]*\}/g,
  /make(?:Choice|Opener)\([^)]*\)/g,
  /words: i18n\.t\('[^']+'\), choose/g,
];
/** What stands inside a button's handler, or in its place for a while, and is no button's name. */
const PASSING = /(?:busy|opied|unnamed|\.report)$/;

describe('the buttons', () => {
  const sources = [...readTree('components', 'entrypoints').values()];
  const keys = new Set(elsewhere);
  for (const source of sources)
    for (const pattern of BUTTONS)
      for (const [button] of source.matchAll(pattern))
        for (const [, key = ''] of button.matchAll(/i18n\.t\(\s*'([^']+)'/g))
          if (!PASSING.test(key)) keys.add(key);

  it('say what they do, verb first', () => {
    const named = listTexts().filter(([key]) => keys.has(key.split(' ')[0] ?? ''));
    const nameless = named.filter(
      ([key, text]) => !VERB_FIRST.test(text.replace(/^Always /, '')) && !usual.includes(key),
    );
    expect(nameless).toEqual([]);
    expect(named.length).toBeGreaterThan(100);
  });
});

describe('what the bridge prints', () => {
  it('is in our words, and sends people to no command of others', () => {
    const said = [...readTree('native-host')].flatMap(([path, source]) =>
      // Texts that begin a sentence or a line of help; not what a line of code has between two of its quotes.
      [...source.matchAll(/(?<=[\s([:])'((?:[\w“-]|\$\{)[^'\n]* [^'\n]*)'|(?<=[\s([:])`([^`]*)`/g)].map(
        ([, plain, template]) => [path, (plain ?? template ?? '').replace(/\$\{[^}]*\}/g, '$1')] as const,
      ),
    );
    // `npm run bridge` is ours, and how the bridge is started where it was built.
    const words = banned.filter(([word]) => !word.test('npm'));
    const faults = said.filter(([, text]) => /\bnpx\b/.test(text) || words.some(([word]) => word.test(text)));
    expect(faults).toEqual([]);
    expect(said.length).toBeGreaterThan(50);
  });
});
