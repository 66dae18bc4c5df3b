import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { providers } from '../../../lib/providers/all';
import { draw } from '../../../lib/sketch/draw';
import { interfaceWords } from '../../../lib/sketch/interface-words';
import { Sketch } from '../../../lib/sketch/sketch';
import { strike, writeSketch } from '../../../lib/sketch/text';
import { cases } from '../cases';
import { openWindow } from '../page';
import { makeCanaries } from './canaries';

/**
 * Nothing that a page says gets into its sketch (SECURITY): every text, value, name, address and comment of random
 * pages is a canary, and no canary is found again, as it is, backwards, in base64 or in hex.
 */

const PAGES = cases(10_000);
const ATTRIBUTES =
  'id class name title aria-label placeholder alt value data-testid data-id data-user data-clipboard-text href src action style role type lang autocomplete aria-describedby onclick content srcdoc slot part data-action aria-level tabindex'.split(
    ' ',
  );
const TAGS =
  'div span p h2 code input textarea button a ul li td label output pre b img form select option svg'.split(
    ' ',
  );

/** Ways in which a text could get out. */
function disguise(canary: string): string[] {
  const bytes = Buffer.from(canary);
  const reversed = [...canary].reverse().join('');
  // Of base64, the middle is the same wherever the text begins; at three starts, one of these is there.
  const base64 = [0, 1, 2].map((start) =>
    bytes.subarray(start).toString('base64').replace(/=+$/, '').slice(0, -1),
  );
  const encoded = encodeURIComponent(canary);
  const escaped = JSON.stringify(canary).slice(1, -1);
  return [canary, reversed, bytes.toString('hex'), encoded, escaped, ...base64].filter(
    (one) => one.length > 3,
  );
}

describe('a sketch', () => {
  const window = openWindow('<!doctype html><html><body></body></html>', 'https://cloud.example/');
  const page: Document = window.document;

  it(`holds nothing of what ${PAGES} random pages say`, { timeout: 3_600_000 }, () => {
    const hosts = ['account.example'];
    const { chance, canary, made } = makeCanaries(
      20_261_129,
      providers.map(({ example }) => example),
    );
    const pick = <T>(from: readonly T[]) => from[chance(from.length)] as T;

    function build(depth: number): Element {
      const element = page.createElement(pick(TAGS));
      for (let more = chance(4); more > 0; more--) {
        try {
          element.setAttribute(chance(12) ? pick(ATTRIBUTES) : `data-${canary()}`, canary());
        } catch {
          // Not every canary can be the name of an attribute.
        }
      }
      if (element.localName === 'input' && chance(2)) (element as HTMLInputElement).value = canary();
      if (chance(8) === 0) element.dataset['x'] = canary();
      if (chance(9) === 0) element.append(page.createComment(canary()));
      if (depth > 0 && chance(6) === 0 && /^(?:div|p|span)$/.test(element.localName)) {
        const shadow = element.attachShadow({ mode: 'open' });
        shadow.append(build(depth - 1), page.createElement('slot'), canary());
      }
      for (let more = depth > 0 ? chance(3) : 0; more > 0; more--) element.append(build(depth - 1));
      element.append(
        chance(3) ? canary() : `${canary()} ${canary()} ${pick(['Copy', 'Password:', 'App'])} ${canary()}`,
      );
      return element;
    }

    const wrong: string[] = [];
    let looked = 0;
    let known = 0;
    for (let at = 0; at < PAGES && wrong.length < 5; at++) {
      made.length = 0;
      page.body.replaceChildren(build(3), build(2));
      page.documentElement.setAttribute('lang', canary());
      const path = [canary(), canary()].map(encodeURIComponent).join('/');
      const address = new URL(
        `https://cloud.example/${path}?${encodeURIComponent(canary())}=${encodeURIComponent(canary())}#${canary()}`,
      );
      const sketch = draw(page, address, hosts);
      const json = JSON.stringify(sketch);
      known += json.includes('‹copy=copy›') ? 1 : 0;
      // Every twentieth also as the file that people save, after it was read as one from an unknown sender.
      const files =
        at % 20 ? [] : [writeSketch(strike(sketch, new Set([1]))), JSON.stringify(z.parse(Sketch, sketch))];
      for (const text of [json, ...files]) {
        for (const one of made) {
          looked += 1;
          const found = disguise(one).find((form) => text.includes(form));
          if (found !== undefined)
            wrong.push(
              `${one} as ${found} in ${text.slice(Math.max(0, text.indexOf(found) - 60), text.indexOf(found) + 60)}`,
            );
        }
      }
    }
    expect(wrong).toEqual([]);
    expect(looked).toBeGreaterThan(20 * PAGES);
    // The words that we know did get in.
    expect(known).toBeGreaterThan(PAGES / 20);
  });

  it('would be caught: a sketch that keeps one text is noticed', () => {
    const { canary } = makeCanaries(1, []);
    const one = canary();
    expect(disguise(one).some((form) => JSON.stringify({ text: `a ${one} b` }).includes(form))).toBe(true);
    expect(disguise('robin@mail.example').some((form) => btoa('xrobin@mail.exampley').includes(form))).toBe(
      true,
    );
  });

  it('has no names of people or firms', () => {
    for (const name of 'robin kim ida adler smith schmidt garcia wang contoso'.split(' '))
      expect(interfaceWords.has(name), name).toBe(false);
  });
});
