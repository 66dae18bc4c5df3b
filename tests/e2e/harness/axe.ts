import { AxePuppeteer } from '@axe-core/puppeteer';
import type { Page } from 'puppeteer';

/** What axe finds in a page, in words that say where. */
export async function violations(page: Page): Promise<string[]> {
  await page.bringToFront();
  const { violations: found } = await new AxePuppeteer(page)
    // Our pages have no frames, so nothing has to be put together in a page of its own.
    .setLegacyMode(true)
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  return found.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.target.join(' ')} ${node.failureSummary}`),
  );
}

/** What does not fit: pixels that a person would have to scroll sideways for. */
export function overflow(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}
