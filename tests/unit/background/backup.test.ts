import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { transferHandlers } from '../../../lib/background/handlers/transfer';
import type { Services } from '../../../lib/background/services';
import { readOwnSettings } from '../../../lib/background/services/settings';
import type { Request, Response } from '../../../lib/messaging/protocol';
import type { Context } from '../../../lib/messaging/serve';
import { type AppPassword, defaultSettings } from '../../../lib/model';
import { connectVault, type OpenVault } from '../../../lib/vault/vault';
import { dumpDatabase, keyIn, plantRow } from '../vault/database';
import { dieAt, revive } from '../vault/faults';
import { draft, takenCapture } from '../vault/fixtures';
import { createVault } from '../vault/made';

vi.mock('../../../lib/vault/crypto', async (load) => {
  return (await import('../vault/fast-stretching')).withoutStretching(await load());
});

const NOW = 1_760_000_000_000;
const passphrase = 'correct horse battery';
const own: Context = { caller: 'own-page' };

/** Hosts that the browser lets us read. */
let watched = ['cloud.example'];
const adopt = vi.fn(async () => undefined);

/** Handlers over a vault of its own. */
async function start(name: string) {
  const vault = connectVault({ name, now: () => NOW });
  await vault.erase();
  const { key } = await createVault(vault, passphrase);
  let open: OpenVault = await vault.open(key);
  const services = {
    vault,
    session: { use: async () => open, peek: async () => open },
    reminders: { update: async () => undefined },
    sites: { watched: async () => watched, adopt },
    now: () => NOW,
  } as unknown as Services;
  const reopen = async () => {
    open = await connectVault({ name, now: () => NOW }).open(key);
    return open;
  };
  return { name, vault, open, reopen, handlers: transferHandlers(services) };
}
type Started = Awaited<ReturnType<typeof start>>;

const read = async ({ handlers }: Started, after?: string): Promise<Response<'backup.read'>> =>
  handlers['backup.read']({ passphrase, ...(after !== undefined && { after }) }, own);
const restore = ({ handlers }: Started, request: Request<'backup.restore'>) =>
  handlers['backup.restore'](request, own);
const labelsOf = (entries: readonly AppPassword[]) => entries.map(({ label }) => label).sort();

let from: Started;
let to: Started;
beforeEach(async () => {
  fakeBrowser.reset();
  from = await start('backup-from');
  to = await start('backup-to');
});
afterEach(() => revive());

async function fill(): Promise<void> {
  const [old] = await from.open.addAll([{ entry: draft('Scanner'), secret: 'scanner-secret' }]);
  const fresh = await from.open.add(draft('Scanner, new'), 'scanner-new-secret');
  await from.open.update(old?.id ?? '', (entry) => ({ ...entry, replacedBy: fresh.id }));
  const gone = await from.open.add(draft('Gone'), 'gone-secret');
  await from.open.update(fresh.id, (entry) => ({ ...entry, replacedBy: gone.id }));
  await from.open.update(gone.id, (entry) => ({ ...entry, deleted: NOW }));
  await from.open.add(draft('Elsewhere', { custody: 'manager' }), '');
  await from.vault.sealCapture(takenCapture('capture-one'));
}

/** Makes the secret of an entry unreadable. */
async function damage(label: string): Promise<void> {
  const entry = (await from.open.list()).entries.find((one) => one.label === label);
  const row = keyIn(await dumpDatabase(from.name), `secret/${entry?.id}`);
  await plantRow(from.name, 'records', row, new Uint8Array(543));
  await from.reopen();
}

it('brings everything back: entries, links between them, what waited, settings', async () => {
  await fill();
  const backup = await read(from);
  expect(backup).toMatchObject({ damaged: 0, unnamed: 0, sites: ['cloud.example'] });
  const { entries, captures, sites } = backup;
  const settings = { ...defaultSettings, limitDays: 33 };
  expect(await restore(to, { entries, captures, settings, sites })).toEqual({ count: 3 });
  expect(adopt).toHaveBeenCalledWith(['https://cloud.example/*']);
  const back = (await to.open.list()).entries;
  expect(labelsOf(back)).toEqual(['Elsewhere', 'Scanner', 'Scanner, new']);
  const [old, fresh] = ['Scanner', 'Scanner, new'].map((label) => back.find((one) => one.label === label));
  expect(old?.replacedBy).toBe(fresh?.id);
  // What it names was deleted and is in no backup.
  expect(fresh).not.toHaveProperty('replacedBy');
  expect(await to.open.secret(old?.id ?? '')).toBe('scanner-secret');
  expect(await to.open.secret(fresh?.id ?? '')).toBe('scanner-new-secret');
  expect(await to.open.inbox()).toEqual([{ capture: takenCapture('capture-one'), state: 'waiting' }]);
  expect(await readOwnSettings()).toEqual(settings);
  expect(await to.open.check()).toEqual([]);
  await expect(restore(to, { entries, settings })).rejects.toMatchObject({ code: 'vault-exists' });
});

it('names the sites that were watched and are not any more', async () => {
  const sites = ['cloud.example', 'blog.example', 'no host at all'];
  const request = { entries: [], settings: defaultSettings, sites };
  expect(await restore(to, request)).toEqual({ count: 0, unwatched: ['blog.example'] });
  watched = [...sites];
  expect(await restore(to, request)).toEqual({ count: 0 });
  watched = ['cloud.example'];
});

