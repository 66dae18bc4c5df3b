import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { makeRow } from './table.mjs';

/** Bytes that KeePassXC-Browser puts on every page (its content scripts, not compressed): the neighbour's figure. */
const NEIGHBOUR = 230_118;

/** Bytes of all files below a folder. */
function countBytes(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((file) => file.isFile())
    .reduce((sum, { parentPath, name }) => sum + statSync(join(parentPath, name)).size, 0);
}

/** Sizes of the production build and its zip. */
export function measureSizes(folder) {
  const build = join(folder, 'chrome-mv3');
  const script = readFileSync(join(build, 'content-scripts/capture.js'));
  const zip = readdirSync(folder).find((name) => name.endsWith('-chrome.zip'));
  if (zip === undefined) throw new Error('There is no zip of the extension.');
  return [
    makeRow({
      what: "content script on a provider's page, as it is",
      value: script.length,
      unit: 'bytes',
      reference: { what: 'KeePassXC-Browser, on every page', value: NEIGHBOUR },
    }),
    makeRow({
      what: "content script on a provider's page, gzip",
      value: gzipSync(script, { level: 9 }).length,
      unit: 'bytes',
      reference: { what: 'as it is', value: script.length },
      reach: { most: 8000 },
    }),
    makeRow({
      what: 'whole extension, zipped',
      value: statSync(join(folder, zip)).size,
      unit: 'bytes',
      reference: { what: 'its files', value: countBytes(build) },
      reach: { most: 200_000 },
    }),
  ];
}
