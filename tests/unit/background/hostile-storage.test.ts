import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { transferHandlers } from '../../../lib/background/handlers/transfer';
import { vaultHandlers } from '../../../lib/background/handlers/vault';
import type { Services } from '../../../lib/background/services';
import { createCaptures } from '../../../lib/background/services/captures';
import { createFreshSaves } from '../../../lib/background/services/fresh-saves';
import { makeManagerContext } from '../../../lib/background/services/manager-context';
import { createSession, type Session } from '../../../lib/background/services/session';
import { openSettings } from '../../../lib/background/services/settings';
import { AppError } from '../../../lib/errors';
import type { Context } from '../../../lib/messaging/serve';
import { makePassphraseSlot } from '../../../lib/vault/slots';
import { connectVault, type Vault } from '../../../lib/vault/vault';
import { dumpDatabase, plantRow } from '../vault/database';
import { draft, takenCapture } from '../vault/fixtures';

vi.mock('../../../lib/vault/crypto', async (load) => {
  return (await import('../vault/fast-stretching')).withoutStretching(await load());
});

const NAME = 'hostile background';
const DAY = 86_400_000;
const NOW = 20_000 * DAY;
const PASSPHRASE = 'correct horse battery';
const own: Context = { caller: 'own-page' };
const done = async () => undefined;
const full = async () => {
  throw new AppError('vault-full', 'no room');
};

let vault: Vault;
let session: Session;
let services: Services;
let handlers: ReturnType<typeof vaultHandlers>;

/** A worker as it starts, over what is stored. */
function start(change: Partial<Vault> = {}): void {
  vault = { ...connectVault({ name: NAME, now: () => NOW }), ...change };
  session = createSession(
    vault,
    async () => 10,
    () => NOW,
    done,
    { opening: openSettings },
  );
  const fresh = createFreshSaves(() => NOW);
  services = {
    ...{ vault, session, fresh, now: () => NOW },
    captures: createCaptures(vault, () => NOW, done as never, fresh),
    reminders: { update: done, due: async () => 0, poke: done, forget: done },
    deliveries: { settle: done },
    sites: { watched: async () => [] },
  } as unknown as Services;
  handlers = vaultHandlers(services);
}

let code: string;
beforeEach(async () => {
  fakeBrowser.reset();
  start();
  await vault.erase();
  code = (await handlers['vault.create']({ passphrase: PASSPHRASE }, own)).recoveryCode;
  await (await session.use()).add(draft('Scanner'), 'scanner-secret');
});
afterEach(() => vi.restoreAllMocks());

const unlock = async () => {
  await session.lock();
  await handlers['vault.unlock']({ passphrase: PASSPHRASE }, own);
  return session.use();
};

describe('a user who knows the passphrase gets in', () => {
  it('when there is no room to write settings down', async () => {
    vi.spyOn(fakeBrowser.storage.local, 'set').mockRejectedValue(new Error('no room'));
    expect((await (await unlock()).list()).entries).toHaveLength(1);
  });

  it('when what was kept while it was locked finds no room, and it stays where it is', async () => {
    await vault.sealCapture(takenCapture('capture-one'));
    await vault.keepCapture('capture-one', { label: 'Kept' });
    const real = vault;
    start({ open: async (key) => ({ ...(await real.open(key)), takeCapture: full }) });
    expect((await (await unlock()).list()).entries).toHaveLength(1);
    expect(await vault.hasCapture('capture-one')).toBe('kept');
    start();
    expect((await (await unlock()).list()).entries).toHaveLength(2);
  });

  it('soon, however many an attacker planted as kept', async () => {
    for (let i = 0; i < 400; i++) {
      await vault.sealCapture(takenCapture(`capture-${i}`));
      await vault.keepCapture(`capture-${i}`, { label: 'Planted' });
    }
    const opening = vi.spyOn(crypto.subtle, 'deriveBits');
    const { entries } = await (await unlock()).list();
    // A part of them at once; and each is opened a few times, not once for every other.
    expect(entries.length).toBeGreaterThan(100);
    expect(opening.mock.calls.length).toBeLessThan(400 * 6);
    expect((await vault.inboxCount()).kept).toBeLessThan(400);
  });

  it('when reminders cannot be computed', async () => {
    services.reminders.update = full;
    expect((await (await unlock()).list()).entries).toHaveLength(1);
  });

  it('and a user who creates a vault gets the recovery code, no matter what becomes of what waited', async () => {
    await vault.erase();
    services.captures.sealPending = full;
    const made = await handlers['vault.create']({ passphrase: PASSPHRASE }, own);
    expect(await vault.unlock({ kind: 'recovery', code: made.recoveryCode })).toHaveLength(32);
  });
});

