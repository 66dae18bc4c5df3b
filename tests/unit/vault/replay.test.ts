import 'fake-indexeddb/auto';
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Warning } from '../../../lib/model';
import { BUCKET_SIZE } from '../../../lib/vault/change';
import { connectVault, type OpenVault, type RollbackCounter } from '../../../lib/vault/vault';
import { type Dump, dumpDatabase, keyIn, loadDatabase, plantRow, valueIn } from './database';
import { draft, takenCapture } from './fixtures';
import { createVault } from './made';

vi.mock('../../../lib/vault/crypto', async (load) => {
  return (await import('./fast-stretching')).withoutStretching(await load());
});

/** Together with the two entries that the tests change, more than one bucket holds. */
const FILLERS = BUCKET_SIZE + 1;
const NAME = 'replayed';
let key: Uint8Array;
let witnessed: unknown;
const rollbackCounter: RollbackCounter = {
  read: async () => witnessed,
  write: async (seen) => {
    witnessed = seen;
  },
};
/** Before and after the scanner got a new secret and notes. */
let older: Dump;
let newer: Dump;
let scanner: string;
let phone: string;
let newest: unknown;

beforeAll(async () => {
  const vault = connectVault({ name: NAME, rollbackCounter });
  key = (await createVault(vault, 'correct horse battery')).key;
  const open = await vault.open(key);
  scanner = (await open.add(draft('Scanner'), 'old-scanner-secret')).id;
  phone = (await open.add(draft('Phone'), 'phone-secret')).id;
  // Seventeen more fill a second bucket.
  await open.addAll(
    Array.from({ length: FILLERS }, (_, i) => ({ entry: draft(`Filler ${i}`), secret: `filler-${i}` })),
  );
  await vault.sealCapture(takenCapture('capture-one'));
  older = await dumpDatabase(NAME);
  await open.replaceSecret(scanner, 'new-scanner-secret');
  await open.update(scanner, (entry) => ({ ...entry, notes: 'second floor' }));
  newer = await dumpDatabase(NAME);
  newest = witnessed;
  vault.close();
});

beforeEach(async () => {
  await loadDatabase(NAME, newer);
  witnessed = newest;
});

async function reopen(): Promise<OpenVault> {
  return connectVault({ name: NAME, rollbackCounter }).open(key);
}
const kinds = (warnings: Warning[]) => [...new Set(warnings.map(({ kind }) => kind))].sort();
const bucketOf = (dump: Dump) => {
  // The scanner was added first: its bucket is the one that its last update wrote.
  const keys = dump['records']?.map(([row]) => row).filter((row) => row.startsWith('list/')) ?? [];
  return keys.sort((a, b) => Number(b.split('/')[2]) - Number(a.split('/')[2]))[0] as string;
};
const plant = (row: string, value: unknown) => plantRow(NAME, 'records', row, value);

/** Everything but the scanner and the phone works as ever, and new entries can be made. */
async function expectRestUsable(open: OpenVault): Promise<void> {
  const { entries } = await open.list();
  const fillers = entries.filter(({ label }) => label.startsWith('Filler'));
  expect(fillers).toHaveLength(FILLERS);
  for (const { id, label } of fillers)
    expect(await open.secret(id)).toBe(label.toLowerCase().replace(' ', '-'));
  const added = await open.add(draft('Added later'), 'added-secret');
  const fresh = await reopen();
  expect(await fresh.secret(added.id)).toBe('added-secret');
}

it('says nothing when nothing was done', async () => {
  const open = await reopen();
  expect(await open.check()).toEqual([]);
  expect((await open.list()).entries).toHaveLength(FILLERS + 2);
  expect(await open.exportDamaged()).toEqual([]);
  await expectRestUsable(open);
});

