import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkPaste, type PasteQuestion } from '../../../lib/review/paste-check';
import { pasteKinds } from '../../../lib/review/reasons';
import { cases } from '../cases';
import { spentOn } from '../spent';

const az = 'abcdefghijklmnopqrstuvwxyz';
const all = `${az}${az.toUpperCase()}0123456789`;
/** A form of secrets, by an invented one, the characters it is made of, and those that sign-in ignores. */
function form(example: string, alphabet: string, ignored: '' | ' ' | '-') {
  const shown = new RegExp(`^${example.replace(/[^ -]+/g, ({ length }) => `[${alphabet}]{${length}}`)}$`);
  return { example, alphabet, shape: { shown, ignored } };
}
type Form = ReturnType<typeof form>;
const plain = form('vjqmskwxhzrbntyd', az, '');
const blanks = form('vjqm skwx hzrb ntyd', az, ' ');
const hyphens = form('vjqm-skwx-hzrb-ntyd', az, '-');
const long = form('v0QM s1wX h5Rb Nt8d uGKz 3ecf', all, ' ');
const uneven = form('vjq0m-skw1-hz5b-nt8d-uge', `${az}0123456789`, '');
const mixed = form('vJq0M-Skw1l-hZ5bR-Nt8Bd-uGecf', all, '');

const strip = (text: string, ignored: string) => [...text].filter((one) => !ignored.includes(one)).join('');
const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, i) => from + i);
const at = (kind: string, ...positions: number[]) => ({ kind, positions });
const bare = (kind: string) => ({ kind });
const cased = (extent: string, ...positions: number[]) => ({ kind: 'wrong-case', extent, positions });
const surrounded = bare('label-or-account-included');

const account = 'anna.berg@post.example';
const own: string[] = ['kind', 'fact', 'positions', 'extent', 'first', 'all', 'some', ...pasteKinds];
type More = Partial<PasteQuestion>;
/** Asks, and refuses answers with words that are neither of our own nor names that came in. */
function ask(shape: Form['shape'] | undefined, shown: string, pasted: string, more: More = {}) {
  const secret = { shown, canonical: strip(shown, shape?.ignored ?? '') };
  const findings = checkPaste({ pasted, secret, shape, account, older: [], others: [], ...more });
  const given = JSON.stringify([more.older, more.others, more.retired]);
  const words = JSON.stringify(findings).match(/"[^"]*"/g) ?? [];
  expect(words.filter((word) => !own.includes(word.slice(1, -1)) && !given.includes(word))).toEqual([]);
  return findings;
}

