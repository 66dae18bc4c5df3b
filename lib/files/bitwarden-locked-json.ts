/**
 * Bitwarden's password-protected JSON: the plain export, encrypted with AES-256-CBC and HMAC-SHA-256 ("EncString" type 2).
 * Written with PBKDF2-SHA-256; also read with Argon2id. Exports that are tied to an account cannot be opened.
 */
import * as z from 'zod/mini';
import { fromBase64, toBase64 } from '../base64';
import { AppError } from '../errors';
import type { FileFormat } from '../managers/manager';
import {
  argon2id,
  type Bytes,
  encodeText,
  hashSha256,
  hmacSha256,
  joinBytes,
  randomBytes,
} from '../vault/crypto';
import { makeData } from './bitwarden-data';
import { facts } from './facts';
import { invalid, parseJson, refuseLarge } from './limits';

const PBKDF2 = 0;
const ARGON2ID = 1;
const ITERATIONS = 600_000;

export const format: FileFormat = {
  ...facts['bitwarden-locked-json'],
  async write(items, { passphrase, now }) {
    const salt = toBase64(randomBytes(16));
    const keys = await splitKey(await stretchPbkdf2(passphrase, salt, ITERATIONS));
    const file = {
      encrypted: true,
      passwordProtected: true,
      salt,
      kdfType: PBKDF2,
      kdfIterations: ITERATIONS,
      encKeyValidation_DO_NOT_EDIT: await encrypt(keys, encodeText(crypto.randomUUID())),
      data: await encrypt(keys, encodeText(makeData(items, now))),
    };
    const bytes = encodeText(JSON.stringify(file));
    refuseLarge(bytes.length);
    return bytes;
  },
};

interface Sealed {
  iv: Bytes;
  sealed: Bytes;
  tag: Bytes;
}

/** Splits `2.iv|data|tag` without a regular expression, which can run out of stack on data of megabytes. */
function readSealed(text: string): Sealed | undefined {
  // What `atob` passes over is refused, too.
  if (!text.startsWith('2.') || /[^A-Za-z0-9+/=|]/.test(text.slice(2))) return undefined;
  try {
    const [iv, sealed, tag, ...more] = text.slice(2).split('|').map(fromBase64);
    if (!iv?.length || !sealed?.length || !tag?.length || more.length > 0) return undefined;
    return { iv, sealed, tag };
  } catch {
    return undefined;
  }
}

const Sealed = z.pipe(
  z.string(),
  z.transform((text, context): Sealed => {
    const read = readSealed(text);
    if (read === undefined) context.issues.push({ code: 'custom', input: '', message: 'not sealed' });
    return read ?? z.NEVER;
  }),
);
const Shell = z.object({
  salt: z.string().check(z.minLength(8), z.maxLength(200)),
  encKeyValidation_DO_NOT_EDIT: Sealed,
  data: Sealed,
});
/** Bitwarden's own ceilings. There is no floor but its own oldest default: the file is as safe as it is. */
const Cost = z.discriminatedUnion('kdfType', [
  z.object({
    kdfType: z.literal(PBKDF2),
    kdfIterations: z.number().check(z.int(), z.minimum(5000), z.maximum(2_000_000)),
  }),
  z.object({
    kdfType: z.literal(ARGON2ID),
    kdfIterations: z.number().check(z.int(), z.minimum(2), z.maximum(10)),
    /** MiB. */
    kdfMemory: z.number().check(z.int(), z.minimum(15), z.maximum(1024)),
    kdfParallelism: z.number().check(z.int(), z.minimum(1), z.maximum(16)),
  }),
]);

/** Whether a JSON file is of the locked kind, judged by its text. */
export function isLockedJson(text: string): boolean {
  return /"encrypted"\s*:\s*true/.test(text.slice(0, 4096));
}

/**
 * The plain JSON inside. Parameters are checked before any work.
 * @throws AppError `file-invalid`, `file-wrong-passphrase`
 */
export async function unlockJson(json: string, passphrase: string): Promise<string> {
  const file = parseJson(json);
  const shell = Shell.safeParse(file);
  const cost = Cost.safeParse(file);
  if (!shell.success) throw invalid('not an export with a password of its own');
  if (!cost.success) throw invalid('key derivation out of bounds');
  const { salt } = shell.data;
  const keys = await splitKey(
    cost.data.kdfType === PBKDF2
      ? await stretchPbkdf2(passphrase, salt, cost.data.kdfIterations)
      : await argon2id(encodeText(passphrase), hashSha256(encodeText(salt)), {
          m: cost.data.kdfMemory * 1024,
          t: cost.data.kdfIterations,
          p: cost.data.kdfParallelism,
        }),
  );
  if (!(await decrypt(keys, shell.data.encKeyValidation_DO_NOT_EDIT))) {
    throw new AppError('file-wrong-passphrase', 'the key does not fit');
  }
  const data = await decrypt(keys, shell.data.data);
  if (!data) throw invalid('the data were changed');
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(data);
  } catch (error) {
    throw invalid('the data are not text', error);
  }
}

interface Keys {
  cipher: CryptoKey;
  mac: Bytes;
}

/** The salt is the text as it stands in the file, not the bytes that it encodes. */
async function stretchPbkdf2(passphrase: string, salt: string, iterations: number): Promise<Bytes> {
  const key = await crypto.subtle.importKey('raw', encodeText(passphrase), 'PBKDF2', false, ['deriveBits']);
  const cost = { name: 'PBKDF2', hash: 'SHA-256', salt: encodeText(salt), iterations };
  return new Uint8Array(await crypto.subtle.deriveBits(cost, key, 256));
}

/** HKDF-Expand (RFC 5869 section 2.3) to one block each. */
async function splitKey(key: Bytes): Promise<Keys> {
  const expand = (info: string) => hmacSha256(key, joinBytes(encodeText(info), Uint8Array.of(1)));
  const cipher = await crypto.subtle.importKey('raw', expand('enc'), 'AES-CBC', false, [
    'encrypt',
    'decrypt',
  ]);
  return { cipher, mac: expand('mac') };
}

async function encrypt({ cipher, mac }: Keys, plain: Bytes): Promise<string> {
  const iv = randomBytes(16);
  const sealed = new Uint8Array(await crypto.subtle.encrypt({ name: 'AES-CBC', iv }, cipher, plain));
  const tag = await crypto.subtle.sign('HMAC', await importMac(mac), joinBytes(iv, sealed));
  return `2.${[iv, sealed, new Uint8Array(tag)].map(toBase64).join('|')}`;
}

/** `undefined` when any bit or the key differs. */
async function decrypt({ cipher, mac }: Keys, { iv, sealed, tag }: Sealed): Promise<Uint8Array | undefined> {
  try {
    if (iv.length !== 16) return undefined;
    if (!(await crypto.subtle.verify('HMAC', await importMac(mac), tag, joinBytes(iv, sealed))))
      return undefined;
    return new Uint8Array(await crypto.subtle.decrypt({ name: 'AES-CBC', iv }, cipher, sealed));
  } catch {
    return undefined;
  }
}

function importMac(mac: Bytes): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', mac, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign', 'verify']);
}
