import { readFileSync } from 'node:fs';
import type { Page } from 'puppeteer';
import { expect, vi } from 'vitest';

/** A page of a provider that is stored among the fixtures. */
export interface StoredPage {
  url: URL;
  html: string;
  secret: string;
}

/** A stored page, as it is once its scripts have run. */
export function readStoredPage(file: string): StoredPage {
  const html = readFileSync(`tests/fixtures/providers/${file}.html`, 'utf8');
  const told = JSON.parse(/<!-- (.*) -->/.exec(html)?.[1] ?? '') as {
    url: string;
    reading: { secret?: string } | null;
    properties?: Record<string, string>;
  };
  const set = Object.entries(told.properties ?? {})
    .map(
      ([selector, value]) =>
        `document.querySelector(${JSON.stringify(selector)}).value = ${JSON.stringify(value)};`,
    )
    .join('');
  const script = set === '' ? '' : `<script>${set}</script>`;
  return { url: new URL(told.url), html: html + script, secret: told.reading?.secret ?? '' };
}

interface Scope {
  chrome: {
    storage: {
      session: {
        get(): Promise<{ 'page-notes'?: { label: string }[] }>;
        remove(name: 'page-notes'): Promise<void>;
      };
    };
  };
}

/**
 * Sends mailcow's form, which leaves the page, once the reader is there to see it.
 * @param office a page of ours
 * @param showForm shows the page with the form
 * @param waiting ids of the providers whose captures wait for an answer
 */
export async function sendMailcowForm(
  page: Page,
  office: Page,
  showForm: () => Promise<void>,
  waiting: () => Promise<string[]>,
): Promise<void> {
  await page.bringToFront();
  // It is there, and the background awake, when a click anywhere has made it say the name.
  const isRead = async () => {
    await page.mouse.click(2, 2);
    return office.evaluate(async () => {
      const { storage } = (globalThis as unknown as Scope).chrome;
      const { 'page-notes': notes = [] } = await storage.session.get();
      return notes.some(({ label }) => label !== '');
    });
  };
  const isCaught = async () => (await waiting()).length > 0;
  const send = async () => {
    await office.evaluate(() => (globalThis as unknown as Scope).chrome.storage.session.remove('page-notes'));
    await showForm();
    await expect.poll(isRead, { timeout: 30_000, interval: 200 }).toBe(true);
    // As mailcow itself does: a script sends it and leaves the page, and no other page comes in between.
    await page.evaluate(() =>
      addEventListener('click', (event) => {
        event.preventDefault();
        const isSent = (event.target as Element).closest('[data-id=add_apppasswd]');
        if (isSent) setTimeout(() => location.replace('about:blank'));
      }),
    );
    await page.click('[data-action=add_item][data-id=add_apppasswd]');
    await page.waitForFunction(() => location.href === 'about:blank');
    await vi.waitUntil(isCaught, 10_000).catch(() => undefined);
  };
  // What a page says as it leaves at once gets lost now and then on a busy machine (docs/reading.md).
  for (let tries = 0; tries < 3 && !(await isCaught()); tries++) await send();
  expect(await waiting()).toEqual(['mailcow']);
}
