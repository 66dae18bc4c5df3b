import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { vaultHandlers } from '../../../lib/background/handlers/vault';
import type { Services } from '../../../lib/background/services';
import { lockOnOtherKey } from '../../../lib/background/services/change-key';
import { makeManagerContext } from '../../../lib/background/services/manager-context';
import { createSession, type Session } from '../../../lib/background/services/session';
import {
  areSettingsChanged,
  openSettings,
  readOwnSettings,
  writeSettings,
} from '../../../lib/background/services/settings';
import type { Context } from '../../../lib/messaging/serve';
import { connectVault, type Vault } from '../../../lib/vault/vault';
import { draft } from '../vault/fixtures';

vi.mock('../../../lib/vault/crypto', async (load) => {
  return (await import('../vault/fast-stretching')).withoutStretching(await load());
});

const NAME = 'key-changes';
const own: Context = { caller: 'own-page' };
const OLD = 'correct horse battery';
const NEW = 'eleven walnut ferries';
const done = async () => undefined;
const connect = () => connectVault({ name: NAME });

/** A worker as it starts: nothing in memory. */
function start(vault: Vault = connect()) {
  const session: Session = createSession(
    lockOnOtherKey(vault, () => session.lock()),
    async () => 10,
    () => 1_760_000_000_000,
    done,
    { opening: openSettings },
  );
  const services = {
    ...{ vault, session },
    captures: { sealPending: done, settle: done, waiting: async () => 0 },
    reminders: { update: done, due: async () => 0 },
    deliveries: { settle: done },
  } as unknown as Services;
  return { session, handlers: vaultHandlers(services) };
}

let code: string;
beforeEach(async () => {
  fakeBrowser.reset();
  await connect().erase();
  const { handlers, session } = start();
  code = (await handlers['vault.create']({ passphrase: OLD }, own)).recoveryCode;
  await (await session.use()).add(draft('Scanner'), 'scanner-secret');
});

async function readScanner(session: Session): Promise<string> {
  const open = await session.use();
  return open.secret((await open.list()).entries[0]?.id ?? '');
}

const refused = (passphrase: string) =>
  expect(connect().unlock({ kind: 'passphrase', passphrase })).rejects.toMatchObject({
    code: 'vault-wrong-passphrase',
  });

