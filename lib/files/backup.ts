/**
 * Spare Key's own backup, version 1: all that is kept, under a passphrase of its own.
 * magic "SPAREKEY" (8 bytes) || version (1) || memory in KiB (4, big endian) || passes (1) || lanes (1) || salt (16) ||
 * nonce (12) || ciphertext || tag (16) || SHA-256 of all before (32), which tells a damaged file from a wrong passphrase.
 * AES-256-GCM with the head up to the salt as associated data; the key is Argon2id
 * (RFC 9106) of the passphrase in NFC. The plaintext is length (4) || JSON || zeros, a multiple of 64 KiB.
 */
import * as z from 'zod/mini';
import { SECRET } from '../bounds';
import { AppError } from '../errors';
import type { Found, Importer } from '../managers/manager';
import { AppPassword, Capture, defaultSettings, Settings } from '../model';
import {
  type Argon2Cost,
  argon2id,
  type Bytes,
  decodeText,
  encodeText,
  equalBytes,
  importAesKey,
  joinBytes,
  NONCE_SIZE,
  openAes,
  randomBytes,
  sealAes,
  TAG_SIZE,
  wipe,
} from '../vault/crypto';
import { pad, unpad } from '../vault/envelope';
import {
  invalid,
  MOST_BACKUP_BRACKETS,
  MOST_BACKUP_BYTES,
  MOST_ROWS,
  parseJson,
  refuseLarge,
  refuseMany,
} from './limits';
import { BACKUP_MAGIC, recognises } from './recognise';

const VERSION = 1;
/** RFC 9106 section 4, second recommended option, as for the vault. */
const COST = { m: 65_536, t: 3, p: 4 } as const;
const SALT_SIZE = 16;
const HEAD_SIZE = BACKUP_MAGIC.length + 7 + SALT_SIZE;
const BLOCK = 64 * 1024;
const DIGEST_SIZE = 32;
const SHORTEST = HEAD_SIZE + NONCE_SIZE + BLOCK + TAG_SIZE + DIGEST_SIZE;

/** All that is kept, as plain data. */
const Backup = z.object({
  /** Milliseconds since 1970. */
  made: z.number(),
  entries: z
    .array(
      z.object({
        entry: AppPassword,
        /** Absent where a password manager has it. */
        secret: z.optional(z.string().check(z.minLength(1), z.maxLength(SECRET))),
        /** The secret should be here and did not open when the backup was made. */
        damaged: z.optional(z.literal(true)),
      }),
    )
    .check(z.maxLength(MOST_ROWS)),
  /** What waited to be saved. */
  captures: z.optional(z.array(Capture).check(z.maxLength(10_000))),
  settings: Settings,
  /** Hosts, with port where it is not 443, of the sites that are watched. */
  sites: z.array(z.string().check(z.maxLength(260))).check(z.maxLength(10_000)),
});
export type Backup = z.infer<typeof Backup>;

/** @throws AppError `file-too-large`, and `file-invalid` for what could not be read again */
export async function writeBackup(backup: Backup, passphrase: string): Promise<Bytes> {
  refuseMany(backup.entries.length);
  const cost = new Uint8Array(6);
  new DataView(cost.buffer).setUint32(0, COST.m);
  cost.set([COST.t, COST.p], 4);
  const head = joinBytes(Uint8Array.of(...BACKUP_MAGIC, VERSION), cost, randomBytes(SALT_SIZE));
  const json = JSON.stringify(backup);
  const content = encodeText(json);
  refuseLarge(content.length + 2 * BLOCK, MOST_BACKUP_BYTES);
  parseBackup(json);
  const padded = pad(content, BLOCK);
  wipe(content);
  const sealed = await sealAes(await stretch(passphrase, head, COST), padded, head);
  wipe(padded);
  const file = joinBytes(head, sealed);
  return joinBytes(file, await digest(file));
}

