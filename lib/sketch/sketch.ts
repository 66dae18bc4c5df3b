import * as z from 'zod/mini';
import { addresses, enumerated, flags, linkKinds, names, references, styles, texts } from './attributes';

/**
 * A sketch of a page, version 1: its structure, line by line, without anything that it says. A user who sees a
 * page that Spare Key cannot read may send one; it is checked here before use, because it may come from a stranger.
 */

/** Most lines, and the deepest. */
export const MOST_LINES = 4_000;
const DEEPEST = 200;

/** A word of the vocabulary, or what a text is. */
const TERM = '‹[^‹›@]{1,90}›';
/** A run of letters and digits: its script, its classes and its length. */
const RUN = '(?:[A-Z][a-z]{3})?(?:Xx|xX|x|X|o)?9?[#~]?:\\d{1,3}\\+?';
const SIGN = '[-_.,:;/@#+=*•()[\\]!?\'"&%…–—|<>’“”„«» ¤]';
/** A text by its shape, and by terms of the vocabulary; `shape.ts` and `words.ts` say how it is written. */
const NOTATION = new RegExp(`^(?:${TERM}|${RUN}|${SIGN})*$`, 'u');
/** A name made of interface words, or its shape in braces. */
const NAME = /^[A-Za-z0-9:._-]{1,80}$/;

const isNotation = (text: string) => NOTATION.test(text);
const isName = (text: string) =>
  text.split(' ').every((one) => NAME.test(one) || /^\+\d{1,3}$/.test(one)) ||
  (/^\{.*\}$/.test(text) && isNotation(text.slice(1, -1)));
const isPath = (path: string) => /^[/#]/.test(path) && path.split(/[/?&=#!]/).every(isPart);
const isPart = (part: string) =>
  part === '' || NAME.test(part) || (/^\{.*\}$/.test(part) && isNotation(part.slice(1, -1)));

const text = z.string().check(z.maxLength(4_000), z.refine(isNotation));
const name = z.string().check(z.maxLength(400), z.refine(isName));
const among = (values: readonly string[]) => z.string().check(z.refine((value) => values.includes(value)));
const count = z.number().check(z.int(), z.minimum(0), z.maximum(1_000_000));
/** A line that others point to. */
const lineNumber = z.number().check(z.int(), z.minimum(1), z.maximum(MOST_LINES));

type Attribute = ReturnType<typeof z.string>;
const attributes: Record<string, Attribute> = Object.fromEntries([
  ...Object.entries(enumerated).map(([key, values]) => [key, among(['', ...values.split(' ')])] as const),
  ...flags.map((key) => [key, among([''])] as const),
  ...texts.map((key) => [key, text] as const),
  ...names.map((key) => [key, name] as const),
  ...references.map((key) => [key, z.string().check(z.regex(/^\d{1,4}(?: \d{1,4}){0,9}$/))] as const),
  ...Object.entries(addresses).map(
    ([key, kinds]) => [key, among([...kinds.map(([kind]) => kind), 'other:'])] as const,
  ),
  [
    'style',
    z
      .string()
      .check(z.refine((value) => value.split(';').every((one) => styles.some(([said]) => said === one)))),
  ],
  ['value', text],
  [
    'href',
    z.string().check(
      z.maxLength(400),
      z.refine((path) => path === 'other:' || linkKinds.some(([kind]) => kind === path) || isPath(path)),
    ),
  ],
]);

/** One line: an element, a text, or how many elements like those before were left out. */
const Line = z.strictObject({
  /** How far inside: 0 for the page itself. */
  depth: z.number().check(z.int(), z.minimum(0), z.maximum(DEEPEST)),
  tag: z.optional(
    z.string().check(z.regex(/^(?:[a-z][a-z0-9]{0,11}|[a-z]+(?:-[a-z]*)+|\{\})$/), z.maxLength(60)),
  ),
  /** Set where other lines point to this one. */
  line: z.optional(lineNumber),
  attributes: z.optional(
    z.strictObject(
      Object.fromEntries(Object.entries(attributes).map(([key, kind]) => [key, z.optional(kind)])),
    ),
  ),
  /** Names of other attributes, whose values are not said. */
  others: z.optional(z.array(z.string().check(z.regex(NAME))).check(z.maxLength(20))),
  /** What follows inside is in an open shadow root. */
  shadow: z.optional(z.literal(true)),
  /** It stands in a slot, and in the page below the host of that slot. */
  slotted: z.optional(z.literal(true)),
  /** The browser does not show it. */
  unseen: z.optional(z.literal(true)),
  text: z.optional(text),
  more: z.optional(count),
});

export const Sketch = z.strictObject({
  /** The version of this form. */
  spareKeySketch: z.literal(1),
  /** A host of the register, else `self-hosted.example`. */
  host: z.string().check(z.regex(/^[a-z0-9.-]{1,80}$/)),
  /** The path and what follows it; parts that are not interface words by their shape. */
  path: z.string().check(
    z.maxLength(400),
    z.refine((path) => path.startsWith('/') && isPath(path)),
  ),
  /** How much of the page is not in here. */
  left: z.strictObject({
    /** Words and values of which only the shape is said. */
    texts: count,
    /** Names that are not made of interface words. */
    names: count,
    /** Attributes that are not said at all. */
    attributes: count,
    /** Elements that are not drawn: scripts, pictures, long lists, and what is beyond the end. */
    elements: count,
  }),
  /** How many lines its owner has struck out. */
  struck: count,
  lines: z.array(Line).check(z.maxLength(MOST_LINES)),
});

export type Line = Omit<z.infer<typeof Line>, 'attributes'> & { attributes?: Record<string, string> };
export type Sketch = Omit<z.infer<typeof Sketch>, 'lines'> & { lines: Line[] };

/** True for what has the form of a sketch, from any source. */
export function isSketch(value: unknown): value is Sketch {
  return z.safeParse(Sketch, value).success;
}