describe('the key', () => {
  it('is changed while the vault stays open, with the passphrase or with another', async () => {
    const { handlers, session } = start();
    const first = await handlers['vault.change-key']({ passphrase: OLD }, own);
    expect(first.recoveryCode).not.toBe(code);
    expect(await readScanner(session)).toBe('scanner-secret');
    expect(await readScanner(start().session)).toBe('scanner-secret');
    await handlers['vault.change-key']({ passphrase: OLD, next: NEW }, own);
    expect(await readScanner(session)).toBe('scanner-secret');
    await refused(OLD);
    expect(await handlers['vault.key-progress']({}, own)).toEqual({ done: 0, total: 0 });
  });

  it('is not changed without the passphrase, nor to one that is too short', async () => {
    const { handlers, session } = start();
    await expect(handlers['vault.change-key']({ passphrase: 'wrong one' }, own)).rejects.toMatchObject({
      code: 'vault-wrong-passphrase',
    });
    await expect(handlers['vault.change-key']({ passphrase: OLD, next: 'short' }, own)).rejects.toMatchObject(
      {
        code: 'vault-weak-passphrase',
      },
    );
    await session.lock();
    await expect(handlers['vault.change-key']({ passphrase: OLD }, own)).rejects.toMatchObject({
      code: 'vault-locked',
    });
    expect(await connect().unlock({ kind: 'recovery', code })).toHaveLength(32);
  });

  it('is changed by a user who comes back with the recovery code and wants it', async () => {
    const { handlers, session } = start();
    const before = await connect().unlock({ kind: 'recovery', code });
    await session.lock();
    const made = await handlers['vault.recover']({ recoveryCode: code, passphrase: NEW, key: true }, own);
    expect(await readScanner(session)).toBe('scanner-secret');
    const after = await connect().unlock({ kind: 'recovery', code: made.recoveryCode });
    expect(after).not.toEqual(before);
    await refused(OLD);
  });

  it('that is changed while the user locks leaves the vault locked', async () => {
    const vault = connect();
    const { handlers, session } = start({
      ...vault,
      async open(key) {
        const open = await vault.open(key);
        const changeKey: typeof open.changeKey = async (...parameters) => {
          const made = await open.changeKey(...parameters);
          await session.lock();
          return made;
        };
        return { ...open, changeKey };
      },
    });
    expect(await handlers['vault.change-key']({ passphrase: OLD, next: NEW }, own)).toHaveProperty(
      'recoveryCode',
    );
    expect(await session.peek()).toBeUndefined();
    await handlers['vault.unlock']({ passphrase: NEW }, own);
    expect(await readScanner(session)).toBe('scanner-secret');
  });

  it('of a worker that ended before it knew the new one opens nothing: it locks, and the passphrase opens', async () => {
    await (await start().session.use()).changeKey(NEW);
    const { session, handlers } = start();
    await expect(session.use()).rejects.toMatchObject({ code: 'vault-locked' });
    expect(await session.locksAt()).toBeUndefined();
    expect(await session.peek()).toBeUndefined();
    await handlers['vault.unlock']({ passphrase: NEW }, own);
    expect(await readScanner(session)).toBe('scanner-secret');
  });

  it('makes other calls to the vault wait meanwhile, and loses nothing of theirs', async () => {
    const { handlers, session } = start();
    await (await session.use()).addAll(
      Array.from({ length: 600 }, (_, i) => ({ entry: draft(`Entry ${i}`), secret: `secret-${i}` })),
    );
    const changing = handlers['vault.change-key']({ passphrase: OLD }, own);
    await vi.waitFor(
      async () => expect((await handlers['vault.key-progress']({}, own)).total).toBeGreaterThan(0),
      { timeout: 60_000, interval: 5 },
    );
    const another = handlers['vault.change-key']({ passphrase: OLD, next: NEW }, own);
    const saves = ['Tablet', 'Camera'].map(async (label) => {
      const open = label === 'Tablet' ? await session.use() : await session.peek();
      return open?.add(draft(label), `secret of ${label}`);
    });
    await Promise.all([changing, another, ...saves]);
    const labels = (await (await session.use()).list()).entries.map(({ label }) => label);
    expect(labels).toEqual(expect.arrayContaining(['Scanner', 'Tablet', 'Camera']));
    await refused(OLD);
  });

  it('takes what a password manager’s connection remembers along', async () => {
    vi.spyOn(fakeBrowser.runtime, 'connectNative').mockImplementation(() => {
      throw new Error('not now');
    });
    const { handlers, session } = start();
    await makeManagerContext('acme', await session.use()).remember({ pairing: 'mira' });
    await handlers['vault.change-key']({ passphrase: OLD }, own);
    expect(await makeManagerContext('acme', await session.use()).recall()).toEqual({ pairing: 'mira' });
    await makeManagerContext('acme', await session.use()).remember({ pairing: 'again' });
    expect(await makeManagerContext('acme', await session.use()).recall()).toEqual({ pairing: 'again' });
  });

  it('takes along what proves the settings, and nothing that the old key proves later is believed', async () => {
    const { handlers, session } = start();
    const old = await session.use();
    await writeSettings({ ...(await readOwnSettings()), autoLockMinutes: 30 }, old);
    const before = await fakeBrowser.storage.local.get('settings-seal');
    await handlers['vault.change-key']({ passphrase: OLD }, own);
    for (const seal of [undefined, before]) {
      if (seal) await fakeBrowser.storage.local.set(seal);
      await session.lock();
      await handlers['vault.unlock']({ passphrase: OLD }, own);
      expect(await areSettingsChanged()).toBe(false);
      expect((await readOwnSettings()).autoLockMinutes).toBe(30);
    }
    expect(await fakeBrowser.storage.local.get('settings-seal')).not.toEqual(before);
  });
});
