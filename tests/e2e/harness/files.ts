import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElementHandle, Page } from 'puppeteer';
import { expect } from 'vitest';

/** Waits for the file that an action makes the browser save; answers its name and bytes. */
export async function download(
  page: Page,
  act: () => Promise<void>,
): Promise<{ name: string; bytes: Buffer }> {
  const folder = mkdtempSync(join(tmpdir(), 'spare-key-download-'));
  try {
    const client = await page.createCDPSession();
    await client.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath: folder });
    await act();
    const whole = () => readdirSync(folder).filter((name) => !/\.crdownload$|^\.org\.chromium/.test(name));
    await expect.poll(whole, { timeout: 60_000 }).toHaveLength(1);
    const [name = ''] = whole();
    return { name, bytes: readFileSync(join(folder, name)) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Chooses a file in the only field for files on the page. */
export async function chooseFile(page: Page, path: string): Promise<void> {
  const field = (await page.waitForSelector('input[type=file]')) as ElementHandle<HTMLInputElement> | null;
  await field?.uploadFile(path);
}
