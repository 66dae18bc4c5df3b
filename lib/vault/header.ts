/** What is not sealed: which vault this is, how to unlock it, and the key that captures are sealed to. */

import * as z from 'zod/mini';
import { toBase64url } from '../base64';
import { AppError } from '../errors';
import { encodeText, hashSha256 } from './crypto';
import { encodeCanonical, FORMAT } from './envelope';

/** One way to the vault key. Kinds that this version does not know are kept as they are. */
export const Slot = z.looseObject({
  id: z.string().check(z.regex(/^[A-Za-z0-9_-]{8,64}$/)),
  /** `passphrase`, `recovery`, `passkey` (params: credentialId, salt, rpId; not yet opened), or of a later version. */
  kind: z.string().check(z.maxLength(40)),
  params: z.record(z.string().check(z.maxLength(40)), z.unknown()),
  /** Nonce || wrapped vault key || tag, 60 bytes as base64url. */
  sealed: z.string().check(z.maxLength(1024)),
});
export type Slot = z.infer<typeof Slot>;

export const Header = z.looseObject({
  format: z.literal(FORMAT),
  vaultId: z.string().check(z.regex(/^[A-Za-z0-9_-]{22}$/)),
  /** X25519, 32 bytes as base64url. */
  publicKey: z.string().check(z.maxLength(64)),
  slots: z.array(Slot).check(z.maxLength(32)),
  created: z.number(),
});
export type Header = z.infer<typeof Header>;

/** The two rows in which the header lies: one damaged copy costs nothing. A later format writes both. */
export interface StoredHeaders {
  header: unknown;
  headerCopy: unknown;
}

/** Most characters (JSON) of a header, and most objects and lists: far more than slots of any kind need. */
const MOST_HEADER = 1_000_000;
const MOST_PARTS = 1_000;

/**
 * The stored headers that can be read, each once, the first copy first; none when there is no vault. Only the key can
 * tell which of two different ones is right.
 * @throws AppError `vault-too-new` when a later version wrote it, which writes both copies; `vault-corrupt` when neither
 *   copy is a header.
 */
export function readHeaders({ header, headerCopy }: StoredHeaders): Header[] {
  const copies = [header, headerCopy].map(readPlain);
  const read = copies.flatMap((stored) => {
    const parsed = Header.safeParse(stored);
    return parsed.success ? [parsed.data] : [];
  });
  const [first, second] = read;
  if (first && second && isSame(first, second)) return [first];
  if (first || (header === undefined && headerCopy === undefined)) return read;
  if (copies.some(isTooNew)) throw new AppError('vault-too-new', 'the vault has a later format');
  throw new AppError('vault-corrupt', 'the header is not one');
}

/** A header is plain data alone: storage takes far more, and not all of it can be compared or digested. */
function readPlain(stored: unknown): unknown {
  try {
    const text = JSON.stringify(stored);
    const parts = text.match(/[{[]/g)?.length ?? 0;
    return text.length > MOST_HEADER || parts > MOST_PARTS ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Whether two headers say the same. */
export function isSame(a: Header, b: Header): boolean {
  return encodeCanonical(a) === encodeCanonical(b);
}

function isTooNew(stored: unknown): boolean {
  return z.object({ format: z.number().check(z.int(), z.gt(FORMAT)) }).safeParse(stored).success;
}

/** Digest of all but the public key, which is compared by itself. The manifest holds this digest. */
export function digestHeader(header: Header): string {
  const { publicKey: _, ...rest } = header;
  return toBase64url(hashSha256(encodeText(encodeCanonical(rest))));
}
