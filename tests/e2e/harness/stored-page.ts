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

/**
 * Sends mailcow's form, which leaves the page, until the reader was there in time to see it.
 * @param showForm shows the page with the form
 * @param waiting ids of the providers whose captures wait for an answer
 */
export async function sendMailcowForm(
  page: Page,
  showForm: () => Promise<void>,
  waiting: () => Promise<string[]>,
): Promise<void> {
  await page.bringToFront();
  await expect
    .poll(
      async () => {
        await showForm();
        await page.click('[data-action=add_item][data-id=add_apppasswd]');
        await page.goto('about:blank');
        // What a page says as it leaves may take a moment; sent again before that, it would be sent twice.
        await vi.waitUntil(async () => (await waiting()).length > 0, 2_000).catch(() => undefined);
        return waiting();
      },
      { timeout: 60_000, interval: 500 },
    )
    .toEqual(['mailcow']);
}
