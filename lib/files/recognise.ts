import { columnsOf } from './columns';

const decoder = new TextDecoder();

function startsWith(head: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((byte, at) => head[at] === byte);
}

/** Magic of a backup: "SPAREKEY". */
export const BACKUP_MAGIC = [0x53, 0x50, 0x41, 0x52, 0x45, 0x4b, 0x45, 0x59] as const;

/** By importer: whether the beginning of a file looks like its format. */
export const recognises = {
  backup: (head: Uint8Array) => startsWith(head, BACKUP_MAGIC),
  kdbx: (head: Uint8Array) => startsWith(head, [0x03, 0xd9, 0xa2, 0x9a, 0x67, 0xfb, 0x4b, 0xb5]),
  'bitwarden-json': (head: Uint8Array) =>
    /^\s*\{/.test(decoder.decode(head.subarray(0, 1024))) &&
    /"(?:encrypted|items|folders|passwordProtected)"\s*:/.test(decoder.decode(head)),
  csv: (head: Uint8Array) => columnsOf(head) !== undefined,
} as const satisfies Record<string, (head: Uint8Array) => boolean>;
