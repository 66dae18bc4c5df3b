import { type FileFormat, type Part, parts } from '../managers/manager';

/** What is known of a format without loading what writes it. */
export type Facts = Omit<FileFormat, 'write'>;

function fact(id: string, name: string, extension: 'kdbx' | 'json' | 'csv', carried: readonly Part[]): Facts {
  const mediaType = { kdbx: 'application/x-keepass2', json: 'application/json', csv: 'text/csv' }[extension];
  return { id, name, kind: 'file', carries: new Set(carried), encrypted: false, extension, mediaType };
}

const account = ['account', 'url'] as const;
const login = ['label', ...account, 'notes'] as const;

/**
 * Every format that can be written, safest first. What the columns of a CSV file cannot hold counts as left behind; it goes
 * into the notes, as lines with names, where there are notes.
 */
export const facts = {
  kdbx: { ...fact('kdbx', 'KeePass (KDBX 4)', 'kdbx', parts), encrypted: true },
  'bitwarden-locked-json': {
    ...fact('bitwarden-locked-json', 'Bitwarden (password-protected JSON)', 'json', parts),
    encrypted: true,
  },
  'bitwarden-json': fact('bitwarden-json', 'Bitwarden (JSON)', 'json', parts),
  cxf: fact('cxf', 'Credential Exchange Format 1.0 (CXF)', 'json', parts),
  'csv-chromium': fact('csv-chromium', 'Chrome, Edge, Brave (CSV)', 'csv', [...account, 'notes']),
  'csv-firefox': fact('csv-firefox', 'Firefox (CSV)', 'csv', ['label', ...account, 'created']),
  'csv-passwords-app': fact('csv-passwords-app', 'Apple Passwords (CSV)', 'csv', login),
  'csv-one-password': fact('csv-one-password', '1Password (CSV)', 'csv', [...login, 'tags']),
  'csv-keepassxc': fact('csv-keepassxc', 'KeePassXC (CSV)', 'csv', [...login, 'provider', 'created']),
  'csv-proton-pass': fact('csv-proton-pass', 'Proton Pass (CSV)', 'csv', [...login, 'created']),
  'csv-lastpass': fact('csv-lastpass', 'LastPass (CSV)', 'csv', [...login, 'provider']),
  'csv-dashlane': fact('csv-dashlane', 'Dashlane (CSV)', 'csv', login),
  'csv-nordpass': fact('csv-nordpass', 'NordPass (CSV)', 'csv', [...login, 'provider']),
} as const satisfies Record<string, Facts>;

export type FormatId = keyof typeof facts;
