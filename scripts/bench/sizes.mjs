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
  const common = readFileSync(join(build, 'content-scripts/capture.js'));
  const folderOfReaders = join(build, 'readers');
  const pages = readdirSync(folderOfReaders).map((name) =>
    Buffer.concat([common, readFileSync(join(folderOfReaders, name))]),
  );
  const largest = pages.reduce((most, page) => (page.length > most.length ? page : most));
  const zip = (bytes) => gzipSync(bytes, { level: 9 }).length;
  const archive = readdirSync(folder).find((name) => name.endsWith('-chrome.zip'));
  if (archive === undefined) throw new Error('There is no zip of the extension.');
  return [
    makeRow({
      what: "content script on a provider's page, with the largest reader, as it is",
      value: largest.length,
      unit: 'bytes',
      reference: { what: 'KeePassXC-Browser, on every page', value: NEIGHBOUR },
    }),
    makeRow({
      what: 'the same, gzip',
      value: Math.max(...pages.map(zip)),
      unit: 'bytes',
      reference: { what: 'as it is', value: largest.length },
      reach: { most: 8000 },
    }),
    makeRow({
      what: 'whole extension, zipped',
      value: statSync(join(folder, archive)).size,
      unit: 'bytes',
      reference: { what: 'its files', value: countBytes(build) },
      reach: { most: 200_000 },
    }),
  ];
}
