import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type OpenBrowser, openBrowser } from './harness/browser.ts';
import { chooseFile } from './harness/files.ts';
import { choose, click, fill, find, findAll, waitForText, waitUntilGone } from './harness/page.ts';
import { ask, makeVault } from './harness/save.ts';
import { openPopup, openVault } from './harness/screens.ts';

const ended = 'Bitbucket has ended its app passwords.';
const instead = 'Create an API token in the security settings';

describe('an app password of a provider that has ended them', () => {
  let chromium: OpenBrowser;

  beforeAll(async () => {
    chromium = await openBrowser();
    await makeVault(chromium);
  });
  afterAll(() => chromium.close());

  test('is known to have ended while it is added manually', async () => {
    const popup = await openPopup(chromium);
    await click(popup, 'button', 'Add manually');
    await choose(popup, 'Provider', 'Bitbucket');
    await waitForText(popup, ended);
    await waitForText(popup, instead);
    await choose(popup, 'Provider', 'WordPress');
    await waitUntilGone(popup, 'link', 'Source, community.atlassian.com');
    await choose(popup, 'Provider', 'Other');
    await fill(popup, 'App password', 'ATBBq7Rk2mWx9TzLpV4cNs8HdJ3fGy6BuEa5');
    await fill(popup, 'Site', 'https://bitbucket.org/');
    await fill(popup, 'Label', 'Build robot');
    await click(popup, 'button', 'Save');
    await find(popup, 'list', 'App passwords');
    await popup.close();
  });

  test('is asked about at once, with what to do, and its own page says so with the source', async () => {
    const tab = await openVault(chromium, '#/review');
    await waitForText(tab, ended);
    await waitForText(tab, instead);
    await click(tab, 'link', 'Build robot');
    await find(tab, 'heading', 'Good to know');
    await waitForText(tab, instead);
    const sources = await findAll(tab, 'link', 'Source, community.atlassian.com');
    expect(
      await Promise.all(sources.map((link) => link.evaluate((one) => one.getAttribute('href')))),
    ).toContain(
      'https://community.atlassian.com/forums/Bitbucket-articles/Deprecation-notice-Bitbucket-Cloud-app-password-brownout/ba-p/3237429',
    );
    expect(await findAll(tab, 'link', 'Create an app password')).toHaveLength(0);
    expect(await findAll(tab, 'link', 'Revoke an app password')).toHaveLength(1);
    await tab.close();
  });

  test('is told from the other secrets of its site in a file', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'spare-key-facts-'));
    const path = join(folder, 'passwords.csv');
    writeFileSync(
      path,
      `name,url,username,password,note
Old script,https://bitbucket.org/,robin,ATBBk3Zt8QpW5vXn2RmC7yLd9GsH4jFa6BeU,
New script,https://bitbucket.org/,robin,ATATT3xFfGF0aTokenThatIsSomethingElse,app password of the script
`,
    );
    const tab = await openVault(chromium, '#/transfer');
    await chooseFile(tab, path);
    await click(tab, 'button', 'Add 2 to vault');
    await waitForText(tab, '2 app passwords added.');
    const { rows } = await ask<{ rows: { label: string; provider: string; reason?: string }[] }>(
      tab,
      'entry.list',
    );
    expect(rows.find(({ label }) => label === 'Old script')).toMatchObject({
      provider: 'bitbucket',
      reason: 'retired',
    });
    expect(rows.find(({ label }) => label === 'New script')).toMatchObject({ provider: 'other' });
    await tab.close();
    rmSync(folder, { recursive: true });
  });
});
