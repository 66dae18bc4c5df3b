import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { entryHandlers } from '../../../lib/background/handlers/entries';
import { reviewHandlers } from '../../../lib/background/handlers/review';
import type { Services } from '../../../lib/background/services';
import { createInventories } from '../../../lib/background/services/inventories';
import type { AppPassword, EntryChanges, ReviewAnswer } from '../../../lib/model';
import { connectVault, type NewEntry, type OpenVault } from '../../../lib/vault/vault';
import { draft } from '../vault/fixtures';

vi.mock('../../../lib/vault/crypto', async (load) => {
  return (await import('../vault/fast-stretching')).withoutStretching(await load());
});

const page = { caller: 'own-page' } as const;
const AT = 1_790_000_000_000;
const secret = 'canarycanarycana';
let made = 0;
let open: OpenVault;
/** How often all due days were computed, and for when the purge was set. */
let counted = 0;
let purges: number[] = [];

const count = async () => {
  counted += 1;
};

function makeHandlers() {
  const services = {
    session: { use: async () => open, peek: async () => open },
    reminders: { update: count, note: count },
    inventories: createInventories(),
    schedulePurge: async (at: number) => void purges.push(at),
    now: () => AT,
  } as unknown as Services;
  return { ...entryHandlers(services), ...reviewHandlers(services) };
}

beforeEach(async () => {
  const vault = connectVault({ name: `many ${++made}` });
  const { key } = await vault.create('correct horse battery staple');
  open = await vault.open(key);
  [counted, purges] = [0, []];
});

async function add(...changes: Partial<NewEntry>[]): Promise<string[]> {
  const added = await open.addAll(changes.map((change) => ({ entry: draft('Robot', change), secret })));
  return added.map(({ id }) => id);
}
const read = (ids: readonly string[]) => Promise.all(ids.map((id) => open.get(id)));
const bare = ({ log: _, ...rest }: AppPassword) => rest;
const update = (id: string, changes: EntryChanges) => makeHandlers()['entry.update']({ id, changes }, page);
const give = (id: string, answer: ReviewAnswer) => makeHandlers()['review.answer']({ id, answer }, page);
const giveAll = (ids: string[], answer: 'revoke' | 'revoked' | 'wake') =>
  makeHandlers()['review.answer-all']({ ids, answer }, page);
const undoAll = (undo: Awaited<ReturnType<typeof giveAll>>['undo']) =>
  makeHandlers()['entry.undo'](undo, page);

describe('many at once', () => {
  it('are answered in one commit, and undone in one', async () => {
    const ids = await add({}, { status: 'to-revoke' }, { snoozedUntil: AT + 1, snoozedFor: 'device' });
    const before = await read(ids);
    const commits = vi.spyOn(open, 'updateAll');
    const { undo, missing } = await giveAll(ids, 'revoked');
    expect([commits.mock.calls.length, counted, missing]).toEqual([1, 1, 0]);
    expect((await read(ids)).map(({ status }) => status)).toEqual(['revoked', 'revoked', 'revoked']);
    expect(await undoAll(undo)).toEqual({ left: 0 });
    expect([commits.mock.calls.length, counted]).toEqual([2, 2]);
    expect((await read(ids)).map(bare)).toEqual(before.map(bare));
  });

  it('are answered, too, when some are missing, and it says how many', async () => {
    const ids = await add({}, {});
    const { missing } = await giveAll([...ids, 'gone-for-good'], 'revoke');
    expect(missing).toBe(1);
    expect((await read(ids)).map(({ status }) => status)).toEqual(['to-revoke', 'to-revoke']);
  });

  it('are asked about now that were put off', async () => {
    const ids = await add({ snoozedUntil: AT + 1, snoozedFor: 'device' }, {});
    const { undo } = await giveAll(ids, 'wake');
    expect(undo.changed).toHaveLength(1);
    expect((await read(ids)).every(({ snoozedUntil, snoozedFor }) => !snoozedUntil && !snoozedFor)).toBe(
      true,
    );
    await undoAll(undo);
    expect(await open.get(ids[0] ?? '')).toMatchObject({ snoozedUntil: AT + 1, snoozedFor: 'device' });
  });

  it('are undone as far as they were not changed since', async () => {
    const ids = await add({}, {});
    const { undo } = await giveAll(ids, 'revoke');
    await open.update(ids[1] ?? '', (entry) => ({ ...entry, status: 'revoked' }));
    expect(await undoAll(undo)).toEqual({ left: 1 });
    expect((await read(ids)).map(({ status }) => status)).toEqual(['active', 'revoked']);
  });

  it('that were added are removed again, but for those that were changed since', async () => {
    const ids = await add({}, {});
    await update(ids[1] ?? '', { notes: 'mine by now' });
    expect(await undoAll({ changed: [], added: [...ids, 'gone-for-good'] })).toEqual({ left: 1 });
    expect((await read(ids)).map(({ deleted }) => deleted)).toEqual([AT, undefined]);
    expect(purges).toEqual([AT + 60_000]);
  });
});