describe('names the slip', () => {
  it.each<[string, Form, string, ...object[]]>([
    ['right', plain, 'vjqmskwxhzrbntyd', bare('right')],
    ['as shown, blanks ignored', blanks, 'vjqm skwx hzrb ntyd', bare('right-with-separators')],
    ['without its blanks', blanks, 'vjqmskwxhzrbntyd', bare('right')],
    ['as shown, hyphens ignored', hyphens, 'vjqm-skwx-hzrb-ntyd', bare('right-with-separators')],
    ['hyphens count', uneven, 'vjq0mskw1hz5bnt8duge', at('separators-matter', 6, 11, 16, 21)],
    ['no blanks', uneven, 'vjq0m skw1 hz5b nt8d uge', at('separators-matter', 6, 11, 16, 21)],
    ['a dash for a hyphen', uneven, 'vjq0m–skw1-hz5b-nt8d-uge', at('separators-matter', 6)],
    ['blank before', plain, ' vjqmskwxhzrbntyd', at('blank-at-start', 1)],
    ['blank after', hyphens, 'vjqm-skwx-hzrb-ntyd ', at('blank-at-end', 17)],
    ['blanks inside', plain, 'vjqm skwx hzrb ntyd', at('blank-inside', 5, 9, 13)],
    ['hyphens inside', blanks, 'vjqm-skwx-hzrb-ntyd', at('hyphen-inside', 5, 9, 13)],
    ['line break', blanks, 'vjqm skwx hzrb ntyd\r\n', at('line-break', 17)],
    ['zero width', plain, 'vjqm\u200bskwxhzrbntyd', at('invisible-character', 5)],
    ['no-break blanks', blanks, 'vjqm\u00a0skwx hzrb ntyd', at('invisible-character', 5)],
    ['a capital by a phone', blanks, 'Vjqm skwx hzrb ntyd', cased('first', 1)],
    ['all capitals', plain, 'VJQMSKWXHZRBNTYD', cased('all', ...range(1, 16))],
    ['some capitals', plain, 'vJqmSkwxhzrbntyd', cased('some', 2, 5)],
    ['O for 0, l for 1', long, 'vOQMslwXh5RbNt8duGKz3ecf', at('look-alike', 2, 6)],
    ['S for 5, B for 8', mixed, 'vJq0M-Skw1l-hZSbR-NtBBd-uGecf', at('look-alike', 15, 21)],
    ['Cyrillic e, wide c', long, 'v0QMs1wXh5RbNt8duGKz3еｃf', at('look-alike', 22, 23)],
    ['one missing', blanks, 'vjqm skx hzrb ntyd', at('character-missing', 7)],
    ['a group missing', long, 'v0QM s1wX Nt8d uGKz 3ecf', at('character-missing', 9, 10, 11, 12)],
    ['one twice', plain, 'vjqqmskwxhzrbntyd', at('character-doubled', 3)],
    ['one too many', plain, 'vjqmfskwxhzrbntyd', at('character-extra', 5)],
    ['two exchanged', blanks, 'vjqmkswxhzrbntyd', at('characters-swapped', 5, 6)],
    ['one wrong', mixed, 'vJq0M-Skw1l-hZ5bR-Nt8Bd-uGecx', at('one-character-wrong', 29)],
    ['two wrong', blanks, 'vjqm skyx hzrb nayd', at('one-character-wrong', 7, 14)],
    ['start cut off', uneven, 'skw1-hz5b-nt8d-uge', at('start-missing', ...range(1, 6))],
    ['end cut off', blanks, 'vjqm skwx hz', at('end-missing', ...range(11, 16))],
    ['pasted twice', blanks, 'vjqm skwx hzrb ntydvjqm skwx hzrb ntyd', bare('doubled-whole')],
    ['quotes', plain, '“vjqmskwxhzrbntyd”', bare('quotes-around')],
    ['label', hyphens, 'Password: vjqm-skwx-hzrb-ntyd', surrounded],
    ['other words', blanks, 'I typed vjqm skwx hzrb ntyd there', surrounded],
    ['account', uneven, `${account} vjq0m-skw1-hz5b-nt8d-uge`, surrounded],
    ['dots', plain, '••••••••••••••••', bare('masked')],
    ['another of this form', blanks, 'abcd efgh ijkl mnop', bare('different')],
    ['an ordinary password', plain, 'Sommer-2024!', bare('not-of-this-form')],
    ['nothing', plain, ' \n', bare('empty')],
    ['far too much', blanks, `vjqm skwx hzrb ntyd${' '.repeat(1000)}`, bare('not-of-this-form')],
    ['blank after, capitals', plain, 'VJQmskwxhzrbntyd ', at('blank-at-end', 17), cased('some', 1, 2, 3)],
    ['label, quotes', plain, 'My: "vjqmskwxhzrbntyd"', surrounded, bare('quotes-around')],
    ['label, start missing', plain, 'Password: jqmskwxhzrbntyd', surrounded, at('start-missing', 1)],
    ['exchanged', plain, 'vjMQskwxhzrbntyd', cased('some', 3, 4), at('characters-swapped', 3, 4)],
    ['blank, cut off', plain, 'vjqmskwxhzrb ', at('blank-at-end', 17), at('end-missing', ...range(13, 16))],
  ])('%s', (_, { shape, example }, pasted, ...expected) => {
    expect(ask(shape, example, pasted)).toEqual(expected);
  });

  const { shape } = blanks;

  it('right, but the provider no longer takes it', () => {
    const retired = { id: 'example_mail_off', date: '2027-03-01', source: 'https://mail.example/news' };
    const late = { kind: 'right-but-retired', fact: retired };
    const answer = (pasted: string) => ask(shape, 'vjqm skwx', pasted, { retired }).map(({ kind }) => kind);
    expect(ask(shape, 'vjqm skwx', 'vjqmskwx', { retired })).toEqual([late]);
    expect(answer('vjqm skwx')).toEqual(['right-but-retired', 'right-with-separators']);
    expect(answer('vjqm skw')).toEqual(['end-missing']);
  });

  it('another secret only when it is exactly that one', () => {
    const one = { id: 'entry-001', label: 'May 2025', canonical: 'abcdefghijklmnop', ignored: ' ' } as const;
    const { id, label } = one;
    const answer = (pasted: string, more: More) => ask(shape, 'vjqm skwx', pasted, more);
    expect(answer('abcd efgh ijkl mnop', { older: [one] })).toEqual([{ kind: 'older-password', id, label }]);
    expect(answer('abcdefghijklmnop', { others: [one] })).toEqual([{ kind: 'other-entry', id, label }]);
    expect(answer('Abcdefghijklmnop', { others: [one], older: [one] })).toEqual([bare('different')]);
    expect(answer('vjqmskwx', { others: [{ ...one, canonical: 'vjqmskwx' }] })).toEqual([bare('right')]);
    expect(ask(shape, '', '', { others: [{ ...one, canonical: '' }] })).toEqual([bare('empty')]);
  });

  it('where the provider is not known, every character counts as it is composed', () => {
    expect(ask(undefined, 'vjqm skwx', 'vjqmskwx')).toEqual([at('separators-matter', 5)]);
    expect(ask(undefined, 'vjqm skwx', 'Sommer-2024!')).toEqual([bare('different')]);
    expect(ask(undefined, 'pässwort', 'pässwort'.normalize('NFD'))).toEqual([at('look-alike', 2)]);
  });

  it.each([
    ['letters', 'a'.repeat(200), 'a'.repeat(199)],
    ['nearly twice', 'ab'.repeat(50), `"a: ${'ab'.repeat(100)}"`],
    ['quotes', 'a'.repeat(200), '"'.repeat(999)],
    ['blanks', 'a'.repeat(200), `"${' '.repeat(990)}`],
    ['hardly found', `${'a'.repeat(199)}b`, 'a'.repeat(1000)],
  ])('in bounded time: %s', (_, shown, pasted) => {
    expect(spentOn(() => ask(undefined, shown, pasted))).toBeLessThan(2000);
  });
});

