import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import {
  compareInventory,
  createInventories,
  type Inventories,
} from '../../../lib/background/services/inventories';
import type { InventoryItem } from '../../../lib/providers/provider';
import { entry } from '../review/entries';

const WHOSE = { provider: 'example', site: 'a.example', tabId: 1 };
const DEVICES = ['Scanner', 'Phone', 'Phone 2', 'Laptop'];
const said = (label: string) => `App password${label}Delete`;
/** A dialog that names none of them. */
const DIALOG = 'Delete this app password?Programs that use it stop working.CancelDelete';

let inventories: Inventories;
let at: number;
const entries = DEVICES.map((label) => entry({ id: label, label, provider: 'example', site: 'a.example' }));

/** A page shows these rows; answers which entries are known to be deleted by the user, and which are asked about. */
async function show(labels: readonly string[], pressed?: string, changes: object = {}) {
  const list = { complete: true, entries: labels.map((label) => ({ label })) };
  const seen = await inventories.note({ ...WHOSE, at, list, ...changes }, pressed);
  const { gone } = compareInventory(entries, seen);
  const ids = (sought: boolean) => gone.filter(({ sure }) => sure === sought).map(({ id }) => id);
  return { sure: ids(true), asked: ids(false) };
}

const without = (...labels: string[]) => DEVICES.filter((label) => !labels.includes(label));

beforeEach(() => {
  fakeBrowser.reset();
  inventories = createInventories();
  at = 1_000_000;
});

describe('a row that goes away', () => {
  it('is asked about, one after the other as well', async () => {
    await show(DEVICES);
    expect(await show(without('Scanner'))).toEqual({ sure: [], asked: ['Scanner'] });
    expect(await show(without('Scanner', 'Phone'))).toEqual({ sure: [], asked: ['Phone', 'Scanner'] });
  });

  it('was deleted by the user where something in it was pressed just before', async () => {
    await show(DEVICES, said('Phone'));
    at += 5_000;
    expect(await show(without('Phone'))).toEqual({ sure: ['Phone'], asked: [] });
  });

  it('is told apart from one whose name begins alike, and from one that goes with it', async () => {
    await show(DEVICES, said('Phone 2'));
    expect(await show(without('Phone 2', 'Laptop'))).toEqual({ sure: ['Phone 2'], asked: ['Laptop'] });
  });

  it('is asked about where something was pressed in another, or around several', async () => {
    await show(DEVICES, said('Scanner'));
    expect(await show(without('Laptop'))).toEqual({ sure: [], asked: ['Laptop'] });
    await inventories.forget();
    await show(DEVICES, DEVICES.map(said).join(''));
    expect(await show(without('Laptop'))).toEqual({ sure: [], asked: ['Laptop'] });
  });

  it('is asked about where what was pressed says far more than a row', async () => {
    await show(['Laptop'], `${said('Laptop')}${'and much else, such as all of the page '.repeat(5)}`);
    expect((await show([])).sure).toEqual([]);
  });

  it('counts while a dialog that came by it is answered, and no longer', async () => {
    await show(DEVICES, said('Scanner'));
    at += 29_000;
    await show(DEVICES, DIALOG);
    at += 29_000;
    expect(await show(without('Scanner'))).toEqual({ sure: ['Scanner'], asked: [] });
    await inventories.forget();
    await show(DEVICES, said('Scanner'));
    at += 30_000;
    await show(DEVICES, DIALOG);
    expect((await show(without('Scanner'))).sure).toEqual([]);
  });

  it('counts in the next document of the tab, and in no other tab', async () => {
    await show(DEVICES, said('Scanner'));
    expect((await show(without('Scanner'), undefined, { tabId: 2 })).sure).toEqual([]);
    await inventories.forget();
    await show(DEVICES, said('Scanner'));
    // It loads, and shows nothing for a moment.
    expect((await show([])).sure).toEqual([]);
    expect((await show(without('Scanner'))).sure).toEqual(['Scanner']);
  });

  it('is asked about when the clock was set back', async () => {
    await show(DEVICES, said('Scanner'));
    at -= 3_600_000;
    expect((await show(without('Scanner'))).sure).toEqual([]);
  });
});

describe('what is kept of lists', () => {
  const size = async () => JSON.stringify(await fakeBrowser.storage.session.get()).length;
  const long = (row: number): InventoryItem => ({
    label: `${row} ${'x'.repeat(190)}`,
    remoteId: 'y'.repeat(200),
    created: 'z'.repeat(200),
    lastUsed: 'w'.repeat(200),
    lastPlace: '\u{10348}'.repeat(100),
  });

  it('is 300 rows, 256 kB of each and 1 MB in all', async () => {
    const list = { complete: true, entries: Array.from({ length: 1_000 }, (_, row) => long(row)) };
    for (let one = 0; one < 20; one++) {
      const seen = await inventories.note({ ...WHOSE, site: `${one}.example`, at, list });
      expect(seen.list.entries.length).toBeLessThanOrEqual(300);
      expect(new TextEncoder().encode(JSON.stringify(seen.list)).length).toBeLessThan(257_000);
      // A list that was cut does not show what is gone.
      expect(seen.list.complete).toBe(false);
    }
    expect(await size()).toBeLessThan(1_010_000);
    expect((await inventories.all()).length).toBeGreaterThan(1);
  });
});
