import type { Fact, SecretShape } from '../providers/provider';
import { type Alignment, align } from './paste/align';
import { GRAVE, type SlipKind, slipKinds } from './paste/slips';
import { lettersOf, reduce, type Tokens, tokenise } from './paste/tokens';
import type { PasteKind } from './reasons';

/** What surrounds the secret. */
const wraps = ['label-or-account-included', 'doubled-whole', 'quotes-around'] as const;
type Named = 'older-password' | 'other-entry';
type Wrap = (typeof wraps)[number];
/** The fact by which the provider no longer takes app passwords for what the entry is used for. */
type Ending = Pick<Fact, 'id' | 'date' | 'source'>;

/**
 * One thing found; it never holds a piece of the secret or of the pasted text.
 * `positions`, ascending, count the characters of the canonical form from 1: each is one typed wrongly, left out or
 * doubled, a separator, the place of superfluous ones (length + 1 after the last), or both of two swapped ones.
 * `extent`: a capital only as `first` letter, capitals for `all` letters typed, or else `some`.
 */
export type PasteFinding =
  | { kind: Exclude<PasteKind, Named | SlipKind | 'right-but-retired'> }
  | { kind: Exclude<SlipKind, 'wrong-case'>; positions: readonly number[] }
  | { kind: 'wrong-case'; extent: 'first' | 'all' | 'some'; positions: readonly number[] }
  | { kind: Named; id: string; label: string }
  | { kind: 'right-but-retired'; fact: Ending };

/** A secret that may have been taken for the right one. */
export interface OtherSecret {
  readonly id: string;
  /** What names it to the user. */
  readonly label: string;
  readonly canonical: string;
  /** What its own provider's sign-in ignores. */
  readonly ignored: SecretShape['ignored'];
}

export interface PasteQuestion {
  /** What the user pasted, as it came: not trimmed, not normalised. */
  readonly pasted: string;
  /** The secret as the provider shows it, and without what sign-in ignores. */
  readonly secret: { readonly shown: string; readonly canonical: string };
  /** Absent when the provider is not known: then every character counts. */
  readonly shape?: SecretShape | undefined;
  /** Empty when not known. */
  readonly account: string;
  readonly retired?: Ending | undefined;
  /** Secrets of entries that this one replaced. */
  readonly older: readonly OtherSecret[];
  readonly others: readonly OtherSecret[];
}

type Wraps = readonly Wrap[];
/** The slips between the secret and what remains (`typed`) when all that is `peeled` is taken away. */
type Explained = Alignment & { peeled: Wraps; typed: Tokens };

/** Longest pasted text, in UTF-16 units, that is looked at; anything longer is no app password. */
const LONGEST = 1000;