/**
 * A random secret of a form, with whole numbers below `n`, and a place with letters before and after it: beside a
 * separator, what stands there could be on either side.
 */
type Sample = { form: Form; shown: string; text: string; pick: (n: number) => number; place: number };
/** What is pasted, and every answer that is true of it; nothing when this secret has no place for the slip. */
type Slip = (sample: Sample) => [pasted: string, ...allowed: object[][]] | undefined;

const allForms = fc.constantFrom(plain, blanks, hyphens, long, uneven, mixed);
const samples = fc.tuple(allForms, fc.infiniteStream(fc.nat(9999)));
function read([form, numbers]: [Form, Iterator<number>]): Sample {
  const pick = (n: number) => numbers.next().value % Math.max(1, Math.floor(n));
  const shown = form.example.replace(/[^ -]/g, () => form.alphabet.charAt(pick(form.alphabet.length)));
  const text = strip(shown, form.shape.ignored);
  const places = range(2, text.length).filter((p) => !`${text[p - 2]}${text[p - 1]}`.includes('-'));
  return { form, shown, text, pick, place: places[pick(places.length)] ?? 2 };
}

const put = (text: string, place: number, part: string, gone = 0) =>
  text.slice(0, place - 1) + part + text.slice(place - 1 + gone);
const isLike = (a: string | undefined, b: string) => a?.toLowerCase() === b.toLowerCase();
const halves = ['0O', '0o', '1l', '1I', '1i', 'lI', 'li', '2Z', '2z', '5S', '5s', '8B'];
const pairs = halves.flatMap((pair) => [pair, `${pair[1]}${pair[0]}`]);

function recase(text: string, typed: string): ReturnType<Slip> {
  const wrong = range(1, text.length).filter((p) => text[p - 1] !== typed[p - 1]);
  const first = 1 + text.search(/[a-z]/i);
  const isFirst = `${wrong}` === `${first}` && /[a-z]/.test(text.charAt(first - 1));
  const extent = isFirst ? 'first' : /[a-z]/.test(typed) ? 'some' : 'all';
  return [typed, wrong.length ? [cased(extent, ...wrong)] : [bare('right')]];
}

