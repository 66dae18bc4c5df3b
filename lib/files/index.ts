/** Files that other programs import, and those that we do. Each format is loaded only when it is asked for. */
import type { FileFormat, Importer } from '../managers/manager';
import { type Facts, type FormatId, facts } from './facts';
import { recognises } from './recognise';

export type { FormatId } from './facts';
export type ImporterId = keyof typeof recognises;

/** Every format that can be written, in the order to offer them. */
export const formats: readonly Facts[] = Object.values(facts);

/** Loads what writes a format. */
export async function loadFormat(id: FormatId): Promise<FileFormat> {
  switch (id) {
    case 'kdbx':
      return (await import('./kdbx')).format;
    case 'bitwarden-json':
      return (await import('./bitwarden-json')).format;
    case 'bitwarden-locked-json':
      return (await import('./bitwarden-locked-json')).format;
    case 'cxf':
      return (await import('./cxf')).format;
    default:
      return (await import('./csv')).makeFormat(id);
  }
}

/** End of the name of a backup, without dot, and its media type. */
export const backupFile = { extension: 'sparekey', mediaType: 'application/octet-stream' } as const;

/** Loads what writes and reads backups, which hold more than the other files: all that is kept. */
export async function loadBackup(): Promise<Pick<typeof import('./backup'), 'writeBackup' | 'readBackup'>> {
  return import('./backup');
}

/** Loads what reads files of one kind. */
export async function loadImporter(id: ImporterId): Promise<Importer> {
  switch (id) {
    case 'backup':
      return (await import('./backup')).importer;
    case 'kdbx':
      return (await import('./kdbx')).importer;
    case 'bitwarden-json':
      return (await import('./bitwarden-json')).importer;
    case 'csv':
      return (await import('./csv')).importer;
  }
}

const extensions: Readonly<Record<string, ImporterId>> = {
  [backupFile.extension]: 'backup',
  kdbx: 'kdbx',
  json: 'bitwarden-json',
  csv: 'csv',
  tsv: 'csv',
};

/**
 * What a file is, by its beginning, else by its name.
 * @param head up to 64 kB
 * @returns `undefined` when neither says anything
 */
export function recognise(head: Uint8Array, name: string): ImporterId | undefined {
  const ids = Object.keys(recognises) as ImporterId[];
  const found = ids.find((id) => recognises[id](head));
  return found ?? new Map(Object.entries(extensions)).get(name.toLowerCase().split('.').at(-1) ?? '');
}

/** Loads what finds secrets that a spreadsheet would take for a formula. */
export async function loadFormulaCheck() {
  return (await import('./csv')).findFormulas;
}

/** Loads what writes a table for spreadsheets. */
export async function loadTableWriter() {
  return (await import('./csv')).writeTable;
}
