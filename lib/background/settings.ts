import { browser } from '../browser';
import { applyPolicy, type LockedField } from '../managed';
import { defaultSettings, Settings } from '../model';
import type { Limits } from '../review/policy';
import type { Witness } from '../vault/vault';
import { readManaged } from './managed';

const KEY = 'settings';

/** The settings that hold: the user's own, and above them what the organisation has set. */
export async function readSettings(): Promise<Settings & Limits> {
  return (await readWithLocks()).settings;
}

/** The settings that hold, and which of them the organisation has set. */
export async function readWithLocks(): Promise<{ settings: Settings & Limits; locked: LockedField[] }> {
  const [own, { policy }] = await Promise.all([readOwnSettings(), readManaged()]);
  return applyPolicy(own, policy);
}

/** The user's own settings; what is missing or malformed falls back to the defaults. */
export async function readOwnSettings(): Promise<Settings> {
  const stored = await browser.storage.local.get(KEY);
  const parsed = Settings.safeParse({ ...defaultSettings, ...(stored[KEY] as object | undefined) });
  return parsed.success ? parsed.data : defaultSettings;
}

/** Keeps settings; those that the organisation has set stay as the user had them before, for when they are free again. */
export async function writeSettings(settings: Settings): Promise<Settings> {
  const [own, { locked }] = await Promise.all([readOwnSettings(), readWithLocks()]);
  const kept = Object.entries(own).filter(([name]) => locked.some((field) => field === name));
  await browser.storage.local.set({ [KEY]: { ...settings, ...Object.fromEntries(kept) } });
  return Settings.parse(await readSettings());
}

const WITNESS = 'vault-witness';

/** Remembers, outside the vault's database, how far its counter has come: a database rolled back is noticed. */
export const witness: Witness = {
  async read() {
    return (await browser.storage.local.get(WITNESS))[WITNESS];
  },
  async write(seen) {
    await browser.storage.local.set({ [WITNESS]: seen });
  },
};
