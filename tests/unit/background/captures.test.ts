import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { pageHandlers } from '../../../lib/background/handlers/page';
import type { Services } from '../../../lib/background/services';
import { type Captures, createCaptures } from '../../../lib/background/services/captures';
import { createFreshSaves, type FreshSaves } from '../../../lib/background/services/fresh-saves';
import { createPageNotes } from '../../../lib/background/services/page-notes';
import type { PageContext } from '../../../lib/messaging/serve';
import { connectVault, type OpenVault, type Vault } from '../../../lib/vault/vault';

vi.mock('../../../lib/vault/crypto', async (load) => {
  return (await import('../vault/fast-stretching')).withoutStretching(await load());
});

let now = 1_000_000;
let captures: Captures;
let fresh: FreshSaves;
let vault: Vault;
let open: OpenVault | undefined;
let round = 0;
let handlers: ReturnType<typeof pageHandlers>;

const context = (host = 'mail.example', tabId = 1): PageContext => ({
  caller: 'content-script',
  url: new URL(`https://${host}/user`),
  tabId,
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

/** What a page shows after the user did something, or did nothing. */
const showOn = (secret: string, gesture: boolean, page = context()) =>
  handlers['capture.offer'](
    { provider: 'mailcow', account: '', label: '', secret, asked: false, gesture },
    page,
  );

/** A different secret for each number. */
const secretOf = (number: number) => `qkzvhtrmwbxnplg${number}`;
const tooMany = { code: 'capture-too-many' };
const gone = { code: 'capture-gone' };

beforeEach(() => {
  fakeBrowser.reset();
  now = 1_000_000;
  open = undefined;
  fresh = createFreshSaves(() => now);
  vault = connectVault({ name: `captures-${round++}` });
  captures = createCaptures(
    vault,
    () => now,
    async () => undefined,
    fresh,
  );
  const services: Partial<Services> = {
    captures,
    fresh,
    session: { peek: async () => open, use: async () => open } as unknown as Services['session'],
    deliveries: { settle: async () => undefined } as unknown as Services['deliveries'],
    schedulePurge: async () => undefined,
    pageNotes: createPageNotes(() => now),
    now: () => now,
    openPage: async () => undefined,
    reminders: {
      poke: async () => undefined,
      update: async () => undefined,
    } as unknown as Services['reminders'],
  };
  handlers = pageHandlers(services as Services);
});

describe('what the page before sent, and the server refused', () => {
  it('is undone, and counts as new when it is shown again', async () => {
    const { captureId } = await offer('qkzvhtrmwbxnplgd', true);
    expect(await captures.waiting()).toBe(1);
    await handlers['capture.refused']({}, context());
    expect(await captures.waiting()).toBe(0);
    expect((await offer('qkzvhtrmwbxnplgd')).captureId).not.toBe(captureId);
  });

  it('is undone, too, when the same form was sent twice before the answer came', async () => {
    await offer('qkzvhtrmwbxnplgd', true);
    await offer('qkzvhtrmwbxnplgd', true);
    await handlers['capture.refused']({}, context());
    expect(await captures.waiting()).toBe(0);
  });

  it('is not undone by the second page after', async () => {
    await offer('qkzvhtrmwbxnplgd', true);
    await handlers['words.get']({}, context());
    await handlers['words.get']({}, context());
    await handlers['capture.refused']({}, context());
    expect(await captures.waiting()).toBe(1);
  });

  it('undoes nothing that waited before, nor what another site sent, nor later', async () => {
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

describe('a page that shows secrets by itself', () => {
  it('has one captured in ten minutes, however often it reloads', async () => {
    await showOn(secretOf(0), false);
    for (let load = 1; load <= 15; load++)
      await expect(showOn(secretOf(load), false)).rejects.toMatchObject(tooMany);
    expect(await captures.waiting()).toBe(1);
    now += 599_999;
    await expect(showOn(secretOf(20), false)).rejects.toMatchObject(tooMany);
    now += 1;
    await showOn(secretOf(20), false);
    expect(await captures.waiting()).toBe(2);
  });

  it('shows the one that is known as often as it likes', async () => {
    const { captureId } = await showOn(secretOf(0), false);
    expect(await showOn(secretOf(0), false)).toMatchObject({ captureId, state: 'no-vault' });
  });

  it('uses up nothing of the budget for what the user does', async () => {
    for (let tab = 0; tab < 30; tab++)
      await showOn(secretOf(tab), false, context('mail.example', tab)).catch(() => undefined);
    expect(await captures.waiting()).toBe(10);
    for (let press = 0; press < 10; press++) await showOn(secretOf(100 + press), true);
    await expect(showOn(secretOf(200), true)).rejects.toMatchObject(tooMany);
    expect(await captures.waiting()).toBe(20);
    await showOn(secretOf(200), true, context('other.example'));
    now += 3_600_000;
    await showOn(secretOf(201), true);
  });

  it('shows what was asked for on the page before, once', async () => {
    await showOn(secretOf(0), false);
    await handlers['page.noted']({ provider: 'mailcow', label: 'Mutt', account: '' }, context());
    await showOn(secretOf(1), false);
    await expect(showOn(secretOf(2), false)).rejects.toMatchObject(tooMany);
  });
});

describe('a capture', () => {
  const answer = { label: 'Mutt', account: '' };

  it('belongs to its tab and site', async () => {
    const { captureId } = await showOn(secretOf(0), true);
    for (const page of [context('mail.example', 2), context('evil.example', 1)])
      await expect(handlers['capture.keep']({ captureId, ...answer }, page)).rejects.toMatchObject(gone);
    // Another tab that shows it as well may answer it as well.
    await showOn(secretOf(0), false, context('mail.example', 2));
    const kept = await handlers['capture.keep']({ captureId, ...answer }, context('mail.example', 2));
    expect(kept.state).toBe('needs-vault');
  });

  it('is nothing that another site can ask about', async () => {
    const { captureId } = await showOn(secretOf(0), true);
    const other = await showOn(secretOf(0), true, context('evil.example'));
    expect(other.captureId).not.toBe(captureId);
    expect(other.state).toBe('no-vault');
  });

  it('is not answered a second time in a page', async () => {
    open = await vault.open((await vault.create('correct horse battery staple')).key);
    const { captureId } = await showOn(secretOf(0), true);
    expect((await handlers['capture.keep']({ captureId, ...answer }, context())).state).toBe('saved');
    await expect(handlers['capture.keep']({ captureId, ...answer }, context())).rejects.toMatchObject(gone);
  });
});

describe('what was saved in a page', () => {
  const own = { caller: 'own-page' } as const;
  const answer = { label: 'Mutt', account: '' };

  beforeEach(async () => {
    open = await vault.open((await vault.create('correct horse battery staple')).key);
  });

  it('can be undone for two minutes, and counts as new when it is shown again', async () => {
    const { captureId } = await showOn(secretOf(0), true);
    const { entryId = '' } = await handlers['capture.keep']({ captureId, ...answer }, context());
    now += 119_999;
    expect((await fresh.all()).map((one) => one.entryId)).toEqual([entryId]);
    await handlers['capture.take-back']({ entryId }, own);
    expect((await open?.get(entryId))?.deleted).toBe(now);
    await expect(handlers['capture.take-back']({ entryId }, own)).rejects.toMatchObject(gone);
    expect((await showOn(secretOf(0), true)).captureId).not.toBe(captureId);
  });

  it('can be undone no longer, also when the clock was set back', async () => {
    const { captureId } = await showOn(secretOf(0), true);
    const { entryId = '' } = await handlers['capture.keep']({ captureId, ...answer }, context());
    now -= 3_600_000;
    await expect(handlers['capture.take-back']({ entryId }, own)).rejects.toMatchObject(gone);
    now += 3_600_000 + 120_000;
    await expect(handlers['capture.take-back']({ entryId }, own)).rejects.toMatchObject(gone);
    expect((await open?.get(entryId))?.deleted).toBeUndefined();
  });

  it('while the vault was locked can be undone from the unlocking on', async () => {
    const vaultOpen = open as OpenVault;
    open = undefined;
    const { captureId } = await showOn(secretOf(0), true);
    expect((await handlers['capture.keep']({ captureId, ...answer }, context())).state).toBe('kept');
    now += 600_000;
    await captures.settle(vaultOpen);
    expect(await fresh.all()).toHaveLength(1);
  });

  it('in our own pages needs no second look', async () => {
    const { captureId } = await showOn(secretOf(0), true);
    await handlers['capture.keep']({ captureId, ...answer }, own);
    expect(await fresh.all()).toEqual([]);
  });
});
