import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { AxePuppeteer } from '@axe-core/puppeteer';
import type { Page } from 'puppeteer';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cardStyle } from '../../lib/capture/card-style.ts';
import { type OpenBrowser, openBrowser } from './harness/browser.ts';
import { extensionPath } from './harness/builds.ts';

/** The card's own code, for a page that opens its shadow root to the checker: a closed one is out of its sight. */
async function bundleCard(): Promise<string> {
  const entry = resolve('lib/capture/card.ts');
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    build: { write: false, lib: { entry, formats: ['iife'], name: 'card', fileName: 'card' } },
  });
  const [first] = Array.isArray(built) ? built : [built];
  if (first === undefined || !('output' in first)) throw new Error('the card was not bundled');
  return first.output[0].code;
}

function readWords(): Record<string, string> {
  const path = join(extensionPath('production'), '_locales', 'en', 'messages.json');
  const messages = JSON.parse(readFileSync(path, 'utf8')) as Record<string, { message: string }>;
  return Object.fromEntries(
    Object.entries(messages)
      .filter(([key]) => key.startsWith('card_'))
      .map(([key, { message }]) => [key.slice('card_'.length), message]),
  );
}

/** Shows the card; `question` with fields and two buttons, else one that only says something. */
function mount(words: Record<string, string>, question: boolean, direction: string, style: string): void {
  const attach = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function open(options) {
    return attach.call(this, { ...options, mode: 'open' });
  };
  interface Made {
    ask(ask: object, save: () => Promise<string>): void;
    tell(text: string, copy?: () => Promise<string>): void;
  }
  const { card } = globalThis as unknown as {
    card: {
      createCard(
        page: Document,
        say: (word: string) => string,
        direction: string,
        style: () => string,
        marks: { bare: string },
      ): Made;
    };
  };
  const made = card.createCard(
    document,
    (word) => words[word] ?? word,
    direction,
    () => style,
    { bare: 'html,body' },
  );
  const label = 'Scanner on floor 2';
  const origin = 'Microsoft 365 (work or school) · mysignins.microsoft.com';
  if (question)
    made.ask({ origin, label, account: 'robin@contoso.example', note: words['toVault'] }, async () => '');
  else made.tell(words['vault_full'] ?? '', async () => '');
}

/** Contrast of each text and each border with what is behind it (WCAG 2.2, 1.4.3 and 1.4.11). */
function measureContrast(): { text: string; ratio: number; least: number }[] {
  const root = document.documentElement.lastElementChild?.shadowRoot as ShadowRoot;
  const numbers = (colour: string) => (colour.match(/[\d.]+/g) ?? []).map(Number);
  const light = (colour: string) => {
    const [red = 0, green = 0, blue = 0] = numbers(colour).map((part) => {
      const share = part / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const contrast = (one: string, other: string) => {
    const [low = 0, high = 0] = [light(one), light(other)].sort((a, b) => a - b);
    return (high + 0.05) / (low + 0.05);
  };
  const behind = (element: Element): string => {
    const { backgroundColor } = getComputedStyle(element);
    const parent = element.parentElement;
    return numbers(backgroundColor)[3] === 0 && parent !== null ? behind(parent) : backgroundColor;
  };
  return [...root.querySelectorAll('h2,p,label,input,button')].flatMap((element) => {
    const { color, borderTopColor, borderTopWidth } = getComputedStyle(element);
    const text = element.textContent || element.localName;
    const found = [{ text, ratio: contrast(color, behind(element)), least: 4.5 }];
    if (borderTopWidth === '0px' || element.className === 'save') return found;
    const around = behind(element.parentElement as Element);
    return [...found, { text: `border of ${text}`, ratio: contrast(borderTopColor, around), least: 3 }];
  });
}

describe('the card, for everyone', () => {
  let chromium: OpenBrowser;
  let bundle: string;
  const words = readWords();

  beforeAll(async () => {
    [chromium, bundle] = await Promise.all([openBrowser({ build: 'none' }), bundleCard()]);
  });
  afterAll(() => chromium.close());

  async function openCard(question: boolean, direction: string, colour: string): Promise<Page> {
    const page = await chromium.openPage('https://elsewhere.example/');
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: colour }]);
    await page.evaluate(`${bundle};globalThis.card = card`);
    await page.evaluate(mount, words, question, direction, cardStyle);
    return page;
  }

  it.each([
    ['light', 'ltr', true],
    ['dark', 'ltr', true],
    ['light', 'rtl', true],
    ['light', 'ltr', false],
    ['dark', 'ltr', false],
  ] as const)(
    'has no faults that axe knows: %s, %s, with a question: %s',
    async (colour, direction, question) => {
      const page = await openCard(question, direction, colour);
      const { violations, passes } = await new AxePuppeteer(page)
        .include('html>div')
        .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
        .analyze();
      expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
      // Proof that it looked into the card at all.
      expect(passes.find(({ id }) => id === 'button-name')?.nodes.length).toBe(2);
      // The checker cannot tell contrast in the top layer.
      for (const { text, ratio, least } of await page.evaluate(measureContrast)) {
        expect(ratio, text).toBeGreaterThanOrEqual(least);
      }
      await page.close();
    },
  );
});
