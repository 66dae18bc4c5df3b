import type { ElementHandle, Page } from 'puppeteer';
import { find, type Role, selectRole } from '../../../scripts/drive.mjs';

// Tests and the tour work pages in the same way.
export {
  click,
  createAppPassword,
  fill,
  find,
  type Role,
  readField,
  waitForText,
} from '../../../scripts/drive.mjs';

/** The element right now, or `undefined`. */
export async function peek(page: Page, role: Role, name?: string): Promise<ElementHandle | undefined> {
  return (await page.$(selectRole(role, name))) ?? undefined;
}

/** Every element of this role (and name) right now. */
export function findAll(page: Page, role: Role, name?: string): Promise<ElementHandle[]> {
  return page.$$(selectRole(role, name));
}

/** The text a person sees in an element. */
export async function textOf(page: Page, role: Role, name?: string): Promise<string> {
  const found = await find(page, role, name);
  // biome-ignore lint/performance/useDomNodeTextContent: what a person sees, hidden parts left out
  return found.evaluate((element) => (element as HTMLElement).innerText);
}

/** Waits until no element of this role and name is left, `timeout` ms at most. */
export async function waitUntilGone(page: Page, role: Role, name?: string, timeout = 30_000): Promise<void> {
  await page.waitForSelector(selectRole(role, name), { hidden: true, timeout });
}

/** Chooses in a list of choices by the words a person reads. */
export async function choose(page: Page, name: string, words: string): Promise<void> {
  const list = await find(page, 'combobox', name);
  await list.evaluate((select, wanted) => {
    const found = [...(select as HTMLSelectElement).options].find(({ text }) => text.trim() === wanted);
    if (found === undefined) throw new Error(`no choice ${wanted}`);
    (select as HTMLSelectElement).value = found.value;
    select.dispatchEvent(new Event('change', { bubbles: true }));
  }, words);
}
