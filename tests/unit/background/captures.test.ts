import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { type Captures, createCaptures } from '../../../lib/background/captures';
import { pageHandlers } from '../../../lib/background/page-handlers';
import { createPageNotes } from '../../../lib/background/page-notes';
import type { Parts } from '../../../lib/background/parts';
import type { PageContext } from '../../../lib/messaging/serve';
import { connectVault } from '../../../lib/vault/vault';

vi.mock('../../../lib/vault/crypto', async (load) => {
  return (await import('../vault/fast-stretching')).withoutStretching(await load());
});

let now = 1_000_000;
let captures: Captures;
let handlers: ReturnType<typeof pageHandlers>;

const context = (host = 'mail.example'): PageContext => ({
  caller: 'content-script',
  url: new URL(`https://${host}/user`),
  tabId: 1,
});
const offer = (secret: string, leaving?: true) =>
  handlers['capture.offer'](
    { provider: 'mailcow', account: '', label: 'Mutt', secret, asked: false, ...(leaving && { leaving }) },
    context(),
  );

beforeEach(() => {
  fakeBrowser.reset();
  now = 1_000_000;
  captures = createCaptures(
    connectVault({ name: 'captures' }),
    () => now,
    async () => undefined,
  );
  const parts: Partial<Parts> = {
    captures,
    pageNotes: createPageNotes(() => now),
    now: () => now,
    openPage: async () => undefined,
    reminders: { poke: async () => undefined } as unknown as Parts['reminders'],
  };
  handlers = pageHandlers(parts as Parts);
});

describe('what the page before sent, and the server refused', () => {
  it('is taken back, and counts as new when it is shown again', async () => {
    const { captureId } = await offer('qkzvhtrmwbxnplgd', true);
    expect(await captures.waiting()).toBe(1);
    await handlers['capture.refused']({}, context());
    expect(await captures.waiting()).toBe(0);
    expect((await offer('qkzvhtrmwbxnplgd')).captureId).not.toBe(captureId);
  });

  it('is taken back, too, when the same form was sent twice before the answer came', async () => {
    await offer('qkzvhtrmwbxnplgd', true);
    await offer('qkzvhtrmwbxnplgd', true);
    await handlers['capture.refused']({}, context());
    expect(await captures.waiting()).toBe(0);
  });

  it('is not taken back by the second page after', async () => {
    await offer('qkzvhtrmwbxnplgd', true);
    await handlers['words.get']({}, context());
    await handlers['words.get']({}, context());
    await handlers['capture.refused']({}, context());
    expect(await captures.waiting()).toBe(1);
  });

  it('takes nothing back that waited before, nor what another site sent, nor later', async () => {
    await offer('qkzvhtrmwbxnplgd');
    await offer('qkzvhtrmwbxnplgd', true);
    await handlers['capture.refused']({}, context());
    expect(await captures.waiting()).toBe(1);
    await offer('wq7zkxv9tbnprq4m', true);
    await handlers['capture.refused']({}, context('other.example'));
    await offer('rx2vkq8wzbtnpl5d', true);
    now += 10_001;
    await handlers['capture.refused']({}, context());
    expect(await captures.waiting()).toBe(3);
  });
});

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
    );
    await captures.offer({
      provider: 'mailcow',
      site: '',
      account: '',
      label: '',
      secret: 'qkzvhtrmwbxnplgd',
    });
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
    'stays whatever stands in storage: %j',
    async (odd) => {
      await fakeBrowser.storage.local.set({ 'running-days': odd });
      expect(await live(400)).toBe(true);
    },
  );

  it('comes in anew on a day of its own', async () => {
    await live(0, 1, 2, 3, 4);
    now += 4.5 * DAY;
    await captures.offer({
      provider: 'mailcow',
      site: '',
      account: '',
      label: '',
      secret: 'wq7zkxv9tbnprq4m',
    });
    now += 3 * DAY;
    await captures.expire();
    expect(await captures.waiting()).toBe(1);
  });
});
