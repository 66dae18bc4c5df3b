import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { stateHandlers } from '../../../lib/background/handlers/overview';
import { reviewHandlers } from '../../../lib/background/handlers/review';
import type { Services } from '../../../lib/background/services';
import { createInventories } from '../../../lib/background/services/inventories';
import { DAY } from '../../../lib/time';
import { connectVault, type NewEntry, type OpenVault, type Vault } from '../../../lib/vault/vault';
import { draft } from '../vault/fixtures';

vi.mock('../../../lib/vault/crypto', async (load) => {
  return (await import('../vault/fast-stretching')).withoutStretching(await load());
});

const page = { caller: 'own-page' } as const;
/** A clock of the test. */
const AT = Date.UTC(2026, 10, 26, 12);
const days = (count: number) => AT - count * DAY;
let made = 0;
let vault: Vault;
let open: OpenVault;
const note = vi.fn();

beforeEach(async () => {
  vault = connectVault({ name: `overview ${++made}` });
  const { key } = await vault.create('correct horse battery staple');
  open = await vault.open(key);
  note.mockReset();
});

function makeHandlers() {
  const services = {
    ...{
      vault,
      session: { use: async () => open },
      reminders: { note },
      inventories: createInventories(),
      now: () => AT,
    },
  } as unknown as Services;
  const words = (count: number) => ({ summary: `${count} due` });
  return { ...stateHandlers(services, words), ...reviewHandlers(services) };
}

async function add(...changes: Partial<NewEntry>[]): Promise<string[]> {
  const entries = changes.map((change) => ({
    entry: draft('Robot', { created: days(10), secretChanged: days(10), ...change }),
    secret: 'canarycanarycana',
  }));
  return (await open.addAll(entries)).map(({ id }) => id);
}

describe('groups', () => {
  it('are what is in use by device and account, and whose it is', async () => {
    const [a = '', b = ''] = await add(
      { device: 'Pixel', provider: 'google', site: '' },
      { device: 'pixel', provider: 'wordpress', site: 'blog.example' },
      { device: 'Pixel', status: 'revoked' },
      { device: 'Pixel', deleted: AT },
    );
    const { devices, accounts, owners } = await makeHandlers()['state.groups']({}, page);
    expect(devices).toEqual([{ name: 'Pixel', ids: [a, b] }]);
    expect(accounts.map(({ ids }) => ids)).toEqual([[a, b]]);
    const account = 'mira@harbour.example';
    expect(owners).toEqual([
      { provider: 'google', site: '', account },
      { provider: 'wordpress', site: 'blog.example', account },
    ]);
  });
});

describe('a changed password', () => {
  it('ends what its provider says it ends, as far as it was made before', async () => {
    const [old = ''] = await add({ provider: 'google', site: '' });
    const owner = { provider: 'google', site: '', account: 'mira@harbour.example' };
    const { ended, alive, unsure } = await makeHandlers()['state.changed'](owner, page);
    expect({ ended, alive, unsure }).toEqual({ ended: [old], alive: [], unsure: [] });
  });
});

describe('the records', () => {
  it('are a report that names providers, without what was deleted', async () => {
    await add({ provider: 'google', secretChanged: days(400) }, { deleted: AT });
    const report = await makeHandlers()['state.report']({}, page);
    expect(report).toMatchObject({ made: AT, limitDays: 180, totals: { overdue: 1, within: 0 } });
    expect(report.rows).toMatchObject([{ provider: 'Google', standing: 'overdue', ageDays: 400 }]);
    expect(JSON.stringify(report)).not.toContain('canary');
  });

  it('are a calendar of the days ahead, and none where nothing is', async () => {
    expect(await makeHandlers()['state.calendar']({}, page)).toEqual({});
    await add({});
    const { text = '' } = await makeHandlers()['state.calendar']({}, page);
    expect(text).toMatch(/^BEGIN:VCALENDAR/);
    expect(text).not.toContain('Robot');
  });
});

describe('the review', () => {
  it('asks what is open before what is decided, and says how everything stands', async () => {
    const [decided, open1, away] = await add(
      { status: 'to-revoke' },
      { secretChanged: days(200) },
      { secretChanged: days(300), snoozedUntil: AT + DAY, snoozedFor: 'device', device: 'Pixel' },
    );
    const found = await makeHandlers()['review.list']({}, page);
    expect(found.due.map(({ row }) => row.id)).toEqual([open1, decided]);
    expect(found).toMatchObject({ open: 1, total: 2 });
    expect(found.state.atDevice).toEqual([{ name: 'Pixel', ids: [away] }]);
    expect(found.state.toRevoke).toEqual({ count: 1, ids: [decided] });
    expect(found.state.picture.flatMap(({ bars }) => bars)).toHaveLength(3);
  });

  it('says when something becomes due next, where nothing is', async () => {
    expect(await makeHandlers()['review.list']({}, page)).not.toHaveProperty('next');
    await add({});
    const { total, next } = await makeHandlers()['review.list']({}, page);
    expect(total).toBe(0);
    expect(next).toEqual({ at: Math.floor(AT / DAY) * DAY + 156 * DAY, label: 'Robot' });
  });

  it('answers an answer with the review that follows, the row, the undo, and notes the days', async () => {
    const [first = '', second] = await add({ secretChanged: days(300) }, { secretChanged: days(200) });
    const commits = vi.spyOn(open, 'updateAll');
    const answered = await makeHandlers()['review.answer']({ id: first, answer: { kind: 'keep' } }, page);
    expect(commits).toHaveBeenCalledTimes(1);
    expect(answered.due.map(({ row }) => row.id)).toEqual([second]);
    expect(answered.rows).toMatchObject([{ id: first, status: 'active' }]);
    expect(answered.undo.changed).toEqual([{ id: first, were: { confirmed: null }, are: { confirmed: AT } }]);
    expect(note).toHaveBeenCalledTimes(1);
    expect(note.mock.calls[0]?.[0]).toHaveLength(2);
    const again = await makeHandlers()['review.list']({}, page);
    expect(answered).toMatchObject(again);
  });

  it('has no answer for what is not there', async () => {
    const answer = { kind: 'keep' } as const;
    const given = makeHandlers()['review.answer']({ id: 'no-such-entry', answer }, page);
    await expect(given).rejects.toMatchObject({ code: 'entry-gone' });
    expect(note).not.toHaveBeenCalled();
  });
});