/** Allows every run that can be the one left out: "aab" without its first or its second letter is the same. */
function leaveOut({ text }: Sample, from: number, most: number): ReturnType<Slip> {
  const size = Math.min(most, text.length - from + 1);
  // A separator left out alone is another slip.
  if (size === 1 && text[from - 1] === '-') return undefined;
  const pasted = put(text, from, '', size);
  const starts = range(1, pasted.length + 1).filter((p) => put(text, p, '', size) === pasted);
  const name = (p: number) => (p === 1 ? 'start' : p === text.length - size + 1 ? 'end' : 'character');
  return [pasted, ...starts.map((p) => [at(`${name(p)}-missing`, ...range(p, p + size - 1))])];
}

/** Allows every place where the letter can have come in, and beside its like, in either case, names it doubled. */
function bringIn({ text }: Sample, place: number, letter: string): ReturnType<Slip> {
  const pasted = put(text, place, letter);
  const places = range(1, pasted.length).filter((p) => put(pasted, p, '', 1) === text);
  const answers = places.flatMap((p) => {
    const twins = [p - 1, p].filter((q) => isLike(text[q - 1], letter));
    return twins.length ? twins.map((q) => [at('character-doubled', q)]) : [[at('character-extra', p)]];
  });
  return [pasted, ...answers];
}

const unseen = '\u200b\ufeff\u00ad\u200f\u00a0\u2060\ufe0f\u3000';
const noises = { 'blank-inside': '\t', 'hyphen-inside': '–−', 'line-break': '\n\r' };
const intruders = Object.entries({ ...noises, 'invisible-character': unseen }).flatMap(([kind, parts]) =>
  [...parts].map((part): [string, Slip] => [
    `intruder ${part.charCodeAt(0)}`,
    ({ text, place }) => [put(text, place, part), [at(kind, place)]],
  ]),
);

const slips: Record<string, Slip> = {
  ...Object.fromEntries(intruders),
  nothing: ({ text }) => [text, [bare('right')]],
  shown: ({ text, shown }) => [shown, [bare(shown === text ? 'right' : 'right-with-separators')]],
  tabBefore: ({ text }) => [`\t${text}`, [at('blank-at-start', 1)]],
  tabAfter: ({ text }) => [`${text}\t`, [at('blank-at-end', text.length + 1)]],
  firstCapital: ({ text }) => recase(text, text.charAt(0).toUpperCase() + text.slice(1)),
  allCapitals: ({ text }) => recase(text, text.toUpperCase()),
  someCapitals: ({ text, pick }) => {
    const capitals = text.replace(/[a-z]/g, (one) => (pick(3) ? one : one.toUpperCase()));
    return recase(text, capitals);
  },
  lookAlike: ({ text, pick }) => {
    const [a = '', b = ''] = pairs[pick(pairs.length)] ?? '';
    const place = 1 + text.indexOf(a);
    return place ? [put(text, place, b, 1), [at('look-alike', place)]] : undefined;
  },
  wideLetter: ({ text, place }) => {
    const wide = String.fromCharCode(text.charCodeAt(place - 1) + 0xfee0);
    return [put(text, place, wide, 1), [at('look-alike', place)]];
  },
  missing: (sample) => leaveOut(sample, 1 + sample.pick(sample.text.length), 1),
  groupMissing: (sample) => leaveOut(sample, 1 + sample.pick(sample.text.length - 3), 4),
  startMissing: (sample) => leaveOut(sample, 1, 1 + sample.pick(sample.text.length / 2)),
  endMissing: (sample) => leaveOut(sample, sample.text.length - sample.pick(sample.text.length / 2), 99),
  doubled: (sample) => bringIn(sample, sample.place, sample.text.charAt(sample.place - 1)),
  extra: (s) => bringIn(s, 1 + s.pick(s.text.length + 1), all.charAt(s.pick(all.length))),
  wrong: ({ text, place, pick }) => {
    const [a, b] = [text.charAt(place - 1), all.charAt(pick(all.length))];
    const typed = put(text, place, b, 1);
    // Wrong case and look-alikes have names of their own.
    if (isLike(a, b)) return recase(text, typed);
    return [typed, [at(pairs.includes(a + b) ? 'look-alike' : 'one-character-wrong', place)]];
  },
  swapped: ({ text, place }) => {
    const [a, b] = [text.charAt(place - 2), text.charAt(place - 1)];
    const typed = put(text, place - 1, b + a, 2);
    // Two equal letters exchanged are still right; two that differ by case or are look-alikes have those names.
    if (isLike(a, b)) return recase(text, typed);
    return [typed, [at(pairs.includes(a + b) ? 'look-alike' : 'characters-swapped', place - 1, place)]];
  },
  separators: ({ text }) => {
    const places = range(1, text.length).filter((p) => text[p - 1] === '-');
    return [strip(text, '-'), [places.length ? at('separators-matter', ...places) : bare('right')]];
  },
  twice: ({ shown }) => [`${shown}\n${shown}`, [bare('doubled-whole')]],
  quotes: ({ shown }) => [`'${shown}'`, [bare('quotes-around')]],
  label: ({ shown }) => [`App password: ${shown}`, [surrounded]],
  account: ({ shown }) => [`${shown} / ${account}`, [surrounded]],
  words: ({ shown }) => [`use ${shown} there`, [surrounded]],
  dots: ({ text }) => ['•'.repeat(text.length), [bare('masked')]],
  ordinary: () => ['Sommer-2024!', [bare('not-of-this-form')]],
  none: () => [' \u200b\n', [bare('empty')]],
  // Made only of characters that the secret does not have, nor their like.
  different: ({ form, text, pick }) => {
    const isTaken = (b: string) => [...text].some((a) => isLike(a, b) || pairs.includes(a + b));
    const free = [...form.alphabet].filter((one) => !isTaken(one));
    return [text.replace(/[^-]/g, () => free[pick(free.length)] ?? 'a'), [bare('different')]];
  },
  // Several at once: each is named, in the order to fix them.
  capitalsAndTab: ({ text }) => {
    const [typed = '', answer = []] = recase(text, text.toUpperCase()) ?? [];
    return typed === text ? undefined : [`${typed}\t`, [at('blank-at-end', text.length + 1), ...answer]];
  },
  quotedAndWrong: ({ text, place }) => {
    return [`"${put(text, place, '%', 1)}"`, [bare('quotes-around'), at('one-character-wrong', place)]];
  },
};

