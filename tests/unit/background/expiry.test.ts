import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { type Captures, createCaptures } from '../../../lib/background/services/captures';
import { createFreshSaves } from '../../../lib/background/services/fresh-saves';
import { connectVault } from '../../../lib/vault/vault';

vi.mock('../../../lib/vault/crypto', async (load) => {
  return (await import('../vault/fast-stretching')).withoutStretching(await load());
});

let now = 0;
let captures: Captures;

const offer = (secret: string) =>
  captures.offer({ provider: 'mailcow', site: '', isMeant: true, account: '', label: '', secret });

beforeEach(() => fakeBrowser.reset());

describe('what waits for an answer', () => {
  const DAY = 86_400_000;
  beforeEach(async () => {
    now = 20_000 * DAY + 1_000;
    const vault = connectVault({ name: 'captures', now: () => now });
    await vault.erase();
    await vault.create('correct horse battery');
    captures = createCaptures(
      vault,
      () => now,
      async () => undefined,
      createFreshSaves(() => now),
    );
    await offer('qkzvhtrmwbxnplgd');
  });

  /** The browser runs on these days after it came in; is it still there? */
  async function live(...days: number[]): Promise<boolean> {
    const start = now;
    for (const day of days) {
      now = start + day * DAY;
      await captures.expire();
    }
    now = start;
    return (await captures.waiting()) === 1;
  }

  it.each([
    [[0, 1, 2, 3, 4, 5, 6, 7]],
    [[0, 3, 7]],
    [[1, 5, 40]],
    // A clock that was wrong in between does not keep it for ever.
    [[0, 400, 1, 2, 3, 4, 5, 6, 7]],
  ])('goes after 7 days of which 3 were seen: %j', async (days) => expect(await live(...days)).toBe(false));

  it.each([
    [[0, 1, 2, 3, 4, 5, 6]],
    // A clock that jumps ahead, once, and there and back.
    [[400]],
    [[0, 400]],
    [[400, 400, 400.2]],
    [[0, 400, 0, 400]],
    [[-400, -399, -398, 0, 8]],
  ])('stays where that is not sure: %j', async (days) => expect(await live(...days)).toBe(true));

  it.each([[7], ['no list'], [{}], [['x', null, Number.NaN]]])(
    'stays, no matter what stands in storage: %j',
    async (odd) => {
      await fakeBrowser.storage.local.set({ 'running-days': odd });
      expect(await live(400)).toBe(true);
    },
  );

  it('that is captured again counts its days from then', async () => {
    await live(0, 1, 2, 3, 4);
    now += 4.5 * DAY;
    await offer('wq7zkxv9tbnprq4m');
    now += 3 * DAY;
    await captures.expire();
    expect(await captures.waiting()).toBe(1);
  });
});
