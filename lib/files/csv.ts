/**
 * CSV files (RFC 4180) as browsers and managers write and read them. Secrets are never altered. Other cells that a
 * spreadsheet would take for a formula get an apostrophe before them, which is taken off again when they are read.
 */
import { type CastingContext, CsvError, type Options, parse } from 'csv-parse/browser/esm/sync';
import { AppError } from '../errors';
import type { FileFormat, Found, Importer, Item } from '../managers/manager';
import { type Column, type Columns, columnsOf, dialects, type Source } from './columns';
import { type Facts, facts } from './facts';
import { decodeFile, invalid, MOST_ROWS, refuseLarge, refuseMany } from './limits';
import { type LineName, readNotes, writeNotes } from './notes';
import { readOurs } from './ours';
import { recognises } from './recognise';

/** What a cell begins with when a spreadsheet may compute it (OWASP, "CSV Injection"). */
const FORMULA = /^[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/;
const QUOTED_FORMULA = /^'+[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/;
/** A telephone number may be an account; nothing can be called without a letter. */
const TELEPHONE = /^\+[\d ().-]+$/;
/** Most cells of a file, and most quotation marks: both bound what is built while it is read. */
const MOST_MARKS = 4_000_000;
/** Leads nowhere (RFC 2606 section 2). */
const NO_ADDRESS = 'https://app-password.invalid/';

export type CsvId = keyof typeof dialects;

/** The format of one dialect. */
export function makeFormat(id: CsvId): FileFormat {
  const own: Facts = facts[id];
  return {
    ...own,
    async write(items) {
      refuseMany(items.length);
      const { columns } = dialects[id];
      const rows = nameApart(id, items).map((item) => columns.map((column) => writeCell(id, column, item)));
      const file = new TextEncoder().encode(writeRows([columns.map(([header]) => header), ...rows]));
      refuseLarge(file.length);
      return file;
    },
  };
}

/** A table of texts, its header first, for people to read in a spreadsheet; no cell is computed there. */
export function writeTable(table: readonly (readonly string[])[]): Uint8Array<ArrayBuffer> {
  // Without a byte order mark, spreadsheets take UTF-8 for something older.
  return new TextEncoder().encode(`\uFEFF${writeRows(table.map((row) => row.map(guard)))}`);
}

/** Ids of the items whose secret a spreadsheet would take for a formula: it is written as it is, so the user is told. */
export function findFormulas(items: readonly Item[]): string[] {
  return items.filter(({ secret }) => FORMULA.test(secret)).map(({ id }) => id);
}

export const importer: Importer = {
  id: 'csv',
  name: 'CSV',
  extensions: ['csv', 'tsv', 'txt'],
  recognises: recognises.csv,
  isLocked: () => false,
  async read(file) {
    refuseLarge(file.length);
    const columns = columnsOf(file);
    if (!columns) throw invalid('no header that is known');
    const rows = parseRows(decodeFile(file), columns.delimiter);
    return rows.flatMap((row) => readRow(row, columns) ?? []);
  },
};

function writeCell(id: CsvId, [, source]: Column, item: Row): string {
  if (source === 'secret') return item.secret;
  const text = typeof source === 'function' ? source(item) : writeText(id, source, item);
  return source !== 'notes' && TELEPHONE.test(text) ? text : guard(text);
}

function guard(text: string): string {
  return FORMULA.test(text) || QUOTED_FORMULA.test(text) ? `'${text}` : text;
}

function writeText(id: CsvId, source: Exclude<Source, 'secret' | 'kind'> | '', item: Row): string {
  const dialect = dialects[id];
  switch (source) {
    case '':
      return '';
    case 'label':
      return item.label;
    case 'account':
      return item.account;
    case 'account-address':
      return item.account.includes('@') ? item.account : '';
    case 'account-name':
      return item.account.includes('@') ? '' : item.account;
    case 'url':
      return chooseUrl(item) || (dialect.needsUrl ? NO_ADDRESS : '');
    case 'notes':
      // One less: an apostrophe may come before them.
      return writeNotes(item.real, listMissing(id, item), dialect.mostNotes && dialect.mostNotes - 1);
    case 'folder':
      return (dialect.folder ?? ((provider) => `App passwords ${provider}`))(item.providerName);
    case 'tags':
      return item.tags.join(',');
    case 'created':
      return new Date(item.created).toISOString();
  }
}

function chooseUrl({ url, site }: Item): string {
  return url || (site && `https://${site}/`);
}

/** An item with the user name of its row: with the label in it where two rows would otherwise be taken for one. */
type Row = Item & { real: Item };

function nameApart(id: CsvId, items: readonly Item[]): Row[] {
  const rows = items.map((item): Row => ({ ...item, real: item }));
  if (!dialects[id].apart) return rows;
  const siteOf = (row: Row) => chooseUrl(row).split('/', 3).join('/');
  const keyOf = (row: Row) => JSON.stringify([siteOf(row), row.account]);
  const counts = new Map<string, number>();
  for (const row of rows) counts.set(keyOf(row), (counts.get(keyOf(row)) ?? 0) + 1);
  const taken = new Map<string, number>();
  for (const row of rows) {
    const { account, label } = row;
    if (account === '') row.account = label;
    else if (counts.get(keyOf(row)) !== 1) row.account = `${account} (${label})`;
    const name = row.account;
    const first = keyOf(row);
    let number = taken.get(first) ?? 1;
    while (taken.has(keyOf(row))) row.account = `${name} (${++number})`;
    taken.set(keyOf(row), 1);
    taken.set(first, number);
  }
  return rows;
}

/** What a dialect has no column for, or a column that its program drops. */
function listMissing(id: CsvId, { account, real }: Row): LineName[] {
  const own: readonly unknown[] = dialects[id].columns.map(([, source]) => source);
  const lines = ['provider', 'client', 'device', 'protocols', 'tags', 'created', 'review'] as const;
  const missing: LineName[] = lines.filter((name) => !own.includes(name === 'provider' ? 'folder' : name));
  if (account !== real.account) missing.unshift('account');
  if (id === 'csv-chromium') missing.unshift('label');
  return missing;
}

/** Every cell in quotation marks, and every line ended as RFC 4180 has it. */
function writeRows(rows: readonly (readonly string[])[]): string {
  const line = (row: readonly string[]) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',');
  return rows.map((row) => `${line(row)}\r\n`).join('');
}