describe('for any secret', () => {
  it('names random slips rightly', () => {
    fc.assert(
      fc.property(samples, fc.constantFrom(...Object.keys(slips)), (source, name) => {
        const sample = read(source);
        const [pasted, ...allowed] = slips[name]?.(sample) ?? [];
        if (pasted === undefined) return;
        expect(allowed).toContainEqual(ask(sample.form.shape, sample.shown, pasted));
      }),
      { numRuns: cases(10_000) },
    );
  });

  it('says right exactly when what is sent is the secret, no matter what is pasted', () => {
    const parts = fc.constantFrom(...' -\n\u200b\u0301ﬁOl":а•', '');
    const edits = fc.array(fc.tuple(fc.integer({ min: 1, max: 30 }), parts, fc.nat(2)), { maxLength: 4 });
    const anything = fc.option(fc.string({ unit: 'binary' }), { freq: 9 });
    fc.assert(
      fc.property(samples, samples, edits, anything, (source, another, list, text) => {
        const [{ form, shown }, other] = [read(source), read(another)];
        const { ignored } = other.form.shape;
        const older = [{ id: 'entry-001', label: 'May 2025', canonical: other.text, ignored }];
        const near = list.reduce((typed, [place, part, gone]) => put(typed, place, part, gone), shown);
        for (const pasted of [near, text ?? '', other.shown]) {
          const kinds = ask(form.shape, shown, pasted, { older }).map(({ kind }) => kind);
          const isRight = strip(pasted, form.shape.ignored) === strip(shown, form.shape.ignored);
          const isOlder = !isRight && strip(pasted, ignored) === other.text;
          expect(kinds.some((kind) => kind.startsWith('right'))).toBe(isRight);
          expect(kinds.includes('older-password')).toBe(isOlder);
          expect(kinds.length).toBeGreaterThan(0);
          expect(kinds).toEqual(pasteKinds.filter((kind) => kinds.includes(kind)));
        }
      }),
      { numRuns: cases(10_000) },
    );
  });
});
