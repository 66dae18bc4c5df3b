import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { vaultHandlers } from '../../../lib/background/handlers/vault';
import type { Services } from '../../../lib/background/services';
import { createSession, findLockState, type Session } from '../../../lib/background/services/session';
import { connectVault, type Vault } from '../../../lib/vault/vault';

vi.mock(
  '../../../lib/vault/crypto',
  async (load: () => Promise<typeof import('../../../lib/vault/crypto')>) => {
    return (await import('../vault/fast-stretching')).withoutStretching(await load());
  },
);

const passphrase = 'correct horse battery';
const own = { caller: 'own-page' } as const;
const understood = { understood: true } as const;

let now = 1_800_000_000_000;
let count = 0;
let vault: Vault;
let session: Session;
let handlers: ReturnType<typeof vaultHandlers>;

beforeEach(async () => {
  fakeBrowser.reset();
  now = 1_800_000_000_000;
  count += 1;
  vault = connectVault({ name: `erasing ${count}`, now: () => now });
  session = createSession(
    vault,
    async () => 10,
    () => now,
    async () => {},
  );
  const nothing = async () => undefined;
  const services = {
    ...{ vault, session, now: () => now },
    captures: { sealPending: nothing, settle: nothing, forget: nothing },
    reminders: { update: nothing, poke: nothing, forget: nothing },
    deliveries: { settle: nothing },
  };
  handlers = vaultHandlers(services as unknown as Services);
  await handlers['vault.create']({ passphrase }, own);
});

const exists = async () => (await vault.status()).exists;
const askToErase = () => handlers['vault.erase-forgotten'](understood, own);

describe('erasing a vault that the user cannot open', () => {
  it('is announced, and done when asked again some time later', async () => {
    await session.lock();
    expect(await askToErase()).toEqual({ from: now + 10_000 });
    expect(await askToErase()).toEqual({ from: now + 10_000 });
    now += 9_999;
    await askToErase();
    expect(await exists()).toBe(true);
    now += 1;
    expect(await askToErase()).toEqual({});
    expect(await exists()).toBe(false);
  });

  it.each([120_000, 8 * 3_600_000, -1])('is announced again after %i ms', async (ms) => {
    await session.lock();
    await askToErase();
    now += ms;
    expect(await askToErase()).toEqual({ from: now + 10_000 });
    expect(await exists()).toBe(true);
  });

  it('is called off when the user opens the vault', async () => {
    await session.lock();
    await askToErase();
    await handlers['vault.unlock']({ passphrase }, own);
    now += 20_000;
    expect(await askToErase()).toHaveProperty('from');
    expect(await exists()).toBe(true);
  });

  it('leaves no announcement behind', async () => {
    await askToErase();
    now += 20_000;
    await askToErase();
    await handlers['vault.create']({ passphrase }, own);
    expect(await askToErase()).toHaveProperty('from');
    expect(await exists()).toBe(true);
  });
});

describe('how a vault stands', () => {
  it('is open, locked, or there is none', async () => {
    expect(await findLockState(session, vault)).toBe('open');
    now += 11 * 60_000;
    expect(await findLockState(session, vault)).toBe('locked');
    await vault.erase();
    expect(await findLockState(session, vault)).toBe('unmade');
  });

  it('is locked where it cannot be read', async () => {
    await session.lock();
    vi.spyOn(vault, 'status').mockRejectedValueOnce(new Error('too new'));
    expect(await findLockState(session, vault)).toBe('locked');
  });
});

describe('a lock that comes while a vault is made', () => {
  it('wins, and the recovery code is told all the same', async () => {
    await handlers['vault.erase'](understood, own);
    const opening = vi.spyOn(vault, 'open');
    opening.mockImplementationOnce(async (key) => {
      await session.lock();
      opening.mockRestore();
      return vault.open(key);
    });
    const { recoveryCode } = await handlers['vault.create']({ passphrase }, own);
    expect(recoveryCode).toMatch(/^[0-9A-Z]{4}-/);
    expect(await findLockState(session, vault)).toBe('locked');
    await handlers['vault.unlock']({ passphrase }, own);
    expect(await findLockState(session, vault)).toBe('open');
  });
});
