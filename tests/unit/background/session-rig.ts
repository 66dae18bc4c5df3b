import { expect, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { createSession, LOCK_ALARM, type Session } from '../../../lib/background/services/session';
import type { OpenVault, Vault } from '../../../lib/vault/vault';

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const START = 1_800_000_000_000;
export const locked = { code: 'vault-locked' };

/** Everything a session stands on, in the hands of the test. */
export const rig = {
  now: START,
  steady: 0,
  minutes: 10,
  /** How often the rest was forgotten. */
  forgotten: 0,
  /** What the vault's opening waits for. */
  gate: Promise.resolve() as Promise<void>,
  /** What the worker of now has opened. */
  opened: [] as { close: ReturnType<typeof vi.fn>; key: Uint8Array }[],
};

export const vault = {
  async open(key: Uint8Array) {
    const copy = key.slice();
    await rig.gate;
    const open = { close: vi.fn(), key: copy };
    rig.opened.push(open);
    return open as unknown as OpenVault;
  },
} as unknown as Vault;

/** A fresh browser, and the clock at its start. */
export function reset(): void {
  fakeBrowser.reset();
  Object.assign(rig, { now: START, minutes: 10, forgotten: 0, gate: Promise.resolve(), opened: [] });
}

/** A worker that has just begun: nothing but what the browser keeps is left of the one before. */
export function begin(
  opening?: (open: OpenVault) => Promise<void>,
  minutes = async () => rig.minutes,
): Session {
  Object.assign(rig, { steady: 0, opened: [] });
  return createSession(
    vault,
    minutes,
    () => rig.now,
    async () => {
      rig.forgotten += 1;
    },
    { steady: () => rig.steady, ...(opening && { opening }) },
  );
}

/** Time goes by for both clocks. */
export function pass(ms: number): void {
  rig.now += ms;
  rig.steady += ms;
}

export const makeKey = () => new Uint8Array(32).fill(7);
export const kept = async () => (await fakeBrowser.storage.session.get('session'))['session'];

/** Neither way in opens anything, nothing is left behind, and nothing opens it later. */
export async function expectLocked(session: Session): Promise<void> {
  expect(await session.peek()).toBeUndefined();
  expect(await session.locksAt()).toBeUndefined();
  await expect(session.use()).rejects.toMatchObject(locked);
  expect(await kept()).toBeUndefined();
  expect((await fakeBrowser.alarms.getAll()).map(({ name }) => name)).not.toContain(LOCK_ALARM);
  expect(rig.opened.every(({ close }) => close.mock.calls.length > 0)).toBe(true);
  rig.now = START + 5 * MINUTE;
  await expect(session.use()).rejects.toMatchObject(locked);
}
