import { closeSync, openSync, readdirSync, readFileSync, readSync } from 'node:fs';
import type { CDPSession } from 'puppeteer';

/** Texts to look for, by what they are. */
export type Canaries = Readonly<Record<string, string>>;

/** How often something was found, by what it is; without what was not found. */
export type Hits = Record<string, number>;

function countIn(text: string, wanted: string): number {
  return text.split(wanted).length - 1;
}

/**
 * Looks for canaries in every text that can be reached in a heap. What is garbage is collected first. Snapshots leave
 * out the bytes of arrays, which the memory of the processes has.
 */
export async function searchHeap(session: CDPSession, canaries: Canaries): Promise<Hits> {
  const hits: Hits = {};
  let snapshot = '';
  const take = ({ chunk }: { chunk: string }): void => {
    snapshot += chunk;
  };
  session.on('HeapProfiler.addHeapSnapshotChunk', take);
  await session.send('HeapProfiler.enable');
  await session.send('HeapProfiler.collectGarbage');
  await session.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
  session.off('HeapProfiler.addHeapSnapshotChunk', take);
  // The strings come last; it is of no use if they do not come.
  if (!snapshot.includes('"strings":[')) throw new Error('the snapshot has no strings');
  for (const [name, wanted] of Object.entries(canaries)) {
    const count = countIn(snapshot, wanted);
    if (count > 0) hits[name] = count;
  }
  return hits;
}

/** A canary as bytes: as text in both widths, and, for a key in base64url, the bytes it encodes. */
function formsOf(text: string): Buffer[] {
  const key = /^[\w-]{43}$/.test(text) ? [Buffer.from(text, 'base64url')] : [];
  return [Buffer.from(text, 'utf8'), Buffer.from(text, 'utf16le'), ...key];
}

/** Processes of a browser: the one that was started, and all that it started. Linux only. */
function listProcesses(root: number): number[] {
  const parents = new Map<number, number>();
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    try {
      const parent = /\) \S (\d+)/.exec(readFileSync(`/proc/${name}/stat`, 'utf8'))?.[1];
      parents.set(Number(name), Number(parent));
    } catch {
      // It has ended.
    }
  }
  const isInside = (pid: number | undefined): boolean =>
    pid !== undefined && (pid === root || isInside(parents.get(pid)));
  return [...parents.keys()].filter(isInside);
}

/**
 * Looks through all memory of a browser that can be written to, as a dump of its processes would hold it: reachable
 * or not. Linux, and as root or where the system lets parents look.
 * @param root process id of the browser
 */
export function searchProcesses(root: number, canaries: Canaries): { hits: Hits; bytes: number } {
  const hits: Hits = {};
  let bytes = 0;
  for (const pid of listProcesses(root)) {
    let maps: string;
    let memory: number;
    try {
      maps = readFileSync(`/proc/${pid}/maps`, 'utf8');
      memory = openSync(`/proc/${pid}/mem`, 'r');
    } catch {
      continue;
    }
    for (const [, from = '', to = ''] of maps.matchAll(/^([0-9a-f]+)-([0-9a-f]+) rw/gm)) {
      bytes += searchRegion(memory, BigInt(`0x${from}`), BigInt(`0x${to}`), canaries, hits);
    }
    closeSync(memory);
  }
  return { hits, bytes };
}

const STEP = 16 * 1024 * 1024;
const OVERLAP = 256;

function searchRegion(memory: number, from: bigint, to: bigint, canaries: Canaries, hits: Hits): number {
  const buffer = Buffer.alloc(STEP + OVERLAP);
  let bytes = 0;
  for (let at = from; at < to; at += BigInt(STEP)) {
    const size = Math.min(buffer.length, Number(to - at));
    let read = 0;
    try {
      read = readSync(memory, buffer, 0, size, at);
    } catch {
      // Reserved, and never used.
      continue;
    }
    bytes += Math.min(read, STEP);
    const piece = buffer.subarray(0, read);
    for (const [name, wanted] of Object.entries(canaries)) {
      for (const form of formsOf(wanted)) {
        // What begins in the overlap is found in the next piece.
        for (
          let place = piece.indexOf(form);
          place >= 0 && place < STEP;
          place = piece.indexOf(form, place + 1)
        ) {
          hits[name] = (hits[name] ?? 0) + 1;
        }
      }
    }
  }
  return bytes;
}