/** @throws AppError `file-too-large` when there are more than may be */
function countMarks(text: string, mark: string): number {
  let count = 0;
  for (let at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, at + 1)) {
    if (++count > MOST_MARKS) throw new AppError('file-too-large', 'the file has too many cells');
  }
  return count;
}

/** csv-parse's code for a quotation mark in a cell that does not begin with one. */
const MARK_INSIDE = 'INVALID_OPENING_QUOTE';

/** @throws AppError `file-invalid`, `file-too-large` */
function parseRows(text: string, delimiter: string): string[][] {
  for (const mark of [delimiter, '\n', '\r']) countMarks(text, mark);
  const marks = countMarks(text, '"');
  const options = {
    delimiter,
    record_delimiter: /\r\n|\n|\r/.exec(text)?.[0] ?? '\n',
    relax_column_count: true,
    skip_empty_lines: true,
    // The header, as many as may be, and one more, which is refused.
    to: MOST_ROWS + 2,
  };
  // Of a text it would make bytes by itself, and take twice as long.
  const bytes = new TextEncoder().encode(text);
  let rows = tryRows(bytes, options);
  if (rows === MARK_INSIDE) rows = readLoosely(bytes, options, marks);
  // A stray quotation mark swallows rows: then the file as a whole cannot be trusted.
  if (!Array.isArray(rows)) throw invalid(`quotation marks do not match: ${rows}`);
  refuseMany(rows.length - 1);
  return rows.slice(1);
}

/** Rows, or csv-parse's code of what is wrong with them. */
type Rows = string[][] | CsvError['code'];

function tryRows(bytes: Uint8Array, options: Options): Rows {
  try {
    return parse(bytes, options);
  } catch (error) {
    if (error instanceof CsvError) return error.code;
    throw error;
  }
}

/**
 * Reads what is written by programs that put quotation marks into a cell as they are. It takes more than twice as long.
 * @param marks how many quotation marks there are: each has to be one of a cell, or around one
 */
function readLoosely(bytes: Uint8Array, options: Options, marks: number): Rows {
  let understood = 0;
  const cast = (cell: string, { quoting }: CastingContext): string => {
    const inside = cell.split('"').length - 1;
    understood += quoting ? 2 + 2 * inside : inside;
    return cell;
  };
  const rows = tryRows(bytes, { ...options, relax_quotes: true, cast });
  const isCut = rows.length === MOST_ROWS + 2;
  return understood === marks || isCut ? rows : MARK_INSIDE;
}

/** `undefined` for a row that holds no secret: a note, a card, an identity. */
function readRow(row: readonly string[], { sources }: Columns): Found | undefined {
  // A column that comes twice counts where it first holds something.
  const cell = (...wanted: readonly Source[]) =>
    wanted
      .flatMap((source) => row.filter((text, at) => sources[at] === source && text !== ''))
      .map((text) => (QUOTED_FORMULA.test(text) ? text.slice(1) : text))[0] ?? '';
  const secret = row.find((text, at) => sources[at] === 'secret' && text !== '');
  if (secret === undefined || !/^(?:|login|password|0|1)$/i.test(cell('kind'))) return undefined;
  const { notes, lines } = readNotes(cell('notes').replace(/\r\n?/g, '\n'));
  const url = cell('url');
  const tags = (cell('tags') || (lines.tags ?? '')).split(/[,;]/);
  const created = readTime(cell('created')) ?? readTime(lines.created ?? '');
  return {
    label: lines.label ?? cell('label'),
    account: lines.account ?? cell('account', 'account-name', 'account-address'),
    secret,
    url: url === NO_ADDRESS ? '' : url,
    notes,
    tags: tags.map((tag) => tag.trim()).filter((tag) => tag !== ''),
    folder: cell('folder').replaceAll('\\', '/'),
    ...readOurs({ ...lines, created }),
  };
}

/** A time as ISO 8601, seconds or milliseconds, in ms. */
function readTime(text: string): number | undefined {
  let ms = Number.NaN;
  if (/^\d{9,13}$/.test(text)) ms = Number(text) * (text.length > 11 ? 1 : 1000);
  else if (/^\d{4}-\d\d-\d\d/.test(text)) ms = Date.parse(text);
  return ms >= 0 ? ms : undefined;
}
