import { readdirSync, readFileSync } from 'node:fs';
import { join, posix, relative, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { zipSync } from 'fflate';
import { parseAst } from 'vite';

/**
 * `node scripts/sizes.mjs`: how much script each place loads, counted where it is loaded: compressed by gzip, with
 * everything that it imports at once. What comes only when it is asked for costs those who never ask nothing, so the
 * zip as a whole has a wide limit of its own.
 */

const KB = 1024;
/** Bytes at most. */
const LIMITS = { provider: 16 * KB, elsewhere: 0, popup: 60 * KB, app: 90 * KB, zip: 3 * KB * KB };
const BUILDS = ['chrome-mv3', 'firefox-mv3'];
const CONTENT = 'content-scripts/capture.js';

/** Every file of a build, as a path inside it. */
function listFiles(build) {
  return readdirSync(build, { recursive: true, withFileTypes: true })
    .filter((file) => file.isFile())
    .map(({ parentPath, name }) => relative(build, join(parentPath, name)).split(sep).join('/'))
    .sort();
}

/** What a page starts with: its scripts, and the modules that it has fetched ahead. */
function listStarts(html) {
  const tags = [...html.matchAll(/<(?:script|link)\b[^>]*>/gi)].map(([tag]) => tag);
  const read = (tag, name) => new RegExp(`\\s${name}=["']?([^"'\\s>]+)`, 'i').exec(tag)?.[1];
  return tags.flatMap((tag) => {
    const isScript = /^<script/i.test(tag);
    if (!isScript && read(tag, 'rel') !== 'modulepreload') return [];
    return read(tag, isScript ? 'src' : 'href') ?? [];
  });
}

/** What a module imports before it runs; `import(…)` waits until it is reached. */
function listImports(code) {
  return parseAst(code).body.flatMap((statement) =>
    /^(?:Import|Export(?:Named|All))Declaration$/.test(statement.type) ? (statement.source?.value ?? []) : [],
  );
}

/**
 * The scripts that a page or a script of a build loads at once, itself among them if it is one; each once.
 * @throws Error when one is named that is not there
 */
export function listLoaded(build, start) {
  const loaded = new Set(start.endsWith('.js') ? [start] : []);
  const follow = (from, name) =>
    loaded.add(name.startsWith('/') ? name.slice(1) : posix.join(posix.dirname(from), name));
  if (loaded.size === 0)
    for (const name of listStarts(readFileSync(join(build, start), 'utf8'))) follow(start, name);
  // A set that grows is walked to its new end.
  for (const path of loaded)
    for (const name of listImports(readFileSync(join(build, path), 'utf8'))) follow(path, name);
  return [...loaded];
}

/** Bytes of files of a build, one after the other, compressed by gzip. */
export function countGzip(build, paths) {
  if (paths.length === 0) return 0;
  return gzipSync(Buffer.concat(paths.map((path) => readFileSync(join(build, path)))), { level: 9 }).length;
}

/** Bytes of all files of a build in one zip. */
function countZip(build) {
  const files = listFiles(build).map((path) => [path, readFileSync(join(build, path))]);
  return zipSync(Object.fromEntries(files), { level: 9 }).length;
}

/** The reader that makes the content script largest, and the bytes of both, compressed. */
export function findLargestReader(build) {
  const readers = listFiles(build).filter((path) => path.startsWith('readers/'));
  const sizes = readers.map((reader) => ({ reader, bytes: countGzip(build, [CONTENT, reader]) }));
  return sizes.reduce((most, one) => (one.bytes > most.bytes ? one : most), { reader: '', bytes: 0 });
}

/** Scripts that run on pages of hosts which the manifest does not name one by one. */
function listElsewhere(build) {
  const { content_scripts: scripts = [] } = JSON.parse(readFileSync(join(build, 'manifest.json'), 'utf8'));
  const isExact = (pattern) => /^https:\/\/[^*/]+\//.test(pattern);
  return [...new Set(scripts.flatMap(({ matches, js }) => (matches.every(isExact) ? [] : js)))];
}

/**
 * What each place of a build loads.
 * @returns rows of what it is, its bytes, and how many it may be; without the latter where no limit is set
 */
export function measure(build) {
  const { reader, bytes } = findLargestReader(build);
  const page = (name) => countGzip(build, listLoaded(build, `${name}.html`));
  return [
    { what: `content script with the largest reader (${reader})`, bytes, most: LIMITS.provider },
    {
      what: 'content script elsewhere',
      bytes: countGzip(build, listElsewhere(build)),
      most: LIMITS.elsewhere,
    },
    { what: 'popup, until it is painted', bytes: page('popup'), most: LIMITS.popup },
    { what: 'app, until a page is asked for', bytes: page('app'), most: LIMITS.app },
    { what: 'welcome', bytes: page('welcome') },
    { what: 'background', bytes: countGzip(build, listLoaded(build, 'background.js')) },
    { what: 'zip', bytes: countZip(build), most: LIMITS.zip },
  ];
}

/** The rows as lines of text, with a mark at what is over its limit. */
export function printRows(rows) {
  const widest = Math.max(...rows.map(({ what }) => what.length));
  const write = (bytes) => bytes.toLocaleString('en').padStart(9);
  return rows.map(({ what, bytes, most }) => {
    const limit = most === undefined ? '' : ` of ${write(most)}${bytes > most ? '  TOO LARGE' : ''}`;
    return `${what.padEnd(widest)} ${write(bytes)}${limit}`;
  });
}

/** Whether a row is over its limit. */
export const isOver = ({ bytes, most = Number.POSITIVE_INFINITY }) => bytes > most;

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const over = BUILDS.flatMap((name) => {
    const rows = measure(join(process.argv[2] ?? '.output', name));
    console.log([`${name}, bytes compressed by gzip:`, ...printRows(rows), ''].join('\n'));
    return rows.filter(isOver);
  });
  if (over.length > 0) console.log('Too large: find what brought it, and load it when it is asked for.');
  process.exitCode = over.length === 0 ? 0 : 1;
}
