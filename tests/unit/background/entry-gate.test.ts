import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { gateVault } from '../../../lib/background/entry-gate';
import { entryHandlers } from '../../../lib/background/handlers/entries';
import { inventoryHandlers } from '../../../lib/background/handlers/inventories';
import { transferHandlers } from '../../../lib/background/handlers/transfer';
import type { Services } from '../../../lib/background/services';
import { type Captures, createCaptures } from '../../../lib/background/services/captures';
import { createDeliveries } from '../../../lib/background/services/deliveries';
import { createFreshSaves } from '../../../lib/background/services/fresh-saves';
import { createInventories } from '../../../lib/background/services/inventories';
import { readManaged } from '../../../lib/background/services/policy';
import { createSession, type Session } from '../../../lib/background/services/session';
import { bridges } from '../../../lib/managers';
import { defaultSettings } from '../../../lib/model';
import { connectVault, type OpenVault, type Vault } from '../../../lib/vault/vault';
import { draft } from '../vault/fixtures';

vi.mock('../../../lib/vault/crypto', async (load) => {
  return (await import('../vault/fast-stretching')).withoutStretching(await load());
});

const own = { caller: 'own-page' } as const;
const secret = 'qkzvhtrmwbxnplgd';
const forbidden = { code: 'policy-forbids' };
const allow = (...providers: string[]) => fakeBrowser.storage.managed.set({ providers });

let count = 0;
let vault: Vault;
let session: Session;
let captures: Captures;
let services: Services;
let open: OpenVault;

beforeEach(async () => {
  fakeBrowser.reset();
  count += 1;
  const bare = connectVault({ name: `gate ${count}` });
  const { key } = await bare.create('correct horse battery');
  vault = gateVault(bare, async () => (await readManaged()).policy);
  session = createSession(
    vault,
    async () => 10,
    () => Date.now(),
    async () => {},
  );
  open = await session.unlock(key);
  const fresh = createFreshSaves(() => Date.now());
  captures = createCaptures(
    vault,
    () => Date.now(),
    async () => undefined,
    fresh,
  );
  services = {
    ...{ vault, session, captures, fresh, inventories: createInventories(), now: () => Date.now() },
    reminders: { update: async () => undefined, poke: async () => undefined },
    sites: { watched: async () => [] },
    schedulePurge: async () => undefined,
  } as unknown as Services;
});

const typed = (provider: string) => ({
  entry: { provider, site: '', label: 'Scanner', account: '', notes: '' },
  secret,
});
const read = (provider: string) => ({
  ...{ provider, site: '', label: 'Scanner', account: '', client: '', device: '', notes: '' },
  ...{ protocols: [], tags: [], secret },
});
const saved = (provider: string) => ({
  entry: { ...draft('Scanner', { provider }), id: 'AAAAAAAAAAAAAAAAAAAAAA' },
  secret,
});
const capture = (provider: string) => ({ provider, site: '', account: '', label: '', secret, isMeant: true });
const kept = async () => (await open.list()).entries.map(({ provider }) => provider);

/** Every way an entry comes in, as the handlers know them. */
const waysIn: Record<string, (provider: string) => Promise<unknown>> = {
  'typed manually': (provider) => entryHandlers(services)['entry.add'](typed(provider), own),
  'from a file': (provider) => transferHandlers(services)['transfer.add']({ entries: [read(provider)] }, own),
  // The handler leaves out what the gate would refuse, and names it.
  'from a backup': (provider) => open.restore([saved(provider)], []),
  'from a page': async (provider) => {
    const { captureId } = await captures.offer({ ...capture(provider), secret: `${secret}${provider}` });
    return captures.keep(captureId, { label: '', account: '' }, open);
  },
  'from a list': async (provider) => {
    const list = { complete: true, entries: [{ label: 'Scanner' }] };
    const { key: name } = await services.inventories.note({ provider, site: '', tabId: 1, at: 1, list });
    return inventoryHandlers(services)['list.adopt']({ name, rows: [{ place: 0, label: 'Scanner' }] }, own);
  },
};

describe.each(Object.entries(waysIn))('an entry %s', (_, bring) => {
  it('comes in where nothing is forbidden', async () => {
    await bring('acme');
    expect(await kept()).toEqual(['acme']);
  });

  it('comes in of a provider that is allowed, and of no other', async () => {
    await allow('acme');
    await expect(bring('other')).rejects.toMatchObject(forbidden);
    expect(await kept()).toEqual([]);
    await bring('acme');
    expect(await kept()).toEqual(['acme']);
  });
});

