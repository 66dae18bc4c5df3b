import { AxePuppeteer } from '@axe-core/puppeteer';
import type { Page } from 'puppeteer';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/**
 * What axe finds in a page, in words that say where.
 * @param range `colours`: only whether texts stand out, for a page that was judged as a whole in another colour
 */
export async function violations(page: Page, range: 'all' | 'colours' = 'all'): Promise<string[]> {
  await page.bringToFront();
  // Our pages have no frames, so nothing has to be put together in a page of its own.
  const axe = new AxePuppeteer(page).setLegacyMode(true);
  const asked = range === 'all' ? axe.withTags(TAGS) : axe.withRules(['color-contrast']);
  const { violations: found } = await asked.analyze();
  return found.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.target.join(' ')} ${node.failureSummary}`),
  );
}

/** What does not fit: pixels that a person would have to scroll sideways for. */
export function overflow(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}
