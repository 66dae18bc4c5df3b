import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { createSession, type Session } from '../../../lib/background/services/session';
import {
  areSettingsChanged,
  closeSettings,
  forgetSettings,
  openSettings,
  readOwnSettings,
  readSettings,
  writeSettings,
} from '../../../lib/background/services/settings';
import { defaultSettings, type Settings } from '../../../lib/model';
import { connectVault, type Vault } from '../../../lib/vault/vault';

vi.mock('../../../lib/vault/crypto', async (load) => {
  return (await import('../vault/fast-stretching')).withoutStretching(await load());
});

const mine: Settings = {
  ...defaultSettings,
  autoLockMinutes: 30,
  limitDays: 365,
  destination: { to: 'keepassxc', keep: true },
};
const planted: Settings = {
  ...defaultSettings,
  autoLockMinutes: 480,
  limitDays: 3650,
  leadDays: 0,
  notify: false,
  destination: { to: 'pass', keep: false },
  destinations: [{ provider: 'other', to: 'pass', keep: false }],
};
const safe = { ...defaultSettings, folder: planted.folder };

let count = 0;
let vault: Vault;
let key: Uint8Array;
let now = 1_800_000_000_000;
let session: Session;

beforeEach(async () => {
  fakeBrowser.reset();
  now = 1_800_000_000_000;
  count += 1;
  vault = connectVault({ name: `settings ${count}` });
  ({ key } = await vault.create('correct horse battery'));
  session = createSession(
    vault,
    async () => (await readSettings()).autoLockMinutes,
    () => now,
    closeSettings,
    { opening: openSettings, steady: () => 0 },
  );
});

const unlock = () => session.unlock(key.slice());
const plant = (settings: object) => fakeBrowser.storage.local.set({ settings });
/** What is kept, in clear and sealed. */
const stored = () => fakeBrowser.storage.local.get(['settings', 'settings-seal']);

