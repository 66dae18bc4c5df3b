import type { Page } from 'puppeteer';
import { describe, expect, test } from 'vitest';
import { openFirefox } from '../e2e/harness/firefox.ts';
import { click, waitForText } from '../e2e/harness/page.ts';
import { ask, PASSPHRASE } from '../e2e/harness/save.ts';
import { copyExtension, missingFirefoxPolicies, openFirefoxPolicy } from './policies.ts';
import { closed, newEntry, readSetting, waitForPolicy } from './policy-screens.ts';

const missingFirefox = missingFirefoxPolicies();
if (missingFirefox !== undefined) console.log(`skipped: ${missingFirefox}`);

describe.skipIf(missingFirefox !== undefined)('a policy in a real Firefox', () => {
  async function run(
    rules: object,
    work: (page: Page, open: (path: string) => Promise<Page>) => Promise<void>,
  ) {
    const copy = copyExtension('firefox');
    const file = openFirefoxPolicy(copy.id);
    try {
      file.set(rules);
      const firefox = await openFirefox({ extension: copy.folder });
      try {
        await work(await firefox.openOwnPage('popup.html'), firefox.openOwnPage);
      } finally {
        await firefox.close();
      }
    } finally {
      file.remove();
      copy.remove();
    }
  }

  test('bites', async () => {
    const rules = {
      ...{ autoLockMinutes: 3, limitDays: 90, leastPassphraseLength: 20, forbidExport: true },
      ...{ forbidClipboard: true, custody: 'vault', providers: ['acme'] },
    };
    await run(rules, async (own, open) => {
      await waitForPolicy(own, ({ locked }) => locked.length > 0);
      const short = ask(own, 'vault.create', { passphrase: 'nineteen characters' });
      await expect(short).rejects.toThrow('vault-weak-passphrase');
      await ask(own, 'vault.create', { passphrase: PASSPHRASE });
      const { locksAt } = await ask<{ locksAt: number }>(own, 'vault.status');
      expect(locksAt - Date.now()).toBeLessThanOrEqual(3 * 60_000);
      const { entry } = await ask<{ entry: { id: string } }>(own, 'entry.add', newEntry('acme', 100));
      expect(await ask(own, 'entry.list')).toMatchObject({ rows: [{ reason: 'too-old' }] });
      await expect(ask(own, 'entry.add', newEntry('other', 0))).rejects.toThrow('policy-forbids');
      await expect(ask(own, 'transfer.read', { passphrase: PASSPHRASE })).rejects.toThrow('policy-forbids');
      const copied = ask(own, 'entry.secret', { id: entry.id, purpose: 'copy' });
      await expect(copied).rejects.toThrow('policy-forbids');
      const { bridges } = await ask<{ bridges: { id: string }[] }>(own, 'bridge.list');
      const delivered = ask(own, 'bridge.deliver', { id: entry.id, bridge: bridges[0]?.id, keep: true });
      await expect(delivered).rejects.toThrow('policy-forbids');
      // The window is narrow: the settings begin with a list of their sections.
      const settings = await open('app.html#/settings');
      await click(settings, 'link', 'Security');
      expect(await readSetting(settings, 'Lock after inactivity')).toEqual(closed('3'));
      await click(settings, 'link', 'All settings');
      await click(settings, 'link', 'Your organisation');
      await waitForText(settings, 'Your organisation does not allow exports or backups.');
    });
  });

  test('of which a rule cannot be read is named, and the rest holds', async () => {
    await run({ forbidExport: true, limitDays: 'ninety' }, async (own, open) => {
      await waitForPolicy(own, ({ problem }) => problem === 'limitDays');
      await ask(own, 'vault.create', { passphrase: PASSPHRASE });
      await expect(ask(own, 'backup.read', { passphrase: PASSPHRASE })).rejects.toThrow('policy-forbids');
      const settings = await open('app.html#/settings');
      await waitForText(settings, 'has an error in “limitDays”');
    });
  });
});
