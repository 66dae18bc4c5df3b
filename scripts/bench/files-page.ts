import { format } from '../../lib/files/kdbx';
import { argon2id } from '../../lib/vault/crypto';
import { makeItem } from '../../tests/unit/files/items';

const PASSPHRASE = 'a passphrase for measuring';

/** Milliseconds of each run of writing so many entries into a KDBX file. */
export async function writeKdbx(entries: number, runs: number): Promise<number[]> {
  const items = Array.from({ length: entries }, (_, at) => makeItem({ label: `Device ${at}` }));
  return timeEach(runs, () => format.write(items, { passphrase: PASSPHRASE, now: 0 }));
}

/** Milliseconds of each run of its key derivation alone. */
export async function stretch(runs: number): Promise<number[]> {
  const password = new TextEncoder().encode(PASSPHRASE);
  return timeEach(runs, () => argon2id(password, new Uint8Array(32), { m: 65_536, t: 3, p: 4 }));
}

async function timeEach(runs: number, work: () => Promise<unknown>): Promise<number[]> {
  const times: number[] = [];
  for (let run = -1; run < runs; run++) {
    const start = performance.now();
    await work();
    if (run >= 0) times.push(performance.now() - start);
  }
  return times;
}