/**
 * Reads the whole backup or nothing. Version and parameters are checked before any work.
 * @throws AppError `file-invalid`, `file-wrong-passphrase`, `file-too-large`, `file-too-new`
 */
export async function readBackup(file: Bytes, passphrase: string): Promise<Backup> {
  refuseLarge(file.length, MOST_BACKUP_BYTES);
  if (!recognises.backup(file)) throw invalid('not a backup');
  if ((file[BACKUP_MAGIC.length] ?? 0) > VERSION)
    throw new AppError('file-too-new', 'a later version wrote it');
  if (file[BACKUP_MAGIC.length] !== VERSION || file.length < SHORTEST) throw invalid('the head is damaged');
  const head = file.slice(0, HEAD_SIZE);
  const cost = readCost(head);
  const end = file.length - DIGEST_SIZE;
  if (!equalBytes(await digest(file.subarray(0, end)), file.subarray(end)))
    throw invalid('the file is damaged');
  const plain = await openAes(await stretch(passphrase, head, cost), file.subarray(HEAD_SIZE, end), head);
  if (!plain) throw new AppError('file-wrong-passphrase', 'the key does not fit');
  let json: string;
  try {
    json = decodeText(unpad(plain));
  } catch (error) {
    throw invalid('the content is not text', error);
  } finally {
    wipe(plain);
  }
  return parseBackup(json);
}

/** Gives settings that an earlier version did not know their default; what is no backup stays as it is. */
function completeSettings(found: unknown): unknown {
  const { settings } = (found ?? {}) as { settings?: unknown };
  if (typeof settings !== 'object' || settings === null) return found;
  return { ...(found as object), settings: { ...defaultSettings, ...settings } };
}

/** @throws AppError `file-invalid`, `file-too-large` */
function parseBackup(json: string): Backup {
  const parsed = Backup.safeParse(completeSettings(parseJson(json, MOST_BACKUP_BRACKETS)));
  if (!parsed.success) throw invalid('the content is not a backup');
  return parsed.data;
}

/** Brings the entries of a backup into a vault that has others; `readBackup` is for bringing back everything. */
export const importer: Importer = {
  id: 'backup',
  name: 'Spare Key',
  extensions: ['sparekey'],
  recognises: recognises.backup,
  isLocked: () => true,
  async read(file, passphrase) {
    const { entries } = await readBackup(file, passphrase);
    return entries.flatMap(({ entry, secret }): Found[] => {
      if (secret === undefined || entry.deleted !== undefined) return [];
      const { label, account, notes, tags, created, client, device, protocols, secretChanged, provider } =
        entry;
      const own = { created, client, device, protocols, secretChanged, provider };
      const url = entry.site && `https://${entry.site}/`;
      return [{ label, account, secret, url, notes, tags, folder: '', ...own }];
    });
  },
};

/** SHA-256, native because the file may be large. */
async function digest(bytes: Bytes): Promise<Bytes> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
}

/** @throws AppError `file-invalid` when the parameters in the head are out of bounds */
function readCost(head: Bytes): Argon2Cost {
  const view = new DataView(head.buffer, head.byteOffset + BACKUP_MAGIC.length + 1);
  const cost = { m: view.getUint32(0), t: view.getUint8(4), p: view.getUint8(5) };
  const { m, t, p } = cost;
  if (m < COST.m || m > 1_048_576 || t < COST.t || t > 16 || p < 1 || p > 16) {
    throw invalid('key derivation out of bounds');
  }
  return cost;
}

async function stretch(passphrase: string, head: Bytes, cost: Argon2Cost): Promise<CryptoKey> {
  const typed = encodeText(passphrase.normalize('NFC'));
  const raw = await argon2id(typed, head.subarray(HEAD_SIZE - SALT_SIZE), cost).finally(() => wipe(typed));
  try {
    return await importAesKey(raw);
  } finally {
    wipe(raw);
  }
}
