import { vocabulary } from '../providers/words/all';
import type { Words } from '../providers/words/words';
import { fold, isValue, shapeOf } from './shape';

/**
 * A text of a page with what the vocabulary knows of it. A known word is written as the term that found it, with its
 * kind (`‹app=app passw›`): the letters are ours, not the page's. Everything else is written as its shape.
 */

interface Term {
  kind: string;
  term: string;
  /** Finds it at one place of a text; sticky. */
  form: RegExp;
  /** How many letters it pins down, which is how unlikely a secret has it by chance. */
  letters: number;
  /** True where the word ends with it. */
  whole: boolean;
  /** True for what may begin inside a word. */
  free: boolean;
}

interface Span {
  start: number;
  end: number;
  said: string;
}

/** Signs of scripts that put no spaces between words. */
const RUNNING = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}]/u;
const LETTER = /[\p{L}\p{M}]/u;
const INNER = /[\p{L}\p{M}\p{N}]/u;
const BREAKS = /[\s'’ʼ`´‑–_-]/g;
/** More unknown words than this in one text are prose, of which a sketch says only how long it is. */
const PROSE = 8;
/** Longest text that words are looked for in. */
const LONGEST = 2_000;

function read(kind: string, written: string): Term {
  const free = written.startsWith('~') || RUNNING.test(written);
  const whole = written.endsWith('!');
  const bare = written.replace(/^~/, '').replace(/!$/, '');
  const source = bare
    .replace(/[.?^${}()[\]\\]/g, '\\$&')
    .replace(/\*/g, '[\\p{L}\\p{M}]*')
    .replace(/\+ ?/g, '[\\p{L}\\p{M}]*(?: +[^ ]+){0,3} +')
    .replace(/ (?!\+|\*)/g, ' +');
  const letters = bare.replace(/[^\p{L}]/gu, '').length;
  return { kind, term: written, form: new RegExp(source, 'uy'), letters, whole, free };
}

let byStart: Map<string, Term[]> | undefined;

/** Terms by what they begin with, so that few are tried at each place. */
function terms(): Map<string, Term[]> {
  if (byStart) return byStart;
  byStart = new Map();
  for (const words of Object.values(vocabulary)) {
    for (const [kind, list] of Object.entries(words satisfies Words) as [string, string][]) {
      for (const written of list.split('|').filter(Boolean)) {
        const term = read(kind, written);
        const start = written.replace(/^~/, '').slice(0, 1);
        byStart.set(start, [...(byStart.get(start) ?? []), term]);
      }
    }
  }
  return byStart;
}

/** The text as terms are written, character for character, so that places stay where they are. */
function lower(text: string): string {
  return [...text.replace(/İ/g, 'I').replace(BREAKS, ' ')]
    .map((character) => {
      const low = character.toLowerCase();
      return low.length === character.length ? low : character;
    })
    .join('');
}

/** The word around what a term found, as far as letters go. */
function wordAround(text: string, term: Term, start: number, end: number): [number, number] {
  let [from, to] = [start, end];
  if (RUNNING.test(term.term)) return [from, to];
  while (from > 0 && LETTER.test(text[from - 1] ?? '')) from--;
  while (to < text.length && LETTER.test(text[to] ?? '')) to++;
  return [from, to];
}

/**
 * True when the word is one that people write, and not a value that has these letters by chance: the shorter the
 * term, the less may stand around it; no digit touches it, and capitals stand first or everywhere.
 */
function isWord(text: string, term: Term, [from, to]: [number, number]): boolean {
  if (RUNNING.test(term.term)) return true;
  if (/\p{N}/u.test(text[from - 1] ?? '') || /\p{N}/u.test(text[to] ?? '')) return false;
  const word = text.slice(from, to);
  const more = word.replace(/[^\p{L}]/gu, '').length - term.letters;
  if (term.letters < 6 && !/[*+]/.test(term.term) && more > (term.letters < 4 ? 3 : 7)) return false;
  return word.split(BREAKS).every((part) => !/\p{Ll}\p{Lu}/u.test(part));
}

function longestAt(text: string, low: string, at: number): Span | undefined {
  const isStart = !INNER.test(text[at - 1] ?? '');
  let best: { term: Term; end: number } | undefined;
  for (const term of terms().get(low[at] ?? '') ?? []) {
    if (!isStart && !term.free) continue;
    term.form.lastIndex = at;
    const found = term.form.exec(low)?.[0];
    if (!found) continue;
    const end = at + found.length;
    if (term.whole && INNER.test(low[end] ?? '')) continue;
    if (best && end <= best.end) continue;
    if (isWord(text, term, wordAround(text, term, at, end))) best = { term, end };
  }
  if (!best) return undefined;
  const [start, end] = wordAround(text, best.term, at, best.end);
  return { start, end, said: `‹${best.term.kind}=${best.term.term}›` };
}

/** Where groups stand that may be a value, although some of them may be words by chance. */
function findValues(text: string): [start: number, end: number][] {
  const tokens = [...text.matchAll(/[^ ]+/g)].map(({ 0: { length }, index }) => ({ length, index }));
  const values: [number, number][] = [];
  let first = 0;
  tokens.forEach(({ length, index }, at) => {
    if (length !== tokens[first]?.length) first = at;
    const run = at - first + 1;
    if (isValue(text.slice(index, index + length))) values.push([index, index + length]);
    if (run > 3 && length > 2 && length < 9) values.push([tokens[first]?.index ?? 0, index + length]);
  });
  return values;
}

/** All known words of a text, from left to right, none inside another. */
function findWords(text: string): Span[] {
  const low = lower(text);
  const spans: Span[] = [];
  const values = findValues(text);
  for (let at = 0; at < low.length; at++) {
    const value = values.findLast(([from, to]) => at >= from && at < to);
    if (value) {
      at = value[1] - 1;
      continue;
    }
    const span = longestAt(text, low, at);
    if (!span || span.start < (spans.at(-1)?.end ?? 0)) continue;
    spans.push(span);
    at = span.end - 1;
  }
  return spans;
}

/** How many, roughly. */
function countWords(words: number): string {
  const bucket = [40, 20, 12, 8, 5].find((least) => words >= least);
  return `‹${bucket === undefined ? words : `${bucket}+`} words›`;
}

/** Of prose, unknown words in a row become their number; what has the form of a value keeps it. */
function shorten(text: string): string {
  const tokens = shapeOf(text).split(' ').filter(Boolean);
  if (isValue(fold(text)) || tokens.length < 3) return tokens.join(' ');
  return countWords(fold(text).split(' ').length);
}

/** What a sketch says of a text of the page. */
export function sketchText(text: string): string {
  const folded = fold(text.slice(0, LONGEST).normalize('NFKC'));
  if (folded === '') return '';
  const spans = isValue(folded) ? [] : findWords(folded);
  const isProse = folded.split(' ').length > PROSE;
  let said = '';
  let at = 0;
  for (const { start, end, said: word } of [
    ...spans,
    { start: folded.length, end: folded.length, said: '' },
  ]) {
    const between = folded.slice(at, start);
    const blanks = [/^ /.test(between) ? ' ' : '', / $/.test(between) ? ' ' : ''];
    said += between.trim()
      ? blanks[0] + (isProse ? shorten(between) : shapeOf(between)) + blanks[1]
      : blanks[0];
    said += word;
    at = end;
  }
  return said.trim() + (text.length > LONGEST ? ' ‹more›' : '');
}
