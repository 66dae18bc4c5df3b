import 'fake-indexeddb/auto';
import { beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { makeVault, offer, reset, rig } from './captures-rig';

vi.mock('../../../lib/vault/crypto', async (load) => {
  return (await import('../vault/fast-stretching')).withoutStretching(await load());
});

const DAY = 86_400_000;
const FIRST = 20_000;

/** The browser runs at these times (in days since the first). */
async function run(...days: number[]): Promise<void> {
  for (const day of days) {
    rig.now = (FIRST + day) * DAY;
    await rig.captures.expire();
  }
}

beforeEach(async () => {
  reset();
  rig.now = FIRST * DAY;
  await makeVault();
});

it('what came in on the first of three days goes, to its last millisecond, and what came in after it stays', async () => {
  rig.now = (FIRST + 1) * DAY - 1;
  await offer('qkzvhtrmwbxnplgd');
  rig.now += 1;
  await offer('wq7zkxv9tbnprq4m');
  await run(0, 30);
  expect(await rig.captures.waiting()).toBe(2);
  await run(31);
  expect(await rig.captures.waiting()).toBe(1);
});

it('nothing goes before it has waited 7 days, to the millisecond', async () => {
  await offer('qkzvhtrmwbxnplgd');
  await run(0, 1, 2, 7 - 1 / DAY);
  expect(await rig.captures.waiting()).toBe(1);
  await run(7);
  expect(await rig.captures.waiting()).toBe(0);
});

it('days that are remembered are 30, the last ones, each once', async () => {
  await run(...Array.from({ length: 45 }, (_, day) => day), 44.5);
  const { 'running-days': days } = await fakeBrowser.storage.local.get('running-days');
  expect(days).toEqual(Array.from({ length: 30 }, (_, day) => FIRST + 15 + day));
});