describe('a key slot that an attacker planted', () => {
  const PLANTED = 'planted passphrase';
  beforeEach(async () => {
    const meta = new Map((await dumpDatabase(NAME))['meta']);
    const header = meta.get('header') as { vaultId: string; slots: object[] };
    const slot = await makePassphraseSlot(header.vaultId, new Uint8Array(32).fill(9), PLANTED);
    for (const copy of ['header', 'header-copy']) {
      await plantRow(NAME, 'meta', copy, { ...header, slots: [...header.slots, slot] });
    }
  });

  it('is no passphrase of the vault: neither files nor other ways in are had for it', async () => {
    const files = transferHandlers(services);
    const passphrase = PLANTED;
    for (const attempt of [
      () => files['transfer.read']({ passphrase }, own),
      () => files['backup.read']({ passphrase }, own),
      () => handlers['vault.renew-recovery-code']({ passphrase }, own),
      () => handlers['vault.change-passphrase']({ current: passphrase, next: 'eleven walnut ferries' }, own),
      () => handlers['vault.change-key']({ passphrase }, own),
    ]) {
      await expect(attempt()).rejects.toMatchObject({ code: 'vault-wrong-passphrase' });
    }
    expect(await vault.unlock({ kind: 'recovery', code })).toHaveLength(32);
    expect((await files['transfer.read']({ passphrase: PASSPHRASE }, own)).items).toHaveLength(1);
  });
});

describe('what an attacker may have written', () => {
  it('where a manager’s connection is remembered is as if nothing was', async () => {
    vi.spyOn(fakeBrowser.runtime, 'connectNative').mockImplementation(() => {
      throw new Error('not now');
    });
    const open = await session.use();
    for (const memory of [
      5,
      'x',
      null,
      [],
      { acme: 5 },
      { acme: { a: 1 } },
      { acme: ['x'] },
      { acme: '!' },
    ]) {
      await fakeBrowser.storage.local.set({ 'bridge-memory': memory });
      expect(await makeManagerContext('acme', open).recall(), JSON.stringify(memory)).toBeUndefined();
      await makeManagerContext('acme', open).remember({ pairing: 'mira' });
      expect(await makeManagerContext('acme', open).recall()).toEqual({ pairing: 'mira' });
    }
  });

  it('where days are counted neither stops the count nor makes days', async () => {
    const yesterday = NOW - 30 * DAY;
    await connectVault({ name: NAME, now: () => yesterday }).sealCapture(takenCapture('capture-one'));
    for (const days of [5, 'x', null, {}, [1n, 2n, 3n], ['1', '2', '3'], [Number.NaN, -1.5, {}, [[]]]]) {
      vi.spyOn(fakeBrowser.storage.local, 'get').mockResolvedValueOnce({ 'running-days': days } as never);
      await services.captures.expire();
      expect(await vault.hasCapture('capture-one')).toBe('waiting');
    }
  });

  it('where the last backup is noted is no day that cannot be shown', async () => {
    const files = transferHandlers(services);
    for (const at of [-1e300, -1, Number.MAX_VALUE, Number.NaN, 0.5]) {
      await fakeBrowser.storage.local.set({ 'last-backup': { at, digest: 'x' } });
      const { last = 0 } = await files['backup.status']({}, own);
      expect(Number.isInteger(last) && last >= 0 && last <= NOW, String(at)).toBe(true);
    }
  });
});

it('what waited and names a day to come is of today once it is kept', async () => {
  await vault.sealCapture(takenCapture('capture-one', { captured: 8.64e15 }));
  await vault.keepCapture('capture-one', { label: 'Kept' });
  const { entries } = await (await unlock()).list();
  expect(entries.find(({ label }) => label === 'Kept')).toMatchObject({ created: NOW, secretChanged: NOW });
});

it('a vault that was erased leaves no day of a backup to the next one', async () => {
  const files = transferHandlers(services);
  await files['backup.made']({}, own);
  await handlers['vault.erase']({ understood: true }, own);
  await handlers['vault.create']({ passphrase: PASSPHRASE }, own);
  expect(await files['backup.status']({}, own)).not.toHaveProperty('last');
});

describe('a new recovery code', () => {
  const unseen = [{ kind: 'recovery-code-unseen' }];

  it('of which it is unknown whether the user saw it is said, until the user has', async () => {
    await handlers['vault.renew-recovery-code']({ passphrase: PASSPHRASE }, own);
    start();
    expect((await (await unlock()).list()).warnings).toEqual(unseen);
    await handlers['vault.confirm-warnings']({ seen: [{ kind: 'recovery-code-unseen' }] }, own);
    start();
    expect((await (await unlock()).list()).warnings).toEqual([]);
  });

  it('that came by the old one is said as well', async () => {
    await session.lock();
    await handlers['vault.recover']({ recoveryCode: code, passphrase: 'eleven walnut ferries' }, own);
    expect((await (await session.use()).list()).warnings).toEqual(unseen);
  });
});
