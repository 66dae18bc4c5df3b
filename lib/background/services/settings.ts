import { fromBase64url, toBase64url } from '../../base64';
import { browser } from '../../browser';
import { defaultSettings, Settings } from '../../model';
import { applyPolicy, type LockedField } from '../../policy/policy';
import type { Limits } from '../../review/limits';
import type { OpenVault, RollbackCounter } from '../../vault/vault';
import { readManaged } from './policy';

const KEY = 'settings';
/** The same, sealed by the vault: an attacker could have written what stands beside it in clear. */
const SEAL = 'settings-seal';
const NOTE = 'settings';
/** In memory, while the vault is open: the settings that were found to be the user's own. */
const OPENED = 'opened-settings';

/** As they are sealed; the vault knows the serial number of those that were saved last. */
interface Sealed {
  settings: Settings;
  serial: number;
}

/** Some settings. */
type Changed = { [Name in keyof Settings]?: Settings[Name] | undefined };

interface Opened {
  settings: Settings;
  /** Others changed them, or nothing proves that they did not; until the user saves them again. */
  isChanged: boolean;
}

/** The settings that hold: the user's own, and above them what the organisation has set. */
export async function readSettings(): Promise<Settings & Limits> {
  return (await readWithLocks()).settings;
}

/** The settings that hold, and which of them the organisation has set. */
export async function readWithLocks(): Promise<{ settings: Settings & Limits; locked: LockedField[] }> {
  const [own, { policy, problem }] = await Promise.all([readOwnSettings(), readManaged()]);
  return applyPolicy(own, policy, problem !== undefined);
}

/**
 * The user's own settings; what is missing or malformed falls back to the defaults. While the vault is locked nothing
 * proves them, and nothing is decided by them but when to remind and which name a card says.
 */
export async function readOwnSettings(): Promise<Settings> {
  return (await readOpened())?.settings ?? (await readPlain());
}

async function readOpened(): Promise<Opened | undefined> {
  return (await browser.storage.session.get(OPENED))[OPENED] as Opened | undefined;
}

async function readPlain(): Promise<Settings> {
  const stored = await browser.storage.local.get(KEY);
  const parsed = Settings.safeParse({ ...defaultSettings, ...(stored[KEY] as object | undefined) });
  return parsed.success ? parsed.data : defaultSettings;
}

/** What proves which settings: those that the user saved last, and none that an attacker has put back since. */
async function readSealed(open: OpenVault): Promise<Sealed | undefined> {
  const stored = (await browser.storage.local.get(SEAL))[SEAL];
  const bytes = typeof stored === 'string' ? fromBase64url(stored) : undefined;
  const value = bytes && (await open.openNote(NOTE, bytes).catch(() => undefined));
  if (typeof value !== 'object' || value === null) return undefined;
  const { serial = 0 } = value as Partial<Sealed>;
  const settings = Settings.safeParse({ ...defaultSettings, ...value }).data;
  return settings && serial >= (await open.readSerial(NOTE)) ? { settings, serial } : undefined;
}

/** What proves the settings, as it was sealed, for a change of the vault's key. */
export async function collectSeal(): Promise<{ name: string; sealed: Uint8Array }[]> {
  const stored = (await browser.storage.local.get(SEAL))[SEAL];
  const sealed = typeof stored === 'string' ? fromBase64url(stored) : undefined;
  return sealed ? [{ name: NOTE, sealed }] : [];
}

async function seal(open: OpenVault, { settings, serial }: Sealed): Promise<{ [SEAL]: string }> {
  return { [SEAL]: toBase64url(await open.sealNote(NOTE, { ...settings, serial })) };
}

/**
 * Finds out which settings are the user's own, now that the vault is open; they hold until it locks. Where nothing
 * proves any, those in clear hold as far as they are as safe as the defaults.
 */
export async function openSettings(open: OpenVault): Promise<void> {
  const [plain, sealed] = await Promise.all([readPlain(), readSealed(open)]);
  const settings = sealed?.settings ?? makeSafe(plain);
  const isChanged = JSON.stringify(sort(plain)) !== JSON.stringify(sort(settings));
  // What was changed stays as it was found, so that it is said again until the user has looked and saved. The seal may
  // be missing yet, or be from before the vault's key was changed.
  // Without room for it, it stays as it was, and the vault opens all the same.
  if (!isChanged) {
    const serial = sealed?.serial ?? (await open.readSerial(NOTE));
    await browser.storage.local.set(await seal(open, { settings, serial })).catch(() => undefined);
    await open.raiseSerial(NOTE, serial).catch(() => undefined);
  }
  await browser.storage.session.set({ [OPENED]: { settings, isChanged } satisfies Opened });
}

/** Forgets what was found out, when the vault locks. */
export async function closeSettings(): Promise<void> {
  await browser.storage.session.remove(OPENED);
}

/** Whether others than the user changed the settings, as far as the open vault can tell. */
export async function areSettingsChanged(): Promise<boolean> {
  return (await readOpened())?.isChanged ?? false;
}

function makeSafe(plain: Settings): Settings {
  const { autoLockMinutes, limitDays, leadDays, destination, destinations, notify } = defaultSettings;
  return {
    ...plain,
    autoLockMinutes: Math.min(plain.autoLockMinutes, autoLockMinutes),
    limitDays: Math.min(plain.limitDays, limitDays),
    leadDays: Math.max(plain.leadDays, leadDays),
    ...{ destination, destinations, notify },
  };
}

function sort(settings: Settings): unknown {
  const destinations = settings.destinations.map(({ provider, to, keep }) => [provider, to, keep]);
  const { to, keep } = settings.destination;
  return Object.entries({ ...settings, destination: [to, keep], destinations }).sort(([a], [b]) =>
    a < b ? -1 : 1,
  );
}

/**
 * Keeps settings that were changed; those that the organisation has set stay as the user had them before, for when they
 * are free again.
 * @param open seals them; without it, before there is a vault, nothing proves them
 */
export async function writeSettings(changed: Changed, open?: OpenVault): Promise<Settings> {
  const [own, { locked }] = await Promise.all([readOwnSettings(), readWithLocks()]);
  const free = Object.entries(changed).filter(
    ([name, value]) => value !== undefined && !locked.some((field) => field === name),
  );
  const kept: Settings = { ...own, ...Object.fromEntries(free) };
  const serial = open ? (await open.readSerial(NOTE)) + 1 : 0;
  await browser.storage.local.set({
    [KEY]: kept,
    ...(open && (await seal(open, { settings: kept, serial }))),
  });
  // Written last: a worker that ends before it leaves settings that are newer than the vault knows, and they count.
  await open?.raiseSerial(NOTE, serial).catch(() => undefined);
  if (open)
    await browser.storage.session.set({ [OPENED]: { settings: kept, isChanged: false } satisfies Opened });
  return Settings.parse(await readSettings());
}

/** Forgets the settings with the vault that proved them. */
export async function forgetSettings(): Promise<void> {
  await Promise.all([browser.storage.local.remove([KEY, SEAL]), closeSettings()]);
}

const WITNESS = 'vault-witness';

/** Remembers, outside the vault's database, how far its counter has come: a database rolled back is noticed. */
export const rollbackCounter: RollbackCounter = {
  async read() {
    return (await browser.storage.local.get(WITNESS))[WITNESS];
  },
  async write(seen) {
    await browser.storage.local.set({ [WITNESS]: seen });
  },
};
