import type { Page } from 'puppeteer';
import { click, fill, find, readField } from './page.ts';

/** Goes through the steps of the English security page up to the one that shows the secret, and returns it. */
export async function createAppPassword(page: Page, name: string): Promise<string> {
  await click(page, 'button', 'Add sign-in method');
  await click(page, 'button', 'App password');
  await fill(page, 'Name', name);
  await click(page, 'button', 'Next');
  await find(page, 'button', 'Done');
  return readField(page, 'Password');
}