it('marks and counts what is damaged, says so before, and brings it back without a password', async () => {
  await fill();
  await damage('Scanner');
  await from.open.check();
  const open = await from.reopen();
  await open.check();
  expect(await from.handlers['backup.status']({}, own)).toMatchObject({ damaged: 1 });
  expect(await from.handlers['transfer.read']({ passphrase }, own)).toMatchObject({
    elsewhere: 1,
    damaged: 1,
  });
  const { entries, damaged } = await read(from);
  expect(damaged).toBe(1);
  const marked = entries.filter((one) => one.damaged);
  expect(marked.map(({ entry, secret }) => [entry.label, secret])).toEqual([['Scanner', undefined]]);
  expect(entries.find(({ entry }) => entry.label === 'Elsewhere')).not.toHaveProperty('damaged');
  await restore(to, { entries, settings: defaultSettings });
  const back = (await to.open.list()).entries.find(({ label }) => label === 'Scanner');
  expect(back).toMatchObject({ custody: 'none', account: 'mira@harbour.example' });
});

it('counts what the vault cannot name any more', async () => {
  await fill();
  await damage('Scanner');
  const list = keyIn(await dumpDatabase(from.name), 'list/');
  await plantRow(from.name, 'records', list, undefined);
  await from.reopen();
  const { damaged, unnamed, entries } = await read(from);
  expect(damaged + unnamed).toBeGreaterThan(0);
  expect(entries.map(({ entry }) => entry.label)).not.toContain('Scanner');
});

it('is not made of half a vault when it locks meanwhile', async () => {
  await fill();
  const reading = read(from);
  from.open.close();
  await expect(reading).rejects.toMatchObject({ code: 'vault-locked' });
});

it('of a large vault comes in parts, each entry once', async () => {
  const notes = 'x'.repeat(10_000);
  await from.open.addAll(
    Array.from({ length: 2_000 }, (_, i) => ({
      entry: draft(`Entry ${i}`, { notes }),
      secret: `secret-${i}`,
    })),
  );
  await from.vault.sealCapture(takenCapture('capture-one'));
  const parts: Response<'backup.read'>[] = [];
  for (let after: string | undefined = ''; after !== undefined; after = parts.at(-1)?.next) {
    parts.push(await read(from, after || undefined));
  }
  expect(parts.length).toBeGreaterThan(2);
  for (const part of parts) expect(JSON.stringify(part).length).toBeLessThan(20_000_000);
  expect(parts.flatMap(({ captures }) => captures)).toHaveLength(1);
  const all = parts.flatMap(({ entries }) => entries);
  expect(new Set(all.map(({ entry }) => entry.id)).size).toBe(2_000);
  expect(all).toHaveLength(2_000);

  const settings = defaultSettings;
  for (const [part, { entries }] of parts.entries()) {
    expect((await to.open.list()).entries).toEqual([]);
    const more = part + 1 < parts.length && { more: true as const };
    await restore(to, { entries, settings, part, ...more });
  }
  expect((await to.open.list()).entries).toHaveLength(2_000);
});

it('whose first parts are gone is not restored by its last one', async () => {
  await fill();
  const { entries } = await read(from);
  const lost = restore(to, { entries, settings: defaultSettings, part: 1 });
  await expect(lost).rejects.toMatchObject({ code: 'message-unanswered' });
  expect((await to.open.list()).entries).toEqual([]);
});

it('killed at any step of the restore: all of it is there, or none of it and it can be done again', async () => {
  await fill();
  const { entries, captures } = await read(from);
  const request = { entries, captures, settings: { ...defaultSettings, limitDays: 33 } };
  for (let call = 1; ; call++) {
    to = await start('backup-to');
    dieAt(call, 'killed');
    const done = await restore(to, request).then(
      () => true,
      () => false,
    );
    const reached = revive() >= call;
    const open = await to.reopen();
    const found = (await open.list()).entries;
    expect([0, 3]).toContain(found.length);
    if (found.length === 0) await restore(to, request);
    const after = (await open.list()).entries;
    expect(labelsOf(after)).toEqual(['Elsewhere', 'Scanner', 'Scanner, new']);
    const ids = new Set(after.map((one) => one.id));
    for (const { replacedBy } of after) if (replacedBy) expect(ids).toContain(replacedBy);
    expect(await open.inbox()).toHaveLength(1);
    expect((await readOwnSettings()).limitDays).toBe(33);
    if (!reached) {
      expect(done).toBe(true);
      break;
    }
  }
});

it('is suggested again, no matter what was written where the last one is noted', async () => {
  await fill();
  await from.open.addAll(
    Array.from({ length: 10 }, (_, i) => ({ entry: draft(`Entry ${i}`), secret: `secret-${i}` })),
  );
  for (const last of [
    'yesterday',
    7,
    { at: 'now' },
    { at: NOW + 1_000, digest: 'x' },
    { at: Number.NaN, digest: 'x' },
  ]) {
    await fakeBrowser.storage.local.set({ 'last-backup': last });
    expect(await from.handlers['backup.status']({}, own)).toMatchObject({ isDue: true });
  }
  await from.handlers['backup.made']({}, own);
  expect(await from.handlers['backup.status']({}, own)).toMatchObject({ isDue: false, last: NOW });
});