describe('an entry that is there', () => {
  let id: string;
  beforeEach(async () => {
    ({ id } = await open.add(draft('Scanner', { provider: 'acme' }), ''));
    await allow('example-mail');
  });
  const change = (changes: object) => entryHandlers(services)['entry.update']({ id, changes }, own);

  it('stays and can be changed, when its provider is not allowed any more', async () => {
    await change({ label: 'Printer', status: 'to-revoke' });
    expect(await open.get(id)).toMatchObject({ label: 'Printer', provider: 'acme' });
    await entryHandlers(services)['entry.remove']({ id }, own);
    await entryHandlers(services)['entry.restore']({ id }, own);
  });

  it('changes to a provider that is allowed, and to no other', async () => {
    await expect(change({ provider: 'other' })).rejects.toMatchObject(forbidden);
    expect(await open.get(id)).toMatchObject({ provider: 'acme' });
    await change({ provider: 'example-mail' });
    await expect(change({ provider: 'acme' })).rejects.toMatchObject(forbidden);
    expect(await open.get(id)).toMatchObject({ provider: 'example-mail' });
  });

  it('gets no secret where its provider is not allowed', async () => {
    const complete = () => entryHandlers(services)['entry.complete']({ id, secret }, own);
    await expect(complete()).rejects.toMatchObject(forbidden);
    expect(await open.secret(id)).toBe('');
    await expect(
      open.replaceSecret(id, secret, (entry) => ({ ...entry, provider: 'other' })),
    ).rejects.toMatchObject(forbidden);
    await change({ provider: 'example-mail' });
    await complete();
    expect(await open.secret(id)).toBe(secret);
    await expect(
      open.replaceSecret(id, '', (entry) => ({ ...entry, provider: 'other' })),
    ).rejects.toMatchObject(forbidden);
  });

  it('may give its secret up', async () => {
    await allow('acme');
    await open.replaceSecret(id, secret);
    await allow('example-mail');
    await open.replaceSecret(id, '');
    expect(await open.secret(id)).toBe('');
  });

  it('is not fetched back from a manager where its provider is not allowed', async () => {
    const deliveries = createDeliveries(
      async () => defaultSettings,
      () => ({}) as never,
      () => 0,
    );
    await allow('acme');
    const bridge = bridges.find(({ fetch }) => fetch);
    if (!bridge) throw new Error('no manager gives anything back');
    const fetching = vi.spyOn(bridge, 'fetch').mockResolvedValue(secret);
    const handover = { bridge: bridge.id, keep: false, state: 'done' as const, at: 1, pointer: 'x' };
    await open.update(id, (entry) => ({ ...entry, handover }));
    await allow('example-mail');
    await expect(deliveries.fetch(open, id)).rejects.toMatchObject(forbidden);
    expect(fetching).toHaveBeenCalled();
    expect(await open.secret(id)).toBe('');
    await allow('acme');
    await deliveries.fetch(open, id);
    expect(await open.secret(id)).toBe(secret);
  });
});

describe('what was kept while the vault was locked', () => {
  it('waits where a policy forbids it meanwhile, is shown, and holds up nothing else', async () => {
    const [one, two] = [
      await captures.offer(capture('acme')),
      await captures.offer({ ...capture('other'), secret: 'x1' }),
    ];
    for (const { captureId } of [one, two])
      await captures.keep(captureId, { label: '', account: '' }, undefined);
    await allow('other');
    await captures.settle(open);
    expect(await kept()).toEqual(['other']);
    const { waiting } = await entryHandlers(services)['entry.list']({}, own);
    expect(waiting.map(({ provider }) => provider)).toEqual(['acme']);
    await fakeBrowser.storage.managed.clear();
    await captures.settle(open);
    expect(await kept()).toEqual(['other', 'acme']);
  });

  it('holds up nothing else, and does not hide, when something went wrong', async () => {
    for (const more of ['', 'another']) {
      const { captureId } = await captures.offer({ ...capture('acme'), secret: secret + more });
      await captures.keep(captureId, { label: '', account: '' }, undefined);
    }
    vi.spyOn(open, 'takeCapture').mockRejectedValueOnce(new Error('odd'));
    await expect(captures.settle(open)).rejects.toThrow('odd');
    // Nor does it hold up the others.
    expect(await kept()).toEqual(['acme']);
  });
});
