/** The one row that is not sealed: which vault this is, how to unlock it, and the key that captures are sealed to. */
import * as z from 'zod/mini';
import { AppError } from '../errors';
import { type Bytes, encodeText, fromBase64url, hashSha256, toBase64url } from './crypto';
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

/**
 * The stored header; `undefined` when there is no vault.
 * @throws AppError `vault-too-new` when a later version wrote it, `vault-corrupt` when it is not a header.
 */
export function readHeader(stored: unknown): Header | undefined {
  if (stored === undefined) return undefined;
  const parsed = Header.safeParse(stored);
  if (parsed.success) return parsed.data;
  if (z.object({ format: z.number().check(z.int(), z.gt(FORMAT)) }).safeParse(stored).success) {
    throw new AppError('vault-too-new', 'the vault has a later format');
  }
  throw new AppError('vault-corrupt', 'the header is not one');
}

/** The key that captures are sealed to. @throws AppError `vault-corrupt` when it is not 32 bytes. */
export function readPublicKey(header: Header): Bytes {
  const bytes = fromBase64url(header.publicKey);
  if (bytes?.length !== 32) throw new AppError('vault-corrupt', 'the public key is not one');
  return bytes;
}

/** Digest of all but the public key (which is compared by itself): the manifest vouches for it. */
export function digestHeader(header: Header): string {
  const { publicKey: _, ...rest } = header;
  return toBase64url(hashSha256(encodeText(encodeCanonical(rest))));
}
