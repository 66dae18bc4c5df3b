import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';
import { deflateRawSync, gzipSync } from 'node:zlib';
import { makeRow } from './table.mjs';

/** Bytes that KeePassXC-Browser puts on every page (its content scripts, not compressed): the neighbour's figure. */
const NEIGHBOUR = 230_118;

/** Bytes that a file takes in a zip: compressed, with its two headers. */
function countZipped(folder, name) {
  return deflateRawSync(readFileSync(join(folder, name)), { level: 9 }).length + 2 * name.length + 76;
}

/** Files of the extension in two heaps: what its pages and workers bring with them, and what they load only when it is asked for. */
export function sortFiles(build) {
  const files = readdirSync(build, { recursive: true, withFileTypes: true })
    .filter((file) => file.isFile())
    .map(({ parentPath, name }) => relative(build, join(parentPath, name)));
  const eager = new Set(files.filter((name) => !/^(?:chunks|assets)\//.test(name)));
  for (const name of eager) {
    if (!/\.(?:js|html)$/.test(name)) continue;
    const text = readFileSync(join(build, name), 'utf8');
    // Static imports and what a page names; `import(…)` is what waits until it is asked for.
    const named = text.matchAll(/(?:from|import|src=|href=)\s*["']([^"']+\.(?:js|css))["']/g);
    for (const [, path] of named)
      eager.add(path.startsWith('/') ? path.slice(1) : normalize(join(dirname(name), path)));
  }
  const sum = (names) => names.reduce((bytes, name) => bytes + countZipped(build, name), 0);
  const asked = files.filter((name) => !eager.has(name));
  return { eager: sum([...eager]), asked: sum(asked), names: asked };
}

/** Sizes of the production build and its zip. */
export function measureSizes(folder) {
  const build = join(folder, 'chrome-mv3');
  const sorted = sortFiles(build);
  const common = readFileSync(join(build, 'content-scripts/capture.js'));
  const folderOfReaders = join(build, 'readers');
  const pageOf = (name) => Buffer.concat([common, readFileSync(join(folderOfReaders, name))]);
  // The general reader comes only when the user asks to look.
  const pages = readdirSync(folderOfReaders)
    .filter((name) => name !== 'other.js')
    .map(pageOf);
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
      reach: { most: 16_384 },
    }),
    makeRow({
      what: 'the same with the general reader, when asked to look at an unknown page, gzip',
      value: zip(pageOf('other.js')),
      unit: 'bytes',
      reference: { what: 'as it is', value: pageOf('other.js').length },
      reach: { most: 32_768 },
    }),
    makeRow({
      what: 'whole extension, zipped, without what is loaded only when asked for',
      value: sorted.eager,
      unit: 'bytes',
      note: `asked for: files (KDBX, CSV, …), the report, the judging of a new passphrase, ${sorted.asked.toLocaleString('en')} bytes more`,
      reference: { what: 'the zip with everything', value: statSync(join(folder, archive)).size },
      reach: { most: 300_000 },
    }),
  ];
}
