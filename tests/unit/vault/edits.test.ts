import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { connectVault, type OpenVault, type Vault } from '../../../lib/vault/vault';
import { dumpDatabase } from './database';
import { draft, takenCapture } from './fixtures';

vi.mock('../../../lib/vault/crypto', async (load) => {
  return (await import('./fast-stretching')).withoutStretching(await load());
});

let made = 0;
let name: string;
let vault: Vault;
let key: Uint8Array;
let open: OpenVault;

beforeEach(async () => {
  name = `edits ${++made}`;
  vault = connectVault({ name });
  ({ key } = await vault.create('correct horse battery staple'));
  open = await vault.open(key.slice());
});

/** How many commits there were. */
async function countCommits(): Promise<unknown> {
  return (await dumpDatabase(name))['meta']?.find(([row]) => row === 'counter')?.[1];
}

describe('changing many', () => {
  it('is one commit, passes over what is unknown or stays as it is, and answers both states', async () => {
    const added = await open.addAll(['A', 'B', 'C'].map((label) => ({ entry: draft(label), secret: label })));
    const [a, b, c] = added.map(({ id }) => id) as [string, string, string];
    const before = await countCommits();
    const edits = await open.updateAll([a, b, c, a, 'no-such-entry'], (entry) =>
      entry.label === 'B' ? entry : { ...entry, label: `${entry.label} 2`, notes: 'changed' },
    );
    expect(await countCommits()).toBe(Number(before) + 1);
    expect(edits.map(({ before: was, entry }) => [was.label, entry.label])).toEqual([
      ['A', 'A 2'],
      ['C', 'C 2'],
    ]);
    const again = await connectVault({ name }).open(key.slice());
    const labels = (await again.entries()).map(({ label }) => label);
    expect(labels.sort()).toEqual(['A 2', 'B', 'C 2']);
    expect(await Promise.all([a, b, c].map((id) => again.secret(id)))).toEqual(['A', 'B', 'C']);
    expect(await again.check()).toEqual((await again.list()).warnings);
  });

  it('writes nothing where nothing changes', async () => {
    const { id } = await open.add(draft('A'), 'a');
    const before = await countCommits();
    expect(await open.updateAll([id], (entry) => entry)).toEqual([]);
    expect(await open.update(id, (entry) => entry)).toMatchObject({ label: 'A' });
    expect(await countCommits()).toBe(before);
  });
});

describe('captures', () => {
  it('are opened once each, for the list and for the entry that is made of one', async () => {
    const ids = ['capture-1st', 'capture-2nd', 'capture-3rd'];
    for (const id of ids) await vault.sealCapture(takenCapture(id));
    // One agreement of keys for each that is opened.
    const opened = vi.spyOn(crypto.subtle, 'deriveBits');
    const { inbox, entries, warnings } = await open.listAll();
    expect(opened).toHaveBeenCalledTimes(ids.length);
    expect(inbox.map(({ capture }) => capture.id).sort()).toEqual(ids);
    expect({ entries, warnings }).toEqual(await open.list());
    opened.mockClear();
    await open.takeCapture('capture-1st', ({ capture }) => draft(capture.label));
    expect(opened).toHaveBeenCalledTimes(1);
    await open.entries();
    expect(opened).toHaveBeenCalledTimes(1);
    opened.mockRestore();
  });
});
