import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { type Captures, createCaptures } from '../../../lib/background/captures';
import { createFreshSaves } from '../../../lib/background/fresh-saves';
import { pageHandlers } from '../../../lib/background/page-handlers';
import { createPageNotes } from '../../../lib/background/page-notes';
import type { Parts } from '../../../lib/background/parts';
import type { PageContext } from '../../../lib/messaging/serve';
import { connectVault } from '../../../lib/vault/vault';

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
    {
      provider: 'mailcow',
      account: '',
      label: 'Mutt',
      secret,
      asked: false,
      gesture: true,
      ...(leaving && { leaving }),
    },
    context(),
  );

beforeEach(() => {
  fakeBrowser.reset();
  now = 1_000_000;
  captures = createCaptures(
    connectVault({ name: 'captures' }),
    () => now,
    async () => undefined,
    createFreshSaves(() => now),
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
