import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { gateVault } from '../../../lib/background/entry-gate';
import { entryHandlers } from '../../../lib/background/handlers/entries';
import { transferHandlers } from '../../../lib/background/handlers/transfer';
import type { Services } from '../../../lib/background/services';
import { makeItem } from '../../../lib/background/services/deliveries';
import { readManaged } from '../../../lib/background/services/policy';
import { type FormatId, formats, loadFormat } from '../../../lib/files';
import { writeBackup } from '../../../lib/files/backup';
import type { Context } from '../../../lib/messaging/serve';
import { type AppPassword, defaultSettings } from '../../../lib/model';
import { connectVault, type OpenVault } from '../../../lib/vault/vault';
import { draft, takenCapture } from '../vault/fixtures';

vi.mock('../../../lib/vault/crypto', async (load) => {
  return (await import('../vault/fast-stretching')).withoutStretching(await load());
});

const NAME = 'hostile files';
const NOW = 1_760_000_000_000;
/** The last instant (ms) that a date can hold. */
const END = 8.64e15;
const PASSPHRASE = 'correct horse battery';
const own: Context = { caller: 'own-page' };
const settings = defaultSettings;

let key: Uint8Array;
let open: OpenVault;
let services: Services;
let handlers: ReturnType<typeof transferHandlers>;
const connect = () =>
  gateVault(connectVault({ name: NAME, now: () => NOW }), async () => (await readManaged()).policy);

beforeEach(async () => {
  fakeBrowser.reset();
  const vault = connect();
  await vault.erase();
  ({ key } = await vault.create(PASSPHRASE));
  open = await vault.open(key);
  services = {
    vault,
    session: { use: async () => open, peek: async () => open },
    reminders: { update: async () => undefined },
    sites: { watched: async () => [] },
    now: () => NOW,
  } as unknown as Services;
  handlers = transferHandlers(services);
});

const saved = (label: string, change: Partial<AppPassword> = {}, secret?: string) => ({
  entry: { id: `id-of-${label}`, ...draft(label, change) },
  ...(secret !== undefined && { secret }),
});
const incoming = (label: string, change: object = {}) => ({
  ...{ provider: 'acme', site: '', label, account: '', client: '', device: '', notes: '' },
  ...{ protocols: [], tags: [], secret: `secret of ${label}`, ...change },
});
const labels = async () => (await open.list()).entries.map(({ label }) => label).sort();
const read = () => handlers['backup.read']({ passphrase: PASSPHRASE }, own);

describe('a backup that an attacker made up', () => {
  it('with two entries of one id brings both, each with its secret', async () => {
    const twins = [
      saved('Scanner', {}, 'one'),
      { ...saved('Phone', {}, 'two'), entry: saved('Scanner').entry },
    ];
    await handlers['backup.restore']({ entries: twins, settings }, own);
    const { entries } = await open.list();
    expect(entries).toHaveLength(2);
    const secrets = await Promise.all(entries.map(({ id }) => open.secret(id)));
    expect(secrets.sort()).toEqual(['one', 'two']);
  });

  it('leads no entry to itself, and counts nothing that the user would not see', async () => {
    const entries = [
      saved('Self', { replacedBy: 'id-of-Self' }, 'one'),
      saved('Gone', { deleted: NOW }, 'two'),
      saved('Empty'),
    ];
    expect(await handlers['backup.restore']({ entries, settings }, own)).toEqual({ count: 2 });
    const back = new Map((await open.list()).entries.map((entry) => [entry.label, entry]));
    expect(back.get('Self')).not.toHaveProperty('replacedBy');
    expect(back.get('Empty')).toMatchObject({ custody: 'none' });
    expect(back.has('Gone')).toBe(false);
  });

  it('with days at the end of time stops no file of the vault', async () => {
    const ends = { created: END, secretChanged: END, confirmed: END, snoozedUntil: END };
    await handlers['backup.restore']({ entries: [saved('End', ends, 'one')], settings }, own);
    const [entry] = (await open.list()).entries;
    const item = entry && makeItem(entry, 'one', settings);
    for (const { id } of formats) {
      const format = await loadFormat(id as FormatId);
      expect((await format.write(item ? [item] : [], { passphrase: 'x', now: NOW })).length).toBeGreaterThan(
        1,
      );
    }
    await writeBackup(await read(), PASSPHRASE);
  });

  it('of which a policy allows a part brings that part, and names what it leaves out', async () => {
    await fakeBrowser.storage.managed.set({ providers: ['wordpress'] });
    const other = { provider: 'google' };
    const entries = [saved('Scanner', {}, 'one'), saved('Phone', other, 'two'), saved('Tablet', {}, 'three')];
    const leftOut = { count: 1, labels: ['Phone'] };
    expect(await handlers['backup.restore']({ entries, settings }, own)).toEqual({ count: 2, leftOut });
    expect(await labels()).toEqual(['Scanner', 'Tablet']);
  });

  it('is not mixed with another that comes in at the same time', async () => {
    const send = (run: string, part: number, label: string, more = false) =>
      handlers['backup.restore'](
        { entries: [saved(label, {}, 'x')], settings, part, run, ...(more && { more: true as const }) },
        own,
      );
    await send('run-of-one', 0, 'Scanner', true);
    await send('run-of-two', 0, 'Phone', true);
    await expect(send('run-of-one', 1, 'Tablet')).rejects.toMatchObject({ code: 'message-unanswered' });
    expect(await labels()).toEqual([]);
  });
});

