import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { makeRow } from './table.mjs';

/** Bytes that KeePassXC-Browser puts on every page (its content scripts, not compressed): the neighbour's figure. */
const NEIGHBOUR = 230_118;

/** Sizes of the production build and its zip. */
export function measureSizes(folder) {
  const script = readFileSync(join(folder, 'chrome-mv3/content-scripts/capture.js'));
  const zip = readdirSync(folder).find((name) => name.endsWith('-chrome.zip'));
  const rows = [
    makeRow({
      what: "content script on a provider's page, gzip",
      value: gzipSync(script, { level: 9 }).length,
      unit: 'bytes',
      reach: { most: 8000 },
    }),
    makeRow({
      what: "content script on a provider's page, as it is",
      value: script.length,
      unit: 'bytes',
      reference: { what: 'KeePassXC-Browser, on every page', value: NEIGHBOUR },
    }),
  ];
  if (zip === undefined) return rows;
  const value = statSync(join(folder, zip)).size;
  return [
    ...rows,
    makeRow({ what: 'whole extension, zipped', value, unit: 'bytes', reach: { most: 200_000 } }),
  ];
}
