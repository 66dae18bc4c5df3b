import { AppError } from '../errors';

/** Largest file that is read or written, in bytes. */
export const MOST_BYTES = 32 * 1024 * 1024;
/** Largest backup of our own: room for 100,000 entries with notes and a log. */
export const MOST_BACKUP_BYTES = 256 * 1024 * 1024;
/** Most entries of one file. */
export const MOST_ROWS = 100_000;
/** Most bytes that a packed part of a file may unpack to. */
export const MOST_UNPACKED = 128 * 1024 * 1024;
/** Deepest nesting of groups, objects or elements. */
export const MOST_DEPTH = 100;
/** Most objects and lists in a JSON file. */
const MOST_BRACKETS = 4_000_000;
/** The same in a backup, whose entries have lists of their own. */
export const MOST_BACKUP_BRACKETS = 32_000_000;

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const BRACKET = 0x5b;
const BRACE = 0x7b;

export function invalid(message: string, cause?: unknown): AppError {
  return new AppError('file-invalid', message, { cause });
}

/** @throws AppError `file-too-large` */
export function refuseLarge(bytes: number, most: number = MOST_BYTES): void {
  if (bytes > most) throw new AppError('file-too-large', `the file has more than ${most} bytes`);
}

/** @throws AppError `file-too-large` */
export function refuseMany(rows: number): void {
  if (rows > MOST_ROWS) throw new AppError('file-too-large', `the file has more than ${MOST_ROWS} entries`);
}

/** Text of a file: UTF-8, or UTF-16 with its mark, as spreadsheets write it; the mark is taken off. @throws AppError `file-invalid` */
export function decodeFile(file: Uint8Array): string {
  const encoding = file[0] === 0xff && file[1] === 0xfe ? 'utf-16le' : 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(file);
  } catch (error) {
    throw invalid('the file is not text', error);
  }
}

/**
 * Parses JSON of bounded depth and number of parts.
 * @throws AppError `file-invalid`, `file-too-large`
 */
export function parseJson(text: string, mostBrackets: number = MOST_BRACKETS): unknown {
  let depth = 0;
  let brackets = 0;
  let inString = false;
  // One pass before anything is built; a regular expression would try unfinished strings again and again.
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) inString = !inString;
    else if (inString) at += code === BACKSLASH ? 1 : 0;
    else if (code === BRACE || code === BRACKET) {
      depth++;
      brackets++;
      if (depth > MOST_DEPTH) throw invalid('the file is nested too deeply');
      if (brackets > mostBrackets) throw new AppError('file-too-large', 'the file has too many parts');
    } else if (code === BRACE + 2 || code === BRACKET + 2) depth--;
  }
  try {
    return JSON.parse(text);
  } catch (error) {
    throw invalid('the file is not JSON', error);
  }
}
