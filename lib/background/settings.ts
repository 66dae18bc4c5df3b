import { browser } from '../browser';
import { defaultSettings, Settings } from '../model';

const KEY = 'settings';

/** The settings; what is missing or malformed falls back to the defaults. */
export async function readSettings(): Promise<Settings> {
  const stored = await browser.storage.local.get(KEY);
  const parsed = Settings.safeParse({ ...defaultSettings, ...(stored[KEY] as object | undefined) });
  return parsed.success ? parsed.data : defaultSettings;
}

export async function writeSettings(settings: Settings): Promise<Settings> {
  await browser.storage.local.set({ [KEY]: settings });
  return readSettings();
}

const WITNESS = 'vault-witness';

/** Remembers, outside the vault's database, how far its counter has come: a database rolled back is noticed. */
export const witness = {
  async read(): Promise<{ vaultId: string; counter: number } | undefined> {
    const stored = await browser.storage.local.get(WITNESS);
    return stored[WITNESS] as { vaultId: string; counter: number } | undefined;
  },
  async write(seen: { vaultId: string; counter: number }): Promise<void> {
    await browser.storage.local.set({ [WITNESS]: seen });
  },
};