describe('a file of another program', () => {
  it('whose days were never comes in, on days that were', async () => {
    const days = [-1, 1.5, END, 1e300, -1e300].map((day) => ({ created: day, secretChanged: day }));
    await handlers['transfer.add']({ entries: days.map((one, i) => incoming(`${i}`, one)) }, own);
    for (const { created, secretChanged } of (await open.list()).entries) {
      expect([created, secretChanged].every((day) => Number.isInteger(day) && day >= 0 && day <= NOW)).toBe(
        true,
      );
    }
    const typed = { provider: 'other', site: '', label: 'x', account: '', notes: '', created: -5 };
    await entryHandlers(services)['entry.add']({ entry: typed, secret: 'abc' }, own);
    expect(await labels()).toHaveLength(6);
  });

  it('comes in as a whole with its last part, and not before', async () => {
    const send = (part: number, more: boolean) =>
      handlers['transfer.add'](
        {
          entries: [incoming(`Entry ${part}`)],
          part,
          run: 'run-of-file',
          ...(more && { more: true as const }),
        },
        own,
      );
    for (const part of [0, 1, 2]) {
      expect((await send(part, true)).ids).toEqual([]);
      expect(await labels()).toEqual([]);
    }
    expect((await send(3, false)).ids).toHaveLength(4);
    expect(await labels()).toEqual(['Entry 0', 'Entry 1', 'Entry 2', 'Entry 3']);
    await expect(send(1, false)).rejects.toMatchObject({ code: 'message-unanswered' });
  });

  it('takes no room from what is saved later, no matter what it repeats', async () => {
    const protocols = Array.from({ length: 200_000 }, () => 'imap' as const);
    for (const round of [1, 2, 3]) {
      await handlers['transfer.add']({ entries: [incoming(`Large ${round}`, { protocols })] }, own);
    }
    expect((await open.list()).entries.map((entry) => entry.protocols)).toEqual([
      ['imap'],
      ['imap'],
      ['imap'],
    ]);
    const endless = draft('Endless', { protocols });
    await expect(open.add(endless, 'secret')).rejects.toMatchObject({ code: 'bug' });
  });
});

it('a backup can be made of all that an attacker planted among what waits', async () => {
  const vault = connect();
  vi.spyOn(open, 'inbox').mockResolvedValue(
    Array.from({ length: 10_050 }, (_, i) => ({
      capture: takenCapture(`capture-${i}`, { captured: i }),
      state: 'waiting' as const,
    })),
  );
  const backup = await read();
  expect(backup.captures).toHaveLength(10_000);
  expect(backup.captures[0]?.captured).toBe(10_049);
  await writeBackup(backup, PASSPHRASE);
  vault.close();
});

it('a file of more than one message takes comes in parts, each entry once', async () => {
  const notes = 'x'.repeat(10_000);
  await open.addAll(
    Array.from({ length: 900 }, (_, i) => ({ entry: draft(`Entry ${i}`, { notes }), secret: `secret-${i}` })),
  );
  const ids: string[] = [];
  let after: string | undefined;
  let count = 0;
  do {
    const request = { passphrase: PASSPHRASE, ...(after !== undefined && { after }) };
    const part = await handlers['transfer.read'](request, own);
    expect(JSON.stringify(part).length).toBeLessThan(20_000_000);
    ids.push(...part.items.map(({ id }) => id));
    after = part.next;
    count += 1;
  } while (after !== undefined);
  expect(count).toBeGreaterThan(1);
  expect([ids.length, new Set(ids).size]).toEqual([900, 900]);
});

it('nothing is kept that no backup would take', async () => {
  const long = 'x'.repeat(201);
  await expect(open.add(draft('Long'), long)).rejects.toMatchObject({ code: 'bug' });
  const { id } = await open.add(draft('Scanner'), 'scanner-secret');
  await expect(open.replaceSecret(id, long)).rejects.toMatchObject({ code: 'bug' });
  expect(await open.secret(id)).toBe('scanner-secret');
});
