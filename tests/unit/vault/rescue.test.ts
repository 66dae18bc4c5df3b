import 'fake-indexeddb/auto';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { connectVault, type OpenVault } from '../../../lib/vault/vault';
import vaults from '../../fixtures/vault/driven-up.json' with { type: 'json' };
import { dumpDatabase, loadDatabase, readDump } from './database';
import { dieAt, revive } from './faults';
import { draft } from './fixtures';

vi.mock('../../../lib/vault/crypto', async (load) => {
  return (await import('./fast-stretching')).withoutStretching(await load());
});
afterEach(() => revive());

/**
 * Written by the version before revisions were bounded, after its rollback counter was set to the number in `name`: `locked` right
 * after entries were added, replaced and captured; `used again` after one more session; `repaired` after two repairs.
 */
const cases = vaults.map((vault) => [`${vault.name}, ${vault.stage}`, vault] as const);

let kept: unknown;
const rollbackCounter = {
  read: async () => kept,
  write: async (seen: unknown) => {
    kept = seen;
  },
};
const NAME = 'driven-up';
const connect = () => connectVault({ name: NAME, rollbackCounter });

async function load(vault: (typeof vaults)[number]): Promise<Uint8Array> {
  await loadDatabase(NAME, readDump(vault.dump));
  kept = vault.witness;
  return new Uint8Array(Buffer.from(vault.key, 'base64'));
}

async function expectAll(open: OpenVault, secrets: Record<string, string | undefined>): Promise<void> {
  const { entries } = await open.list();
  expect(entries.map(({ label }) => label).sort()).toEqual(Object.keys(secrets).sort());
  for (const { id, label } of entries) expect(await open.secret(id), label).toBe(secrets[label]);
}

describe.each(cases)('a vault whose counter was driven up: %s', (_, vault) => {
  it('is whole again after one repair, with what it knew of its entries', async () => {
    const key = await load(vault);
    const open = await connect().open(key);
    const warnings = await open.check();
    expect(warnings.some(({ kind }) => kind === 'counter-too-high' || kind === 'record-found')).toBe(true);
    await open.repair();
    await expectAll(open, vault.secrets);
    open.close();
    const again = await connect().open(key);
    await expectAll(again, vault.secrets);
    const { entries } = await again.list();
    // `Printer` was captured, without notes.
    for (const { label, notes } of entries.filter((entry) => entry.label !== 'Printer')) {
      const expected = label === 'Phone' ? ['notes of Phone', 'changed later'] : [`notes of ${label}`];
      expect(expected, label).toContain(notes);
    }
    expect((await again.check()).map(({ kind }) => kind).filter((kind) => kind !== 'witness-wrong')).toEqual(
      [],
    );
    const rows = (await dumpDatabase(NAME))['records'] ?? [];
    for (const [row] of rows) expect(Number(row.split('/')[2]), row).toBeLessThan(2 ** 31);
  });

  it('works as any other, repaired or not, and nothing comes back that was removed', async () => {
    const key = await load(vault);
    const open = await connect().open(key);
    const { id } = await open.add(draft('Fresh'), 'fresh-secret');
    const fresh = await connect().open(key);
    expect(await fresh.secret(id)).toBe('fresh-secret');
    await fresh.repair();
    await expectAll(fresh, { ...vault.secrets, Fresh: 'fresh-secret' });
    const camera = (await fresh.list()).entries.find(({ label }) => label === 'Camera');
    await fresh.remove([camera?.id ?? '']);
    await fresh.repair();
    const { Camera: __, ...others } = vault.secrets;
    await expectAll(await connect().open(key), { ...others, Fresh: 'fresh-secret' });
    const left = (await (await connect().open(key)).check()).map(({ kind }) => kind);
    expect(left.filter((kind) => kind !== 'witness-wrong')).toEqual([]);
  });
});

it.each(cases)(
  'a change of the key brings back what a counter driven up had hidden: %s',
  async (_, vault) => {
    const made = await (await connect().open(await load(vault))).changeKey('eleven walnut ferries');
    await expectAll(await connect().open(made.key), vault.secrets);
    const rows = (await dumpDatabase(NAME))['records'] ?? [];
    expect(new Set(rows.map(([row]) => row.split('/')[2]))).toEqual(new Set(['1']));
  },
);

it('killed at any step of the repair: all is still there, and the repair goes through later', async () => {
  const vault = vaults.find(({ name, stage }) => name === '2^40' && stage === 'repaired');
  if (!vault) throw new Error('no such vault');
  for (let call = 1; ; call++) {
    const key = await load(vault);
    dieAt(call, 'killed');
    await connect()
      .open(key)
      .then((open) => open.repair())
      .catch(() => undefined);
    const reached = revive() >= call;
    const open = await connect().open(key);
    await open.repair();
    await expectAll(open, vault.secrets);
    if (!reached) break;
  }
});
