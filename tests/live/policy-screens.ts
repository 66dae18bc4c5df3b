import type { Page } from 'puppeteer';
import { find } from '../e2e/harness/page.ts';
import { ask } from '../e2e/harness/save.ts';

const DAY = 86_400_000;
export const SET = 'Set by your organisation.';

interface Told {
  locked: string[];
  forbids: string[];
  problem?: string;
}

/** Waits until a policy has come through: Chromium takes some seconds for it. */
export async function waitForPolicy(page: Page, isThere: (told: Told) => boolean): Promise<void> {
  const deadline = Date.now() + 30_000;
  for (;;) {
    const told = await ask<Told>(page, 'policy.get');
    if (isThere(told)) return;
    if (Date.now() > deadline) throw new Error(`no such policy: ${JSON.stringify(told)}`);
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

/** What a field shows, whether it is closed, and what stands beside it. */
export async function readSetting(page: Page, name: string, role: 'spinbutton' | 'combobox' = 'spinbutton') {
  const found = await find(page, role, name);
  return found.evaluate((field) => {
    const { value, disabled } = field as HTMLInputElement;
    const [note = ''] = field.getAttribute('aria-describedby')?.split(' ').slice(-1) ?? [];
    const words = document.getElementById(note)?.textContent;
    return { value, disabled, words };
  });
}

/** A number that cannot be changed. */
export const closed = (value: string) => ({ value, disabled: true, words: SET });

/** An invented entry, for the message that adds one. */
export const newEntry = (provider: string, daysAgo: number) => ({
  entry: { provider, site: '', label: provider, account: '', notes: '', created: Date.now() - daysAgo * DAY },
  secret: 'abcdabcdabcdabcd',
});
