import type { Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type OpenBrowser, openBrowser } from './harness/browser.ts';
import { download } from './harness/files.ts';
import { choose, click, find, findAll, waitForText } from './harness/page.ts';
import { ask, makeVault } from './harness/save.ts';
import { openVault } from './harness/screens.ts';

const DAY = 86_400_000;
const ROBIN = 'robin@mail.example';

interface Row {
  label: string;
  status: string;
}

describe('how everything stands', () => {
  let chromium: OpenBrowser;
  let office: Page;

  beforeAll(async () => {
    chromium = await openBrowser();
    await makeVault(chromium);
    office = await chromium.openOwnPage('offscreen.html');
    const made = [
      { provider: 'google', label: 'Old telephone', device: 'Pixel', days: 20 },
      { provider: 'google', label: 'Calendar', device: '', days: 10 },
      { provider: 'yahoo', label: 'Scanner', device: 'Pixel', days: 5 },
      { provider: 'microsoft-work', label: 'Outlook at home', device: 'Prompts', days: 30 },
    ];
    for (const { device, days, ...one } of made) {
      const entry = { ...one, site: '', account: ROBIN, notes: '', created: Date.now() - days * DAY };
      const added = await ask<{ entry: { id: string } }>(office, 'entry.add', { entry, secret: one.label });
      const mail = one.provider === 'microsoft-work' ? { protocols: ['imap'] } : {};
      await ask(office, 'entry.update', { id: added.entry.id, changes: { device, ...mail } });
    }
  });
  afterAll(() => chromium?.close());

  async function statusOf(): Promise<Record<string, string>> {
    const { rows } = await ask<{ rows: Row[] }>(office, 'entry.list');
    return Object.fromEntries(rows.map(({ label, status }) => [label, status]));
  }

  test('one sentence, counts that lead to what they count, and a table that is the picture', async () => {
    const page = await openVault(chromium, '#/review');
    await waitForText(page, '1 app password can be revoked.');
    await waitForText(page, '1 app password is retired by its provider');
    await find(page, 'heading', 'All by age');
    const tables = await page.$$('table.ages');
    expect(tables).toHaveLength(3);
    const tree = JSON.stringify(await page.accessibility.snapshot({ interestingOnly: false }));
    for (const words of ['Outlook at home', '30 days', 'Retired by provider', 'OK'])
      expect(tree).toContain(words);
    await page.close();
  });

  test('a changed password: what ended with it, and what keeps working', async () => {
    const page = await openVault(chromium, '#/review');
    await click(page, 'button', 'Check after an incident');
    await click(page, 'button', 'I changed my password');
    await choose(page, 'Provider and account', `Google · ${ROBIN}`);
    await click(page, 'button', 'Show app passwords');
    await find(page, 'checkbox', 'Calendar Revoked by the change');
    await click(page, 'button', 'Mark 2 as revoked');
    await waitForText(page, 'Marked as revoked.');
    expect(await statusOf()).toMatchObject({
      'Old telephone': 'revoked',
      Calendar: 'revoked',
      Scanner: 'active',
    });
    await click(page, 'button', 'Undo');
    await expect.poll(async () => (await statusOf())['Calendar']).toBe('active');
    await page.close();
  });

  test('a lost device: all that is on it waits to be revoked', async () => {
    const page = await openVault(chromium, '#/review');
    await click(page, 'button', 'Check after an incident');
    await click(page, 'button', 'I lost a device');
    await choose(page, 'Device', 'Pixel');
    await click(page, 'button', 'Show app passwords');
    await waitForText(page, 'It affects 2 app passwords.');
    await click(page, 'checkbox', 'Scanner Still works');
    await find(page, 'button', 'Plan to revoke 1');
    await click(page, 'checkbox', 'Scanner Still works');
    await click(page, 'button', 'Plan to revoke 2');
    await waitForText(page, 'Planned to revoke.');
    expect(await statusOf()).toEqual({
      'Old telephone': 'to-revoke',
      Scanner: 'to-revoke',
      Calendar: 'active',
      'Outlook at home': 'active',
    });
    await page.close();
  });

  test('the calendar is a file without labels', async () => {
    const page = await openVault(chromium, '#/review');
    const calendar = await download(page, () => click(page, 'button', 'Save calendar file'));
    const text = calendar.bytes.toString('utf8');
    expect(text).toMatch(/^BEGIN:VCALENDAR\r\n/);
    expect(text).not.toMatch(/Pixel|Scanner|google|robin/i);
    await page.close();
  });

  test('an entry tells what happened to it', async () => {
    const { rows } = await ask<{ rows: (Row & { id: string })[] }>(office, 'entry.list');
    const page = await openVault(chromium, `#/entry/${rows.find(({ label }) => label === 'Scanner')?.id}`);
    await find(page, 'heading', 'Scanner');
    await page.locator('summary ::-p-text(History)').click();
    await waitForText(page, 'Added manually');
    await waitForText(page, 'Reviewed');
    expect(await findAll(page, 'list')).not.toEqual([]);
    await page.close();
  });
});
