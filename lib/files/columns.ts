import type { Item } from '../managers/manager';
import type { FormatId } from './facts';

/** What a column of a CSV file holds. `account-address` takes accounts that are an address, `account-name` the others. */
export type Source =
  | 'label'
  | 'url'
  | 'account'
  | 'account-address'
  | 'account-name'
  | 'secret'
  | 'notes'
  | 'folder'
  | 'tags'
  | 'created'
  | 'kind';

/** One column to write: its header, and what goes into it; a function for what only one program has, `''` for nothing. */
export type Column = readonly [
  header: string,
  source: Exclude<Source, 'kind'> | '' | ((item: Item) => string),
];

export interface Dialect {
  readonly columns: readonly Column[];
  /** Rows without an address are not imported there, so they get one that leads nowhere. */
  readonly needsUrl?: true;
  /** Entries of one site need user names that differ, or only one of them is imported there. */
  readonly apart?: true;
  /** Most bytes of notes; a row with more of them is not imported there. */
  readonly mostNotes?: number;
  /** How the folder of a provider is named; absent where it stands alone. */
  readonly folder?: (provider: string) => string;
}

const blank = (headers: string): Column[] => headers.split(',').map((header) => [header, '']);
const seconds = (ms: number) => String(Math.floor(ms / 1000));

/** The columns that each program's own import expects, in its order. */
export const dialects: Readonly<Record<Extract<FormatId, `csv-${string}`>, Dialect>> = {
  // Its import drops the name, so the notes tell it.
  'csv-chromium': {
    needsUrl: true,
    apart: true,
    mostNotes: 1000,
    columns: [
      ['name', 'label'],
      ['url', 'url'],
      ['username', 'account'],
      ['password', 'secret'],
      ['note', 'notes'],
    ],
  },
  // It has no label and no notes. As a realm the label is shown, and it keeps the app password out of the sign-in form,
  // where it would be wrong; so an entry without a label needs a realm as well.
  'csv-firefox': {
    needsUrl: true,
    apart: true,
    columns: [
      ['url', 'url'],
      ['username', 'account'],
      ['password', 'secret'],
      ['httpRealm', ({ label }) => label || 'App password'],
      ['timeCreated', ({ created }) => String(created)],
      ['timePasswordChanged', ({ secretChanged }) => String(secretChanged)],
    ],
  },
  'csv-passwords-app': {
    apart: true,
    columns: [
      ['Title', 'label'],
      ['URL', 'url'],
      ['Username', 'account'],
      ['Password', 'secret'],
      ['Notes', 'notes'],
      ['OTPAuth', ''],
    ],
  },
  'csv-one-password': {
    columns: [
      ['Title', 'label'],
      ['Website', 'url'],
      ['Username', 'account'],
      ['Password', 'secret'],
      ['Notes', 'notes'],
      ['Tags', 'tags'],
    ],
  },
  'csv-keepassxc': {
    folder: (provider) => `App passwords/${provider}`,
    columns: [
      ['Group', 'folder'],
      ['Title', 'label'],
      ['Username', 'account'],
      ['Password', 'secret'],
      ['URL', 'url'],
      ['Notes', 'notes'],
      ['TOTP', ''],
      ['Icon', () => '0'],
      ['Last Modified', ({ secretChanged }) => new Date(secretChanged).toISOString()],
      ['Created', 'created'],
    ],
  },
  // Without a column for addresses it takes every account for one.
  'csv-proton-pass': {
    columns: [
      ['type', () => 'login'],
      ['name', 'label'],
      ['url', 'url'],
      ['email', 'account-address'],
      ['username', 'account-name'],
      ['password', 'secret'],
      ['note', 'notes'],
      ['totp', ''],
      ['createTime', ({ created }) => seconds(created)],
      ['modifyTime', ({ secretChanged }) => seconds(secretChanged)],
      ['vault', () => 'App passwords'],
    ],
  },
  'csv-lastpass': {
    folder: (provider) => `App passwords\\${provider}`,
    columns: [
      ['url', 'url'],
      ['username', 'account'],
      ['password', 'secret'],
      ['totp', ''],
      ['extra', 'notes'],
      ['name', 'label'],
      ['grouping', 'folder'],
      ['fav', () => '0'],
    ],
  },
  'csv-dashlane': {
    columns: [
      ['username', 'account'],
      ...blank('username2,username3'),
      ['title', 'label'],
      ['password', 'secret'],
      ['note', 'notes'],
      ['url', 'url'],
      ['category', () => 'App passwords'],
      ['otpUrl', ''],
    ],
  },
  'csv-nordpass': {
    columns: [
      ['name', 'label'],
      ['url', 'url'],
      ['additional_urls', ''],
      ['username', 'account'],
      ['password', 'secret'],
      ['note', 'notes'],
      ...blank('cardholdername,cardnumber,cvc,pin,expirydate,zipcode'),
      ['folder', 'folder'],
      ...blank('full_name,phone_number,email,address1,address2,city,country,state'),
      ['type', () => 'password'],
      ['custom_fields', ''],
    ],
  },
};

/** Headers that are read, in lower case, of any program. */
const known: Readonly<Record<Source, readonly string[]>> = {
  label: ['name', 'title', 'label', 'item name', 'httprealm'],
  url: ['url', 'urls', 'website', 'web site', 'login_uri', 'uri', 'login url'],
  account: ['username', 'user name', 'login_username', 'login', 'login name', 'account', 'user'],
  'account-address': ['email', 'e-mail'],
  'account-name': [],
  secret: ['password', 'login_password', 'pass'],
  notes: ['note', 'notes', 'extra', 'comment', 'comments'],
  folder: ['folder', 'group', 'grouping', 'category', 'vault'],
  tags: ['tags', 'tag'],
  created: ['created', 'createtime', 'timecreated'],
  kind: ['type'],
};
const sources = new Map<string, Source>(
  Object.entries(known).flatMap(([source, headers]) =>
    headers.map((header): [string, Source] => [header, source as Source]),
  ),
);

/** How a CSV file is to be read. */
export interface Columns {
  delimiter: string;
  /** By position; `undefined` for a column that is of no use here. */
  sources: readonly (Source | undefined)[];
}

/**
 * Reads the header of a CSV file, which is written with commas, semicolons or tabs.
 * @param file its beginning is enough
 * @returns `undefined` when it has no column for secrets, or none beside it to tell what they are for
 */
export function columnsOf(file: Uint8Array): Columns | undefined {
  const encoding = file[0] === 0xff && file[1] === 0xfe ? 'utf-16le' : 'utf-8';
  const beginning = new TextDecoder(encoding).decode(file.subarray(0, 8192));
  const line = beginning.trimStart().split(/[\r\n]/, 1)[0] ?? '';
  for (const delimiter of [',', ';', '\t']) {
    const headers = line.split(delimiter).map((cell) =>
      cell
        .trim()
        .replace(/^"(.*)"$/, '$1')
        .trim(),
    );
    const found = headers.map((header) => sources.get(header.toLowerCase()));
    const names = found.some((source) => source !== undefined && /^(?:label|url|account)/.test(source));
    if (names && found.includes('secret')) return { delimiter, sources: found };
  }
  return undefined;
}
