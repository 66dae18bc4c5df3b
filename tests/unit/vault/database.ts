import { openDB } from 'idb';

/** Everything in a database, as the disk holds it. */
export type Dump = Record<string, [key: string, value: unknown][]>;

export async function dumpDatabase(name: string): Promise<Dump> {
  const database = await openDB(name);
  const dump: Dump = {};
  for (const store of database.objectStoreNames) {
    const [keys, values] = await Promise.all([database.getAllKeys(store), database.getAll(store)]);
    dump[store] = keys.map((key, i) => [String(key), values[i]]);
  }
  database.close();
  return dump;
}

export async function loadDatabase(name: string, dump: Dump): Promise<void> {
  const database = await openDB(name, 1, {
    upgrade: (upgraded) => {
      for (const store of Object.keys(dump)) upgraded.createObjectStore(store);
    },
  });
  for (const [store, rows] of Object.entries(dump)) {
    await database.clear(store);
    for (const [key, value] of rows) await database.put(store, value, key);
  }
  database.close();
}

/** Changes a row behind the vault's back; `undefined` deletes it. */
export async function plantRow(name: string, store: string, key: string, value: unknown): Promise<void> {
  const database = await openDB(name);
  if (value === undefined) await database.delete(store, key);
  else await database.put(store, value, key);
  database.close();
}

/** The one row key of a record. */
export function keyIn(dump: Dump, start: string): string {
  const found = dump['records']?.filter(([key]) => key.startsWith(start)) ?? [];
  if (found.length !== 1 || !found[0]) throw new Error(`${found.length} rows begin with ${start}`);
  return found[0][0];
}

export function valueIn(dump: Dump, store: string, key: string): Uint8Array<ArrayBuffer> {
  const row = dump[store]?.find(([other]) => other === key);
  if (!(row?.[1] instanceof Uint8Array)) throw new Error(`no bytes at ${key}`);
  return new Uint8Array(row[1]);
}

/** A dump out of JSON, where `{ "bytes": base64 }` means bytes. */
export function readDump(printed: unknown): Dump {
  return JSON.parse(JSON.stringify(printed), (_key, value) =>
    typeof value?.bytes === 'string' ? new Uint8Array(Buffer.from(value.bytes, 'base64')) : value,
  );
}
