import { type Zippable, zipSync } from 'fflate';

/** Files by their paths inside, with `/` between folders. */
export type Files = ReadonlyMap<string, Uint8Array>;

/** The oldest day of a zip, in every time zone: the library writes local time, and no time zone skips noon. */
const OLDEST = (): Date => new Date(1980, 0, 1, 12);
/** "Unix", as the platform of origin, and a plain file that all may read. */
const UNIX = 3;
const PLAIN_FILE = 0o100644 * 0x1_0000;

/**
 * A zip of these files that is the same everywhere: sorted by code units, all of one time, platform and mode, and
 * compressed by JavaScript alone. zlib would not do, for its bytes differ between versions of Node and between
 * processors.
 */
export function makeZip(files: Files): Uint8Array {
  const sorted = [...files].sort(([a], [b]) => (a < b ? -1 : 1));
  const entries: Zippable = Object.fromEntries(
    sorted.map(([path, bytes]) => {
      if (path === '' || /^\/|\\|(?:^|\/)\.\.?(?:\/|$)/.test(path))
        throw new Error(`${path} is no path inside`);
      return [path, [bytes, { level: 9, mtime: OLDEST(), os: UNIX, attrs: PLAIN_FILE }]];
    }),
  );
  return zipSync(entries);
}
