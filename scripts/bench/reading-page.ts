/** What the bench runs in a provider's page: makes it large, and reads it. */

import { AppError } from '../../lib/errors';
import { readers } from '../../lib/providers/all';
import { readPage } from '../../lib/providers/page';
import type { Reader } from '../../lib/providers/provider';
import { fold } from '../../lib/providers/reading/dom';
import { findMain } from '../../lib/providers/reading/frame';
import { MARKS } from '../../lib/providers/reading/marks';
import { learn } from '../../lib/providers/reading/vocabulary';
import { learnable } from '../../lib/providers/words/compile';

learn(learnable());

/** Runs before the first that counts, so that the browser has translated what it runs often. */
const WARM_UP = 20;
const STEPS = `${MARKS.dialog},section,form,main,[role=main]`;

/** What pages of accounts are made of, with a heading, links, buttons and fields; 43 elements. */
function makeBlock(page: Document, number: number): Element {
  const block = page.createElement('div');
  const item = `<li><span>Device ${number}</span> <small>last seen on 3 May</small> <button>Remove</button></li>`;
  const row = `<tr><td>Session ${number}</td><td><a href="#">Details</a></td><td><input type="checkbox"></td></tr>`;
  block.innerHTML = `<h3>Devices ${number}</h3><ul>${item.repeat(4)}</ul><table><tbody>${row.repeat(3)}</tbody></table><div><p>Signed in from a place that you know.</p></div><label>Note <input type="text" value="none"></label>`;
  return block;
}

/** Elements and shadow roots below a root, those in open shadow roots among them. */
function* walkDeep(root: ParentNode): Generator<Element> {
  for (const element of root.querySelectorAll('*')) {
    yield element;
    if (element.shadowRoot) yield* walkDeep(element.shadowRoot);
  }
}

/** The step that shows the secret. */
function findStep(page: Document, secret: string): Element {
  const shows = (element: Element) =>
    (element as Partial<HTMLInputElement>).value === secret || fold(element.textContent) === secret;
  const shown = [...walkDeep(page)].findLast(shows);
  for (let at = shown; at; at = (at.getRootNode() as Partial<ShadowRoot>).host) {
    const step = at.closest(STEPS);
    if (step) return step;
  }
  return page.body;
}

/**
 * Makes the page large, half of it before what is there and half after.
 * @param properties values set as properties, by selector
 * @param where around the step that shows the secret, in the main part of the page; or inside this step
 * @param count how many elements the page has then, or a few more
 */
export function fill(
  secret: string,
  properties: Record<string, string>,
  where: 'around' | 'inside',
  count: number,
): void {
  for (const [selector, value] of Object.entries(properties)) {
    const field = document.querySelector<HTMLInputElement>(selector);
    if (field) field.value = value;
  }
  const place = where === 'inside' ? findStep(document, secret) : findMain(document);
  let size = [...walkDeep(document)].length;
  for (let number = 0; size < count; number++) {
    const block = makeBlock(document, number);
    if (number % 2) place.append(block);
    else place.prepend(block);
    size += 1 + block.querySelectorAll('*').length;
  }
}

/** Makes the browser compute style and layout again as soon as code asks for either. */
function disturb(run: number): void {
  document.body.style.paddingInlineStart = `${1 + (run % 2)}px`;
}

function readerOf(id: string): Reader {
  const reader = readers.find((one) => one.id === id);
  if (!reader) throw new Error(`no reader ${id}`);
  return reader;
}

/** Reads once; a page too large to know may seem to have changed. */
function readOnce(reader: Reader): string {
  try {
    return readPage([reader], new URL(location.href), document)?.reading.kind ?? 'nothing';
  } catch (error) {
    if (error instanceof AppError) return 'changed';
    throw error;
  }
}

/** Each run on a page whose layout is out of date, ms. */
function timeRuns(runs: number, act: () => unknown): number[] {
  return Array.from({ length: WARM_UP + runs }, (_, run) => {
    disturb(run);
    const start = performance.now();
    act();
    return performance.now() - start;
  }).slice(WARM_UP);
}

/** Milliseconds of each reading, and of each walk over all elements. */
export function time(id: string, runs: number): { times: number[]; walks: number[] } {
  const reader = readerOf(id);
  const times = timeRuns(runs, () => readOnce(reader));
  const walks = timeRuns(runs, () => {
    let letters = 0;
    for (const element of document.querySelectorAll('*')) letters += element.localName.length;
    return letters;
  });
  return { times, walks };
}

/**
 * Reads once and, for comparison, asks for a height once, each between marks that a trace shows.
 * @returns the kind of what is read
 */
export function mark(id: string): string {
  const reader = readerOf(id);
  const between = <Result>(name: string, act: () => Result): Result => {
    // Twice, so that it differs from what it was in any case.
    disturb(0);
    disturb(1);
    performance.mark(`${name}-start`);
    const result = act();
    performance.mark(`${name}-end`);
    return result;
  };
  const kind = between('read', () => readOnce(reader));
  between('height', () => document.body.offsetHeight);
  return kind;
}
