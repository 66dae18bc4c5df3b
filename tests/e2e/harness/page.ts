import type { ElementHandle, Page } from 'puppeteer';

/** Roles that tests look for; anything a person using a screen reader can name. */
export type Role =
  | 'alert'
  | 'button'
  | 'checkbox'
  | 'combobox'
  | 'dialog'
  | 'heading'
  | 'link'
  | 'list'
  | 'listitem'
  | 'region'
  | 'searchbox'
  | 'spinbutton'
  | 'status'
  | 'textbox';

function select(role: Role, name?: string): string {
  return name === undefined ? `::-p-aria([role="${role}"])` : `::-p-aria([name="${name}"][role="${role}"])`;
}

/** Waits for the element of this role and accessible name, also inside closed shadow roots. */
export async function find(page: Page, role: Role, name?: string, timeout = 10_000): Promise<ElementHandle> {
  const found = await page.waitForSelector(select(role, name), { timeout });
  if (found === null) throw new Error(`no ${role} ${name ?? ''}`);
  return found;
}

/** The element right now, or `undefined`. */
export async function peek(page: Page, role: Role, name?: string): Promise<ElementHandle | undefined> {
  return (await page.$(select(role, name))) ?? undefined;
}

/** Every element of this role (and name) right now. */
export function findAll(page: Page, role: Role, name?: string): Promise<ElementHandle[]> {
  return page.$$(select(role, name));
}

/** Presses with the mouse, as a person does. */
export async function click(page: Page, role: Role, name: string): Promise<void> {
  const found = await find(page, role, name);
  await found.click();
}

/** Replaces what a field holds by typing. */
export async function fill(page: Page, name: string, text: string, role: Role = 'textbox'): Promise<void> {
  const found = await find(page, role, name);
  await found.click({ count: 3 });
  await page.keyboard.press('Backspace');
  await found.type(text);
}

/** What a field holds. */
export async function readField(page: Page, name: string, role: Role = 'textbox'): Promise<string> {
  const found = await find(page, role, name);
  return found.evaluate((element) => (element as HTMLInputElement).value);
}

/** The text a person sees in an element. */
export async function textOf(page: Page, role: Role, name?: string): Promise<string> {
  const found = await find(page, role, name);
  // biome-ignore lint/performance/useDomNodeTextContent: what a person sees, hidden parts left out
  return found.evaluate((element) => (element as HTMLElement).innerText);
}

/** Waits until the page shows a text. */
export async function waitForText(page: Page, text: string, timeout = 10_000): Promise<void> {
  await page.waitForSelector(`::-p-text(${text})`, { timeout });
}

/** Waits until no element of this role and name is left. */
export async function waitUntilGone(page: Page, role: Role, name?: string): Promise<void> {
  await page.waitForSelector(select(role, name), { hidden: true, timeout: 10_000 });
}
