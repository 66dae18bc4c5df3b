import { createHash } from 'node:crypto';
import type { Part } from './shipped';

/** What a release is compared with; it changes only by `npm run release -- --write-down`, in a commit of its own. */
export interface WrittenDown {
  /** SHA-256 of package-lock.json. */
  lockFile: string;
  /** Licences of the packages whose code is shipped, by their name. */
  licences: { extension: Record<string, string>; host: Record<string, string> };
  /** All that each manifest asks for, and everything else it says but its version. */
  manifests: { chrome: unknown; firefox: unknown };
}

export interface Found {
  lockFile: string;
  extension: readonly Part[];
  host: readonly Part[];
  manifests: Record<'chrome' | 'firefox', Record<string, unknown>>;
}

function listLicences(parts: readonly Part[]): Record<string, string> {
  return Object.fromEntries(parts.map(({ name, licence }) => [name, licence]));
}

export function writeDown({ lockFile, extension, host, manifests }: Found): WrittenDown {
  const withoutVersion = ({ version: _, ...rest }: Record<string, unknown>): unknown => rest;
  return {
    // A checkout may have other line ends.
    lockFile: createHash('sha256').update(lockFile.replaceAll('\r\n', '\n')).digest('hex'),
    licences: { extension: listLicences(extension), host: listLicences(host) },
    manifests: { chrome: withoutVersion(manifests.chrome), firefox: withoutVersion(manifests.firefox) },
  };
}

/** Names every place at which two differ, as "manifests.chrome.permissions". */
export function listDifferences(written: unknown, found: unknown, place = ''): string[] {
  if (isRecord(written) && isRecord(found)) {
    const keys = [...new Set([...Object.keys(written), ...Object.keys(found)])].sort();
    return keys.flatMap((key) =>
      listDifferences(written[key], found[key], place === '' ? key : `${place}.${key}`),
    );
  }
  return JSON.stringify(written) === JSON.stringify(found) ? [] : [place];
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
