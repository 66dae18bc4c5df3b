import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, test } from 'vitest';
import { openBrowser } from './harness/browser.ts';
import { click, find, waitForText, waitUntilGone } from './harness/page.ts';
import { captureOn, MY_SIGN_INS, makeVault, PASSPHRASE } from './harness/save.ts';
import { openPopup, unlock } from './harness/screens.ts';

const profile = mkdtempSync(join(tmpdir(), 'spare-key-crash-'));
afterAll(() => rmSync(profile, { recursive: true, force: true, maxRetries: 5 }));

test('a browser killed after the card shows: the capture waits under "Not saved yet"', async () => {
  const first = await openBrowser({ profile });
  await makeVault(first);
  const page = await first.openPage(MY_SIGN_INS);
  const secret = await captureOn(page, 'Survivor');
  await first.kill();

  const second = await openBrowser({ profile });
  try {
    const popup = await openPopup(second);
    await unlock(popup, PASSPHRASE);
    await find(popup, 'region', 'Not saved yet');
    await click(popup, 'button', 'Save');
    await waitUntilGone(popup, 'region', 'Not saved yet');
    await waitForText(popup, 'Survivor');
    await click(popup, 'button', 'Show password');
    await popup.waitForFunction(
      (wanted) => document.body.textContent?.replace(/\s/g, '').includes(wanted),
      { timeout: 10_000 },
      secret,
    );
  } finally {
    await second.close();
  }
});
