/**
 * The stored form of one sealed thing, format 1:
 * magic "SK" (2 bytes) || format (1) || revision (4, big endian) || nonce (12) || ciphertext || tag (16).
 * The plaintext is length (4, big endian) || content || zeros, a multiple of the kind's block, so that sizes tell little.
 */
import { AppError } from '../errors';
import {
  type Bytes,
  decodeText,
  encodeText,
  joinBytes,
  NONCE_SIZE,
  openAes,
  sealAes,
  TAG_SIZE,
  wipe,
} from './crypto';

export const FORMAT = 1;

/** Padding block of each kind, in bytes. */
export const blockSizes = {
  list: 4096,
  secret: 512,
  manifest: 4096,
  capture: 1024,
  answer: 512,
  note: 1024,
} as const;
export type Kind = keyof typeof blockSizes;

/** What a sealed thing is and where it belongs; it opens nowhere else. */
export interface Place {
  vaultId: string;
  kind: Kind;
  id: string;
  /** 0 to `MOST_REVISION` where it is sealed; rows that early versions drove higher still open. */
  revision: number;
}

/** Highest revision that is ever sealed: no vault comes near it, and the head could hold twice as much. */
export const MOST_REVISION = 2 ** 31 - 1;

const MAGIC = [0x53, 0x4b] as const;
const HEAD_SIZE = 7;
/** No honest envelope is larger: 64 entries at the limits of the model, or a manifest of 500,000 records. */
const MOST = 32 * 1024 * 1024;

/** Joins texts so that no two different lists give the same bytes: each is preceded by its length (4 bytes, big endian). */
export function encodeFields(...fields: readonly (string | number)[]): Bytes {
  return joinBytes(
    ...fields.flatMap((field) => {
      const text = encodeText(String(field));
      return [encodeNumber(text.length), text];
    }),
  );
}

/** JSON with sorted keys: equal values give equal bytes. For plain data only. */
export function encodeCanonical(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}

/**
 * Seals a JSON value for one place, padded.
 * @throws AppError `vault-unreadable` for what could not be opened again: a revision out of bounds, or too much of it
 */
export async function seal(key: CryptoKey, place: Place, value: unknown): Promise<Bytes> {
  const { revision, kind } = place;
  if (!Number.isInteger(revision) || revision < 0 || revision > MOST_REVISION) {
    throw new AppError('vault-unreadable', `${kind} record at a revision out of bounds`);
  }
  const content = encodeText(JSON.stringify(value));
  const padded = pad(content, blockSizes[place.kind]);
  wipe(content);
  try {
    const sealed = await sealAes(key, padded, associate(place));
    if (HEAD_SIZE + sealed.length > MOST) {
      throw new AppError('vault-unreadable', `${kind} record of more than ${MOST} bytes`);
    }
    return joinBytes(Uint8Array.of(...MAGIC, FORMAT), encodeNumber(place.revision), sealed);
  } finally {
    wipe(padded);
  }
}

/** Opens what `seal` made for the same place. @throws AppError `vault-corrupt` for anything else. */
export async function open(key: CryptoKey, place: Place, envelope: unknown): Promise<unknown> {
  // The head has 32 bits. Early versions let it wrap around, and had the whole revision in the associated data.
  if (!(envelope instanceof Uint8Array) || readRevision(envelope) !== place.revision >>> 0)
    throw corrupt(place);
  const bytes = new Uint8Array(envelope);
  const boxSize = bytes.length - HEAD_SIZE - NONCE_SIZE - TAG_SIZE;
  if (boxSize % blockSizes[place.kind] !== 0) throw corrupt(place);
  const padded = await openAes(key, bytes.subarray(HEAD_SIZE), associate(place));
  if (!padded) throw corrupt(place);
  try {
    return JSON.parse(decodeText(unpad(padded)));
  } catch {
    throw corrupt(place);
  } finally {
    wipe(padded);
  }
}

/** The revision an envelope claims, read without a key; `undefined` when it is not an envelope of this format. */
export function readRevision(envelope: Uint8Array): number | undefined {
  if (envelope.length < HEAD_SIZE || envelope.length > MOST) return undefined;
  if (envelope[0] !== MAGIC[0] || envelope[1] !== MAGIC[1] || envelope[2] !== FORMAT) return undefined;
  return readNumber(envelope, 3);
}

/** Pads to a multiple of `block` bytes: length || content || zeros. */
export function pad(content: Bytes, block: number): Bytes {
  const padded = new Uint8Array(Math.ceil((content.length + 4) / block) * block);
  padded.set(encodeNumber(content.length));
  padded.set(content, 4);
  return padded;
}

/** @throws RangeError when the length does not fit. */
export function unpad(padded: Bytes): Bytes {
  const size = readNumber(padded, 0);
  if (size > padded.length - 4) throw new RangeError('padding does not fit');
  return padded.subarray(4, 4 + size);
}

function associate(place: Place): Bytes {
  return encodeFields('spare-key', FORMAT, place.vaultId, place.kind, place.id, place.revision);
}

function encodeNumber(value: number): Bytes {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, value);
  return bytes;
}

function readNumber(bytes: Uint8Array, offset: number): number {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(offset);
}

function corrupt(place: Place): AppError {
  return new AppError('vault-corrupt', `${place.kind} record does not open at revision ${place.revision}`);
}