describe('Undo of one', () => {
  it('leaves what another window wrote meanwhile', async () => {
    const [id = ''] = await add({});
    const { undo } = await give(id, { kind: 'keep' });
    await update(id, { notes: 'from another window' });
    expect(await undoAll(undo)).toEqual({ left: 0 });
    expect(await open.get(id)).toMatchObject({ notes: 'from another window' });
    expect(await open.get(id)).not.toHaveProperty('confirmed');
  });

  it('revives nothing that the provider’s list has called revoked since', async () => {
    const [id = ''] = await add({});
    const { undo } = await give(id, { kind: 'later', days: 3 });
    await open.update(id, (entry) => ({ ...entry, status: 'revoked' }));
    expect(await undoAll(undo)).toEqual({ left: 0 });
    expect(await open.get(id)).toMatchObject({ status: 'revoked' });
    const planned = await add({});
    const revoking = await give(planned[0] ?? '', { kind: 'revoke' });
    await open.update(planned[0] ?? '', (entry) => ({ ...entry, status: 'revoked' }));
    expect(await undoAll(revoking.undo)).toEqual({ left: 1 });
    expect((await read(planned))[0]).toMatchObject({ status: 'revoked' });
  });

  it('gives back to the new one what it was told of the old one', async () => {
    const replacing = { since: AT, places: [{ name: 'Shelf', moved: true }] };
    const [fresh = ''] = await add({});
    const [old = ''] = await add({ replacing, replacedBy: fresh, device: 'attic' });
    const { undo } = await give(old, { kind: 'revoke' });
    expect(await open.get(fresh)).toMatchObject({ device: 'attic' });
    await undoAll(undo);
    expect(await open.get(fresh)).toMatchObject({ device: '' });
    expect(await open.get(old)).toMatchObject({ status: 'active', replacing, replacedBy: fresh });
  });

  it('of an edit brings back its name where the secret is kept, too, and the day that followed', async () => {
    const [id = ''] = await add({});
    const before = await open.get(id);
    const { undo } = await update(id, { label: 'Printer', created: before.created - 5, limitDays: 7 });
    expect(await open.get(id)).toMatchObject({ secretChanged: before.created - 5 });
    await undoAll(undo);
    expect(bare(await open.get(id))).toEqual(bare(before));
    expect(await open.secret(id)).toBe(secret);
  });

  it('of removing restores it', async () => {
    const [id = ''] = await add({});
    const { undo } = await makeHandlers()['entry.remove']({ id }, page);
    expect(await open.get(id)).toMatchObject({ deleted: AT });
    await undoAll(undo);
    expect(await open.get(id)).not.toHaveProperty('deleted');
    expect((await open.get(id)).log?.items.map(({ kind }) => kind)).toEqual(['deleted', 'restored']);
  });

  it('is the only thing that revives one that is revoked', async () => {
    const [id = ''] = await add({ status: 'revoked' });
    await expect(update(id, { status: 'active' })).rejects.toMatchObject({ code: 'entry-changed' });
    await give(id, { kind: 'keep' });
    expect(await open.get(id)).toMatchObject({ status: 'revoked' });
    expect((await update(id, { status: 'revoked', notes: 'over' })).entry).toMatchObject({ notes: 'over' });
  });
});