describe('settings', () => {
  it('that were saved hold, and are the user’s own', async () => {
    await writeSettings(mine, await unlock());
    expect(await readOwnSettings()).toEqual(mine);
    await session.lock();
    await unlock();
    expect(await readOwnSettings()).toEqual(mine);
    expect(await areSettingsChanged()).toBe(false);
  });

  it('that the user never saved are the defaults, and nothing is said', async () => {
    await unlock();
    expect(await readOwnSettings()).toEqual(defaultSettings);
    expect(await areSettingsChanged()).toBe(false);
    expect((await stored())['settings-seal']).toEqual(expect.any(String));
  });

  it('that are written while it is open change nothing', async () => {
    await writeSettings(mine, await unlock());
    await plant(planted);
    expect(await readOwnSettings()).toEqual(mine);
    expect(await session.locksAt()).toBe(now + 30 * 60_000);
  });

  it.each([
    ['while it is locked', planted],
    ['malformed', { autoLockMinutes: 'long' }],
    ['and taken away', undefined],
  ])('that are written %s do not hold, and it is said until the user has saved', async (_, settings) => {
    await writeSettings(mine, await unlock());
    await session.lock();
    await fakeBrowser.storage.local.remove('settings');
    if (settings) await plant(settings);
    for (let time = 0; time < 2; time++) {
      await unlock();
      expect(await readOwnSettings()).toEqual(mine);
      expect(await areSettingsChanged()).toBe(true);
      await session.lock();
    }
    await writeSettings(mine, await unlock());
    expect(await areSettingsChanged()).toBe(false);
    await session.lock();
    await unlock();
    expect(await areSettingsChanged()).toBe(false);
  });

  it.each<[string, () => Promise<unknown>]>([
    ['taken away', async () => fakeBrowser.storage.local.remove('settings-seal')],
    ['no text', async () => fakeBrowser.storage.local.set({ 'settings-seal': 7 })],
    ['damaged', async () => fakeBrowser.storage.local.set({ 'settings-seal': 'AAAA' })],
    [
      'of another vault',
      async () => {
        const other = connectVault({ name: `other ${count}` });
        const made = await other.create('correct horse battery');
        const open = await other.open(made.key);
        const note = Buffer.from(await open.sealNote('settings', planted)).toString('base64url');
        await fakeBrowser.storage.local.set({ 'settings-seal': note });
      },
    ],
    [
      'sealed for something else',
      async () => {
        const open = await vault.open(key.slice());
        const note = Buffer.from(await open.sealNote('bridge pass', planted)).toString('base64url');
        await fakeBrowser.storage.local.set({ 'settings-seal': note });
      },
    ],
  ])('whose seal is %s are as safe as the defaults', async (_, spoil) => {
    await writeSettings(mine, await unlock());
    await session.lock();
    await plant(planted);
    await spoil();
    await unlock();
    expect(await readOwnSettings()).toEqual(safe);
    expect(await areSettingsChanged()).toBe(true);
    expect(await session.locksAt()).toBe(now + 10 * 60_000);
    await session.lock();
    await plant({ ...planted, autoLockMinutes: 2, limitDays: 30, leadDays: 60 });
    await unlock();
    expect(await readOwnSettings()).toEqual({ ...safe, autoLockMinutes: 2, limitDays: 30, leadDays: 60 });
  });

  it('that are sealed in another form do not keep the vault shut', async () => {
    const open = await unlock();
    const note = Buffer.from(await open.sealNote('settings', { destinations: 'everywhere' })).toString(
      'base64url',
    );
    await session.lock();
    await fakeBrowser.storage.local.set({ 'settings-seal': note });
    await unlock();
    expect(await readOwnSettings()).toEqual(defaultSettings);
  });

  it('that were the user’s own before, and are put back with their seal, do not hold', async () => {
    await writeSettings({ ...mine, autoLockMinutes: 480 }, await unlock());
    const before = await fakeBrowser.storage.local.get(['settings', 'settings-seal']);
    await writeSettings({ ...mine, autoLockMinutes: 5 }, await session.use());
    await session.lock();
    await fakeBrowser.storage.local.set(before);
    await unlock();
    expect((await readOwnSettings()).autoLockMinutes).toBeLessThanOrEqual(10);
    expect(await areSettingsChanged()).toBe(true);
    // Saved again, they hold, also after the key was changed.
    await writeSettings(mine, await session.use());
    await session.lock();
    await unlock();
    expect(await areSettingsChanged()).toBe(false);
    expect(await readOwnSettings()).toEqual(mine);
  });

  it('are the user’s own when the end came before the vault knew of them', async () => {
    const open = await unlock();
    const raising = vi.spyOn(open, 'raiseSerial').mockRejectedValueOnce(new Error('killed'));
    await writeSettings(mine, open);
    expect(raising).toHaveBeenCalledOnce();
    await session.lock();
    await unlock();
    expect(await areSettingsChanged()).toBe(false);
    expect(await readOwnSettings()).toEqual(mine);
  });

  it('are forgotten with the vault, and what was found out when it locks', async () => {
    await writeSettings(mine, await unlock());
    await session.lock();
    // The policy is not the vault's.
    expect(Object.keys(await fakeBrowser.storage.session.get())).toEqual(['good-policy']);
    await forgetSettings();
    expect(await stored()).toEqual({});
    expect(await readOwnSettings()).toEqual(defaultSettings);
  });

  it('can be chosen before there is a vault', async () => {
    await fakeBrowser.storage.session.clear();
    await writeSettings({
      ...mine,
      destination: defaultSettings.destination,
      autoLockMinutes: 5,
      limitDays: 90,
    });
    await unlock();
    expect(await readOwnSettings()).toMatchObject({ autoLockMinutes: 5, limitDays: 90 });
    expect(await areSettingsChanged()).toBe(false);
  });
});
