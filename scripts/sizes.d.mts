/** What a place of the extension loads, in bytes, and at most. */
export interface Row {
  what: string;
  bytes: number;
  most?: number;
}

/** The scripts that a page or a script of a build loads at once, itself among them if it is one. @throws Error when one is not there */
export function listLoaded(build: string, start: string): string[];
/** Bytes of files of a build, one after the other, compressed by gzip. */
export function countGzip(build: string, paths: readonly string[]): number;
/** The reader that makes the content script largest, and the bytes of both, compressed. */
export function findLargestReader(build: string): { reader: string; bytes: number };
/** What each place of a build loads. */
export function measure(build: string): Row[];
/** The rows as lines of text, with a mark at what is over its limit. */
export function printRows(rows: readonly Row[]): string[];
/** Whether a row is over its limit. */
export function isOver(row: Row): boolean;
