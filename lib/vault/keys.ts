/** The subkeys: HKDF-SHA-256 of the vault key, one label each, none readable back. */
import { toBase64url } from '../base64';
import {
  type Bytes,
  encodeText,
  hkdfSha256,
  hmacSha256,
  importAesKey,
  importHmacKey,
  importX25519,
  publicX25519,
  wipe,
} from './crypto';

export interface VaultKeys {
  records: CryptoKey;
  manifest: CryptoKey;
  /** Signs what is kept outside the vault and must be the vault's own. */
  rollbackCounter: CryptoKey;
  /** X25519 private key of the inbox, and the public key (32 bytes) that belongs to it. */
  inbox: CryptoKey;
  publicKey: Bytes;
}

/** @param key the 32-byte vault key; not wiped here. */
export async function deriveKeys(key: Uint8Array): Promise<VaultKeys> {
  const raw = (['records', 'manifest', 'inbox', 'witness'] as const).map((label) => derive(key, label));
  const [records, manifest, inbox, rollbackCounter] = raw as [Bytes, Bytes, Bytes, Bytes];
  try {
    const keys = await Promise.all([
      importAesKey(records),
      importAesKey(manifest),
      importX25519(inbox),
      importHmacKey(rollbackCounter),
    ]);
    const publicKey = await publicX25519(keys[2]);
    return { records: keys[0], manifest: keys[1], inbox: keys[2], rollbackCounter: keys[3], publicKey };
  } finally {
    wipe(...raw);
  }
}

/** The entry id that a capture becomes: always the same one, so that keeping it twice makes one entry. */
export function deriveEntryId(key: Uint8Array, captureId: string): string {
  const idKey = derive(key, 'entry ids');
  const id = hmacSha256(idKey, encodeText(captureId)).subarray(0, 16);
  wipe(idKey);
  return toBase64url(id);
}

function derive(key: Uint8Array, label: string): Bytes {
  return hkdfSha256(key, new Uint8Array(0), encodeText(`spare-key ${label}`));
}