describe('a secret record', () => {
  it('deleted: missing, by name', async () => {
    await plant(keyIn(newer, `secret/${scanner}`), undefined);
    const open = await reopen();
    expect((await open.list()).warnings).toEqual([{ kind: 'record-missing', id: scanner, label: 'Scanner' }]);
    await expect(open.secret(scanner)).rejects.toMatchObject({ code: 'vault-corrupt' });
    await expectRestUsable(open);
    await open.replaceSecret(scanner, 'typed-in-again');
    expect(await (await reopen()).check()).toEqual([]);
  });

  it('replaced by its older row: replaced, and the old secret is not returned', async () => {
    const old = keyIn(older, `secret/${scanner}`);
    await plant(keyIn(newer, `secret/${scanner}`), undefined);
    await plant(old, valueIn(older, 'records', old));
    const open = await reopen();
    expect((await open.list()).warnings).toEqual([
      { kind: 'record-replaced', id: scanner, label: 'Scanner' },
    ]);
    await expect(open.secret(scanner)).rejects.toMatchObject({ code: 'vault-corrupt' });
    await expectRestUsable(open);
  });

  it('replaced by its older bytes under the new key: found by the check', async () => {
    await plant(
      keyIn(newer, `secret/${scanner}`),
      valueIn(older, 'records', keyIn(older, `secret/${scanner}`)),
    );
    const open = await reopen();
    const found = [{ kind: 'record-replaced', id: scanner, label: 'Scanner' }];
    expect(await open.check()).toEqual(found);
    await expect(open.secret(scanner)).rejects.toMatchObject({ code: 'vault-corrupt' });
    await expectRestUsable(open);
    // A warning says so from then on without another check, until there is a secret again.
    expect((await (await reopen()).list()).warnings).toEqual(found);
    await open.replaceSecret(scanner, 'typed-in-again');
    expect((await (await reopen()).list()).warnings).toEqual([]);
  });

  it('swapped with another: both damaged, neither secret returned, both kept for export', async () => {
    const [a, b] = [keyIn(newer, `secret/${scanner}`), keyIn(newer, `secret/${phone}`)];
    await plant(a, valueIn(newer, 'records', b));
    await plant(b, valueIn(newer, 'records', a));
    const open = await reopen();
    const warnings = await open.check();
    expect(warnings.map(({ kind, label }) => `${kind} ${label}`).sort()).toEqual([
      'record-damaged Phone',
      'record-damaged Scanner',
    ]);
    for (const id of [scanner, phone]) {
      await expect(open.secret(id)).rejects.toMatchObject({ code: 'vault-corrupt' });
    }
    await expectRestUsable(open);
    await open.replaceSecret(scanner, 'typed-in-again');
    const exported = await (await reopen()).exportDamaged();
    expect(exported.map(({ id, kind }) => `${kind} ${id}`).sort()).toEqual(
      [`secret ${scanner}`, `secret ${phone}`].sort(),
    );
    expect(exported.find(({ id }) => id === scanner)?.bytes).toEqual(valueIn(newer, 'records', b));
  });

  it('of an entry that was removed, put back: unknown, and not an entry again', async () => {
    await (await reopen()).remove([scanner]);
    const row = keyIn(newer, `secret/${scanner}`);
    await plant(row, valueIn(newer, 'records', row));
    const open = await reopen();
    expect((await open.list()).warnings).toEqual([{ kind: 'record-unknown', id: scanner }]);
    await expect(open.get(scanner)).rejects.toMatchObject({ code: 'entry-gone' });
    await expectRestUsable(open);
  });
});

describe('a list record', () => {
  const spoil: Record<string, (row: string) => Promise<void>> = {
    'record-missing': (row) => plant(row, undefined),
    'record-damaged': async (row) => {
      const bytes = valueIn(newer, 'records', row);
      bytes[100] = (bytes[100] ?? 0) ^ 1;
      await plant(row, bytes);
    },
  };
  for (const [kind, act] of Object.entries(spoil)) {
    it(`${kind}: its entries are named and usable from their secrets' records`, async () => {
      await act(bucketOf(newer));
      const open = await reopen();
      const { entries, warnings } = await open.list();
      expect(kinds(warnings)).toEqual([kind]);
      expect(warnings).toContainEqual({ kind, id: scanner, label: 'Scanner' });
      expect(entries).toHaveLength(FILLERS + 2);
      expect(await open.get(scanner)).toMatchObject({ label: 'Scanner', account: 'mira@harbour.example' });
      expect(await open.secret(scanner)).toBe('new-scanner-secret');
      expect(await open.exportDamaged()).toHaveLength(kind === 'record-damaged' ? 1 : 0);
      await open.repair();
      const repaired = await reopen();
      expect(await repaired.check()).toEqual([]);
      expect((await repaired.list()).entries).toHaveLength(FILLERS + 2);
      expect(await repaired.exportDamaged()).toHaveLength(kind === 'record-damaged' ? 1 : 0);
      await open.update(scanner, (entry) => ({ ...entry, notes: 'written anew' }));
      expect((await (await reopen()).get(scanner)).notes).toBe('written anew');
      await expectRestUsable(open);
    });
  }

  it('replaced by its older self: replaced, by name, and shown as it was', async () => {
    const id = bucketOf(newer).split('/')[1];
    await plant(bucketOf(newer), undefined);
    const old = keyIn(older, `list/${id}`);
    await plant(old, valueIn(older, 'records', old));
    const open = await reopen();
    const { entries, warnings } = await open.list();
    expect(kinds(warnings)).toEqual(['record-replaced']);
    expect(warnings).toContainEqual({ kind: 'record-replaced', id: scanner, label: 'Scanner' });
    expect(entries).toHaveLength(FILLERS + 2);
    expect((await open.get(scanner)).notes).toBe('');
    expect(await open.secret(scanner)).toBe('new-scanner-secret');
    await open.repair();
    expect(await (await reopen()).check()).toEqual([]);
    expect(await open.get(scanner)).toMatchObject({ label: 'Scanner', notes: '' });
    await expectRestUsable(open);
  });

  it('swapped with another: damaged, and all entries recovered', async () => {
    const buckets = newer['records']?.map(([row]) => row).filter((row) => row.startsWith('list/')) ?? [];
    const [a, b] = buckets as [string, string];
    await plant(a, valueIn(newer, 'records', b));
    await plant(b, valueIn(newer, 'records', a));
    const open = await reopen();
    const { entries, warnings } = await open.list();
    expect(kinds(warnings)).toContain('record-damaged');
    expect(entries).toHaveLength(FILLERS + 2);
    await expectRestUsable(open);
  });
});