const dots = /([•●∙·⦁◦⚫⬤*＊∗]\s?){3,}/u;
const quoted = /^(\s*)["'`´“„‟”‘‚‛’«»‹›<([](.+)["'`´“„‟”‘‚‛’«»‹›>)\]](\s*)$/su;
const joints = /^[\s:;,|/]+|[\s:;,|/]+$/g;

/**
 * Compares what a client refused with the secret and names the slips that turn one into the other, in the order of
 * `pasteKinds`, each kind once; never empty. A kind that begins with `right` appears only when what sign-in looks at
 * is the secret, character for character. Another secret is named only when the text is exactly that one.
 */
export function checkPaste(question: PasteQuestion): PasteFinding[] {
  const { pasted, secret, shape, retired, older, others } = question;
  if (pasted.length > LONGEST) return [{ kind: 'not-of-this-form' }];
  const sent = strip(pasted, shape?.ignored);
  if (sent !== '' && sent === secret.canonical) {
    const right: PasteFinding = { kind: sent === pasted ? 'right' : 'right-with-separators' };
    const late: PasteFinding[] = retired ? [{ kind: 'right-but-retired', fact: retired }] : [];
    return retired && sent === pasted ? late : [...late, right];
  }
  const named = [...nameEqual('older-password', pasted, older), ...nameEqual('other-entry', pasted, others)];
  if (named.length > 0) return named;

  const wanted = tokenise(secret.canonical);
  const found = explain(pasted, wanted, question, []);
  if (found) return describe(found, wanted);
  const typed = tokenise(pasted, shape?.ignored);
  if (typed.every(({ noise }) => noise && noise !== 'hyphen-inside')) return [{ kind: 'empty' }];
  if (dots.test(pasted) && !dots.test(secret.canonical)) return [{ kind: 'masked' }];
  return [{ kind: isOfForm(lettersOf(typed), secret.shown, shape) ? 'different' : 'not-of-this-form' }];
}

function strip(text: string, ignored = ''): string {
  return [...text].filter((character) => !ignored.includes(character)).join('');
}

function nameEqual(kind: Named, pasted: string, secrets: readonly OtherSecret[]): PasteFinding[] {
  const equal = secrets.filter((one) => one.canonical !== '' && strip(pasted, one.ignored) === one.canonical);
  return equal.map(({ id, label }) => ({ kind, id, label }));
}

/** Finds the cheapest explanation of a text, or of what remains when things around the secret are taken away. */
function explain(text: string, wanted: Tokens, asked: PasteQuestion, peeled: Wraps): Explained | undefined {
  const typed = tokenise(text, asked.shape?.ignored);
  const found = align(typed, wanted);
  let best: Explained | undefined = found && { ...found, peeled, typed };
  for (const [kind, cost, rest] of peel(text, lettersOf(typed), lettersOf(wanted), asked.account)) {
    const inner = peeled.includes(kind) ? undefined : explain(rest, wanted, asked, [...peeled, kind]);
    if (inner && inner.cost + cost < (best?.cost ?? Number.POSITIVE_INFINITY))
      best = { ...inner, cost: inner.cost + cost };
  }
  return best;
}

/** Lists what could be taken away around the secret, with its cost and with the text that remains. */
function peel(text: string, typed: Tokens, wanted: Tokens, account: string): [Wrap, number, string][] {
  const rests: [Wrap, number, string][] = [];
  const add = (kind: Wrap, cost: number, rest = '') => rest && rests.push([kind, cost, rest]);
  const cut = (from: number, to: number) => text.slice(typed[from]?.from, typed[to - 1]?.to);
  add('quotes-around', GRAVE / 2, quoted.exec(text)?.slice(1).join(''));
  const keys = typed.map(reduce);
  const half = keys.length / 2;
  const isTwice = half >= 4 && keys.every((key, place) => key === keys[(place + half) % keys.length]);
  if (isTwice) add('doubled-whole', GRAVE / 2, cut(0, half));
  add('label-or-account-included', GRAVE / 2, /^[^:=]{1,60}[:=]\s*(.+)$/su.exec(text)?.[1]);
  const found = account.length < 3 ? -1 : text.toLowerCase().indexOf(account.toLowerCase());
  const rest = text.slice(0, found) + text.slice(found + account.length);
  if (found >= 0) add('label-or-account-included', GRAVE / 2, rest.replace(joints, ''));
  // Any other words cost more than the two superfluous characters that are named as such.
  const goal = wanted.map(reduce);
  const start = keys.findIndex((_, from) => goal.every((key, place) => key === keys[from + place]));
  if (start >= 0) add('label-or-account-included', 2.5 * GRAVE, cut(start, start + goal.length));
  return rests;
}

function describe({ slips, peeled, typed }: Explained, wanted: Tokens): PasteFinding[] {
  const findings: PasteFinding[] = wraps.filter((kind) => peeled.includes(kind)).map((kind) => ({ kind }));
  for (const kind of slipKinds) {
    const positions = [...new Set(slips.filter((slip) => slip.kind === kind).map(({ at }) => at))];
    if (positions.length === 0) continue;
    if (kind !== 'wrong-case') findings.push({ kind, positions });
    else findings.push({ kind, extent: measureCase(typed, wanted, positions), positions });
  }
  return findings;
}

function measureCase(typed: Tokens, wanted: Tokens, positions: readonly number[]) {
  const first = wanted.findIndex(({ plain }) => /\p{L}/u.test(plain));
  const onlyFirst = positions.length === 1 && positions[0] === first + 1;
  if (onlyFirst && /\p{Ll}/u.test(wanted[first]?.plain ?? '')) return 'first';
  return typed.some(({ plain }) => /\p{Ll}/u.test(plain)) ? 'some' : 'all';
}

/** Whether letters could be a secret as the provider shows it, but for their case and two more or fewer. */
function isOfForm(letters: Tokens, shown: string, shape: SecretShape | undefined): boolean {
  const wanted = tokenise(shown);
  // A form that the secret itself does not have says nothing.
  if (!shape || shown.search(shape.shown) < 0) return true;
  if (letters.length === 0 || Math.abs(lettersOf(wanted).length - letters.length) > 2) return false;
  let next = 0;
  const filled = wanted.map(({ raw, noise }) => (noise ? raw : letters[next++ % letters.length]?.plain));
  const form = filled.join('');
  return [form, form.toLowerCase(), form.toUpperCase()].some((one) => one.search(shape.shown) >= 0);
}
