/** What the bench runs in an own page of the extension, where the database of the vault is. */

import { findRows, indexRows } from '../../components/state/search-index';
import type { AppPassword } from '../../lib/model';
import { connectVault, type NewEntry } from '../../lib/vault/vault';

const clients = ['Thunderbird', 'Scanner in the hall', 'Backup script', 'Old phone'];
const providers = ['microsoft-work', 'microsoft-personal', 'wordpress'];

function makeEntry(place: number): NewEntry {
  const day = 86_400_000;
  const created = Date.UTC(2026, 0, 1) - (place % 900) * day;
  return {
    provider: providers[place % providers.length] ?? 'other',
    site: `host-${place % 97}.example`,
    label: `Key ${place} for ${clients[place % clients.length]}`,
    account: `robin.${place % 311}@mail.example`,
    client: clients[place % clients.length] ?? '',
    device: `device ${place % 53}`,
    protocols: ['imap', 'smtp'],
    notes: place % 10 === 0 ? 'Made for the office on the second floor; ask Kim before taking it back.' : '',
    tags: place % 5 === 0 ? ['office'] : [],
    created,
    secretChanged: created,
    status: 'active',
    custody: 'vault',
  };
}

/** Adds so many entries in one commit. @param key the vault key, base64 */
export async function seed(key: string, count: number): Promise<void> {
  const vault = connectVault();
  const open = await vault.open(decode(key));
  await open.addAll(
    Array.from({ length: count }, (_, i) => ({ entry: makeEntry(i), secret: `bench${i}secretwords` })),
  );
  vault.close();
}

/** As long as a passphrase is stretched, the thread is busy (ms). */
const STRETCH = 200;

/**
 * Milliseconds from the key to the list, of a vault that was never opened here: as after a passphrase (`list`), and
 * with a key that was there before (`cold`); and of one block with the same entries.
 */
export async function timeList(
  key: string,
  runs: number,
): Promise<{ list: number[]; cold: number[]; block: number[] }> {
  const list: number[] = [];
  const cold: number[] = [];
  const block: number[] = [];
  const aes = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, [
    'encrypt',
    'decrypt',
  ]);
  const iv = new Uint8Array(12);
  let entries: AppPassword[] = [];
  for (let run = -2; run < runs; run++) {
    const took = await timeOpening(key, false);
    const ahead = await timeOpening(key, true);
    entries = ahead.entries;
    const plain = new TextEncoder().encode(JSON.stringify(entries));
    const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, aes, plain);
    const begun = performance.now();
    const opened = await crypto.subtle.decrypt({ name: 'AES-GCM', iv }, aes, sealed);
    const parsed: unknown[] = JSON.parse(new TextDecoder().decode(opened));
    const blockTook = performance.now() - begun;
    if (parsed.length !== entries.length) throw new Error('the block lost entries');
    if (run < 0) continue;
    list.push(ahead.took);
    cold.push(took.took);
    block.push(blockTook);
  }
  return { list, cold, block };
}

async function timeOpening(
  key: string,
  prepared: boolean,
): Promise<{ took: number; entries: AppPassword[] }> {
  const vault = connectVault();
  await vault.status();
  if (prepared) {
    vault.prepare();
    // The request leaves with the next turn; then nothing else runs here until the key is there.
    await new Promise((next) => setTimeout(next, 5));
    const end = performance.now() + STRETCH;
    while (performance.now() < end);
  }
  const start = performance.now();
  const { entries } = await (await vault.open(decode(key))).list();
  const took = performance.now() - start;
  vault.close();
  return { took, entries };
}

/** Milliseconds that comparing every row's text once takes, folded beforehand. */
export function timeScan(rows: Parameters<typeof indexRows>[0], query: string, runs: number): number[] {
  const index = indexRows(rows, (id) => id);
  return Array.from({ length: runs }, () => {
    const start = performance.now();
    findRows(index, query);
    return performance.now() - start;
  });
}

function decode(text: string): Uint8Array {
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
}
