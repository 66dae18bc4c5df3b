import type { Kind, Learned, Sought } from '../words/words';
import type { FormName } from './forms';
import type { MarkName } from './marks';
import type { GROUPS } from './weights';

/**
 * Finds the words of the vocabulary in a text. A page is handed the words by the background, because as a script they
 * would be the larger part of what it loads; until then nothing says anything. Terms are looked for one by one: one
 * regular expression of them all would take longer to make than a page takes to read.
 */

export type { Kind };

/** By which marks the parts of a page are known (`marks.ts`), once they were learnt. */
export const marks = {} as Record<MarkName, string>;
const known = new Map<Kind, Sought>();
let languages: readonly string[] = [];
const weights = new Map<string, number>();
let pairs = '';
let rows = '';
/** Answers that were given before; a page says the same again and again. */
const answers = new Map<string, boolean>();
const MOST_ANSWERS = 2_000;
const forms = new Map<string, RegExp>();
const sources = new Map<string, string>();

/** Takes in the words of all languages. */
export function learn(learned: Learned): void {
  languages = learned.languages;
  for (const { name, weight } of learned.weights) weights.set(name, weight);
  for (const { name, selector } of learned.marks) marks[name as MarkName] = selector;
  learnLetters(learned);
  for (const sought of learned.sought) known.set(sought.kind as Kind, sought);
}

/** Takes in what is known of letters alone, for callers that read no page. */
export function learnLetters(learned: Pick<Learned, 'pairs' | 'rows' | 'forms'>): void {
  for (const { name, source } of learned.forms) sources.set(name, source);
  pairs = learned.pairs;
  rows = learned.rows;
}

/** What observations weigh together: of a secret, or of the field for a name; or how many are of one group. */
export function sumOf(
  whose: 'text' | 'field' | keyof typeof GROUPS,
  observations: readonly string[],
): number {
  return observations.reduce((total, one) => total + (weights.get(`${whose}.${one}`) ?? 0), 0);
}

function formOf(source: string): RegExp {
  const form = forms.get(source) ?? new RegExp(source, 'gu');
  forms.set(source, form);
  return form;
}

/** True when a text has this form; false as long as no form was learnt. */
export function hasForm(form: FormName, text: string): boolean {
  const source = sources.get(form);
  return source !== undefined && text.search(formOf(source)) >= 0;
}

/** Where a text has this form, with the groups of each; nowhere as long as no form was learnt. */
export function matchesIn(form: FormName, text: string): readonly RegExpMatchArray[] {
  return [...text.matchAll(formOf(sources.get(form) ?? '$^'))];
}

/** The groups of the form in a text that has it, after the whole; none where it has not. */
export function partsIn(form: FormName, text: string): readonly string[] {
  return matchesIn(form, text)[0] ?? [];
}

/** Where a term begins a word of the text; -1 where it does not. */
function startOf(text: string, term: string): number {
  let at = text.indexOf(term);
  while (at > 0 && /[\p{L}\p{N}]/u.test(text[at - 1] ?? '')) at = text.indexOf(term, at + 1);
  return at;
}

/** True when a spelled text has one of the words. */
export function finds({ bound, free, forms: more }: Sought, text: string): boolean {
  return (
    bound.some((term) => startOf(text, term) >= 0) ||
    free.some((term) => text.includes(term)) ||
    more.some(({ head, source }) => text.includes(head) && text.search(formOf(source)) >= 0)
  );
}

/** True when a spelled text has a word of this kind, in any language. */
export function says(kind: Kind, spelled: string): boolean {
  const sought = known.get(kind);
  if (!sought || !spelled) return false;
  const key = `${kind} ${spelled}`;
  const answer = answers.get(key) ?? finds(sought, spelled);
  if (answers.size > MOST_ANSWERS) answers.clear();
  answers.set(key, answer);
  return answer;
}

/** A spelled text without its words of one kind: the token in "app passwords / tokens" is none. */
export function without(kind: Kind, spelled: string): string {
  const sought = known.get(kind);
  if (!sought || !says(kind, spelled)) return spelled;
  let rest = spelled;
  for (const { head, source } of sought.forms)
    if (rest.includes(head)) rest = rest.replace(formOf(source), '');
  for (const term of sought.free) rest = rest.replaceAll(term, '');
  for (const term of sought.bound)
    for (let at = startOf(rest, term); at >= 0; at = startOf(rest, term))
      rest = rest.slice(0, at) + rest.slice(at + term.length);
  return rest;
}

/** True for signs as they stand side by side on keyboards, or count on. */
export function isRow(text: string): boolean {
  return rows.includes(text);
}

/** How much likelier the second of two letters (a to z) follows the first in words than by chance, in powers of two. */
export function likelihoodOf(first: string, second: string): number {
  const place = first.charCodeAt(0) * 26 + second.charCodeAt(0) - 27 * 97;
  return Number(pairs[place] ?? 6) - 6;
}

/** True for a language tag (BCP 47) whose language has a vocabulary. */
export function isLanguageKnown(tag: string): boolean {
  const [language = ''] = tag.toLowerCase().split('-');
  return languages.some((one) => one.split('-')[0] === language);
}