describe('the database', () => {
  it('rolled back as a whole: a warning says so until the user has confirmed it', async () => {
    await loadDatabase(NAME, older);
    const open = await reopen();
    expect((await open.list()).warnings).toEqual([{ kind: 'rolled-back' }]);
    expect(await open.secret(scanner)).toBe('old-scanner-secret');
    await expectRestUsable(open);
    const later = await reopen();
    expect((await later.list()).warnings).toEqual([{ kind: 'rolled-back' }]);
    await later.confirmWarnings([{ kind: 'manifest-damaged' }]);
    expect((await later.list()).warnings).toEqual([{ kind: 'rolled-back' }]);
    await later.confirmWarnings([{ kind: 'rolled-back' }]);
    expect((await later.list()).warnings).toEqual([]);
    expect((await (await reopen()).list()).warnings).toEqual([]);
    // What is written now is beyond what was seen: the same rollback shows again.
    await loadDatabase(NAME, newer);
    expect((await (await reopen()).list()).warnings).toEqual([{ kind: 'rolled-back' }]);
  });

  it('of another vault does not count as rolled back', async () => {
    witnessed = { vaultId: 'x'.repeat(22), counter: 1_000_000 };
    expect((await (await reopen()).list()).warnings).toEqual([{ kind: 'witness-wrong' }]);
  });

  it('with a strange row: unknown', async () => {
    await plant('list/AAAAAAAAAAAAAAAAAAAAAA/3', new Uint8Array(5000));
    await plant('stranger', new Uint8Array(10));
    const open = await reopen();
    const { entries, warnings } = await open.list();
    expect(kinds(warnings)).toEqual(['record-unknown']);
    expect(warnings.map(({ id }) => id).sort()).toEqual(['AAAAAAAAAAAAAAAAAAAAAA', 'stranger']);
    expect(entries).toHaveLength(FILLERS + 2);
    expect(await open.exportDamaged()).toHaveLength(2);
    await expectRestUsable(open);
    await open.repair();
    const repaired = await reopen();
    expect(await repaired.check()).toEqual([]);
    expect(await repaired.exportDamaged()).toHaveLength(2);
  });
});

describe('the manifest', () => {
  for (const [name, value] of [
    ['deleted', undefined],
    ['garbled', new Uint8Array(4131)],
    ['of another type', 'manifest'],
  ] as const) {
    it(`${name}: said, and everything stays usable`, async () => {
      await plantRow(NAME, 'meta', 'manifest', value);
      const open = await reopen();
      expect((await open.list()).warnings).toEqual([{ kind: 'manifest-damaged' }]);
      expect(await open.secret(scanner)).toBe('new-scanner-secret');
      expect((await open.get(scanner)).notes).toBe('second floor');
      await expectRestUsable(open);
      const healed = await reopen();
      expect((await healed.list()).warnings).toEqual([{ kind: 'manifest-damaged' }]);
      await healed.confirmWarnings([{ kind: 'manifest-damaged' }]);
      expect((await (await reopen()).list()).warnings).toEqual([]);
      expect(await healed.exportDamaged()).toHaveLength(value instanceof Uint8Array ? 1 : 0);
    });
  }

  it('older than the records: the newer ones show as replaced, and the database as rolled back', async () => {
    await plantRow(NAME, 'meta', 'manifest', valueIn(older, 'meta', 'manifest'));
    const open = await reopen();
    expect(kinds((await open.list()).warnings)).toEqual(['record-replaced', 'rolled-back']);
    await expectRestUsable(open);
  });
});

it('a wrong passphrase or code changes nothing', async () => {
  const before = await dumpDatabase(NAME);
  const vault = connectVault({ name: NAME, rollbackCounter });
  await vault.unlock({ kind: 'passphrase', passphrase: 'incorrect horse' }).catch(() => undefined);
  await vault.unlock({ kind: 'recovery', code: '0000-0000-0000-0000-0000-0000-0000' }).catch(() => undefined);
  await vault.open(new Uint8Array(32).fill(9)).catch(() => undefined);
  expect(await dumpDatabase(NAME)).toEqual(before);
  expect(witnessed).toEqual(newest);
});
