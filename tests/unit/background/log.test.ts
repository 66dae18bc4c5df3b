import 'fake-indexeddb/auto';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { entryHandlers } from '../../../lib/background/handlers/entries';
import { reviewHandlers } from '../../../lib/background/handlers/review';
import type { Services } from '../../../lib/background/services';
import { applyInventory, createInventories } from '../../../lib/background/services/inventories';
import { AppError } from '../../../lib/errors';
import type { EntryChanges } from '../../../lib/model';
import { connectVault, type OpenVault } from '../../../lib/vault/vault';
import { draft } from '../vault/fixtures';

vi.mock('../../../lib/vault/crypto', async (load) => {
  return (await import('../vault/fast-stretching')).withoutStretching(await load());
});

const page = { caller: 'own-page' } as const;
const secret = 'canarycanarycana';
let open: OpenVault;
let clock = 1_790_000_000_000;

function makeHandlers(vault: OpenVault) {
  const services: Partial<Services> = {
    session: { use: async () => vault, peek: async () => vault } as Services['session'],
    reminders: { update: async () => {}, note: async () => {} } as unknown as Services['reminders'],
    inventories: createInventories(),
    clipboard: { copied: async () => true } as unknown as Services['clipboard'],
    schedulePurge: async () => {},
    now: () => ++clock,
  };
  return { ...entryHandlers(services as Services), ...reviewHandlers(services as Services) };
}

beforeAll(async () => {
  const vault = connectVault({ name: 'log' });
  const { key } = await vault.create('correct horse battery staple');
  open = await vault.open(key);
});

const told = async (id: string) =>
  (await open.get(id)).log?.items.map(({ kind, detail }) => (detail ? `${kind} ${detail}` : kind));

describe('the log of an entry', () => {
  it('says what its owner did, without a word of it', async () => {
    const handlers = makeHandlers(open);
    const { id } = (
      await handlers['entry.add'](
        { entry: { provider: 'other', site: '', label: 'Robot', account: '', notes: '' }, secret },
        page,
      )
    ).entry;
    await handlers['entry.secret']({ id, purpose: 'copy' }, page);
    await handlers['entry.secret']({ id, purpose: 'show' }, page);
    await handlers['entry.update']({ id, changes: { label: 'canary', notes: 'canary' } }, page);
    await handlers['entry.update']({ id, changes: { label: 'canary' } }, page);
    await handlers['review.answer']({ id, answer: { kind: 'later', days: 3 } }, page);
    await handlers['entry.remove']({ id }, page);
    await handlers['entry.restore']({ id }, page);
    await handlers['entry.update']({ id, changes: { status: 'revoked' } }, page);
    expect(await told(id)).toEqual([
      ...['added', 'copied', 'shown', 'edited label notes', 'reviewed later'],
      ...['deleted', 'restored', 'revoked said'],
    ]);
    expect(JSON.stringify((await open.get(id)).log)).not.toContain('canary');
  });

  it('says that a replacement was called off, not each place that was moved, which another new one undoes', async () => {
    const handlers = makeHandlers(open);
    const replacing = { since: clock, places: [{ name: 'Shelf', moved: false }] };
    const fresh = await open.add(draft('New robot'), secret);
    const { id } = await open.add(draft('Robot', { replacing, replacedBy: fresh.id }), secret);
    const update = (changes: EntryChanges) => handlers['entry.update']({ id, changes }, page);
    await update({ replacing: { ...replacing, places: [{ name: 'Shelf', moved: true }] } });
    expect(await told(id)).toBeUndefined();
    await update({ replacedBy: null });
    expect((await open.get(id)).replacing).toEqual(replacing);
    await update({ replacing: null });
    expect(await told(id)).toEqual(['edited replacedBy', 'edited replacing']);
    await expect(update({ replacedBy: 'no-such-entry' })).rejects.toThrow('no such entry');
  });

  it('says that the provider has revoked it', async () => {
    const { id } = await open.add(draft('Robot', { remoteId: 'remote-1', provider: 'example' }), secret);
    const other = { label: 'Printer', remoteId: 'remote-2' };
    const list = { account: 'mira@harbour.example', complete: true, entries: [other] };
    const before = { ...list, entries: [other, { label: 'Robot', remoteId: 'remote-1' }] };
    const touched = { row: { label: 'Robot', remoteId: 'remote-1' }, list: before, at: clock };
    const page = { key: '', provider: 'example', site: 'a.example', tabId: 1, at: clock };
    const seen = { ...page, list, before, touched };
    expect(await applyInventory(open, seen)).toBe(true);
    expect(await told(id)).toEqual(['revoked list']);
  });

  it('does not keep the user from a secret when it cannot be written', async () => {
    const { id } = await open.add(draft('Robot'), secret);
    const full: OpenVault = {
      ...open,
      update: async () => {
        throw new AppError('vault-full', 'no room');
      },
    };
    const answered = makeHandlers(full)['entry.secret']({ id, purpose: 'show' }, page);
    expect(await answered).toMatchObject({ shown: secret });
  });
});
