/**
 * The shell around a KeePass database: KDBX 4.0 is written and read, KDBX 4.1 and 3.1 are read (the format as described
 * at keepass.info/help/kb/kdbx.html). Keys are passphrases: no key files, no challenge and response. Ciphers are AES-256 and
 * ChaCha20, not Twofish; key derivation is Argon2d, Argon2id (version 0x13) or AES-KDF. Attachments are passed over.
 */
import { argon2d } from 'hash-wasm';
import {
  BinaryStream,
  ByteUtils,
  Consts,
  CryptoEngine,
  HashedBlockTransform,
  HmacBlockTransform,
  Int64,
  type KdbxContext,
  KdbxError,
  KdbxHeader,
  KeyEncryptorAes,
  KeyEncryptorKdf,
  ProtectSaltGenerator,
  VarDictionary,
} from 'kdbxweb';
import { AppError } from '../errors';
import { argon2id, type Bytes } from '../vault/crypto';
import { invalid, MOST_UNPACKED } from './limits';

/** RFC 9106 section 4, second recommended option, as for the vault. */
const COST = { kib: 65_536, passes: 3, lanes: 4 } as const;
/** Most memory, memory times passes (both in KiB), lanes, and rounds of AES: half a minute of work at worst. */
const MOST = { kib: 1_048_576, work: 8 * 1_048_576, lanes: 16, rounds: 100_000_000 } as const;
/** Blocks may be short, but not so short that checking each takes forever. */
const MOST_BLOCKS = 4096;

CryptoEngine.setArgon2Impl(async (passwordBuffer, saltBuffer, m, t, hashLength, p, type) => {
  const [password, salt] = [new Uint8Array(passwordBuffer), new Uint8Array(saltBuffer)];
  if (type === CryptoEngine.Argon2TypeArgon2id) return (await argon2id(password, salt, { m, t, p })).buffer;
  const cost = { memorySize: m, iterations: t, parallelism: p, hashLength };
  return ByteUtils.arrayToBuffer(await argon2d({ password, salt, ...cost, outputType: 'binary' }));
});

/** Gives the next so many bytes of the key stream that hides protected values; in the order of the document. */
export type InnerStream = (size: number) => Uint8Array;

/** Seals what `makeXml` gives, which gets the key stream for its protected values. */
export async function sealContainer(
  passphrase: string,
  makeXml: (inner: InnerStream) => string,
): Promise<Bytes> {
  const header = KdbxHeader.create();
  header.setKdf(Consts.KdfId.Argon2id);
  const { ValueType } = VarDictionary;
  header.kdfParameters?.set('M', ValueType.UInt64, Int64.from(COST.kib * 1024));
  header.kdfParameters?.set('I', ValueType.UInt64, Int64.from(COST.passes));
  header.kdfParameters?.set('P', ValueType.UInt32, COST.lanes);
  header.generateSalts();
  const stream = new BinaryStream();
  header.write(stream);
  const head = stream.getWrittenBytes();
  const keys = await deriveKeys(header, passphrase);
  const xml = new TextEncoder().encode(makeXml(await makeInnerStream(header)));
  const inner = writeInnerHeader(header);
  const packed = await pump(new Blob([inner, xml]), new CompressionStream('gzip'), Number.POSITIVE_INFINITY);
  const aes = CryptoEngine.createAesCbc();
  await aes.importKey(keys.cipher);
  const sealed = await aes.encrypt(packed, demand(header.encryptionIV));
  const parts = [
    head,
    await CryptoEngine.sha256(head),
    await CryptoEngine.hmacSha256(await headKey(keys.hmac), head),
    await HmacBlockTransform.encrypt(sealed, keys.hmac),
  ];
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}

/** @throws AppError `file-invalid`, `file-wrong-passphrase`, `file-too-large`, `file-too-new` */
export async function openContainer(
  file: Bytes,
  passphrase: string,
): Promise<{ xml: string; inner: InnerStream }> {
  try {
    const stream = new BinaryStream(ByteUtils.arrayToBuffer(file));
    // The context serves attachments, which an outer header has none of.
    const header = KdbxHeader.read(stream, undefined as unknown as KdbxContext);
    if (header.versionMajor === 3) return await openThird(header, stream, passphrase);
    const head = stream.readBytesNoAdvance(0, header.endPos ?? 0);
    const digest = stream.readBytes(32);
    if (!ByteUtils.arrayBufferEquals(digest, await CryptoEngine.sha256(head)))
      throw invalid('damaged header');
    const keys = await deriveKeys(header, passphrase);
    const tag = stream.readBytes(32);
    if (!ByteUtils.arrayBufferEquals(tag, await CryptoEngine.hmacSha256(await headKey(keys.hmac), head))) {
      throw new AppError('file-wrong-passphrase', 'the key does not fit');
    }
    const blocks = stream.readBytesToEnd();
    refuseBlocks(new DataView(blocks));
    const sealed = await HmacBlockTransform.decrypt(blocks, keys.hmac);
    const plain = await unpack(header, await decipher(header, keys.cipher, sealed));
    const text = readInnerHeader(header, plain);
    return {
      xml: new TextDecoder('utf-8', { fatal: true }).decode(text),
      inner: await makeInnerStream(header),
    };
  } catch (error) {
    throw translate(error, file);
  }
}

/** KDBX 3.1: one AES key, hashed blocks, and a known beginning by which a wrong key is noticed. */
async function openThird(header: KdbxHeader, stream: BinaryStream, passphrase: string) {
  if ((header.keyEncryptionRounds ?? 0) > MOST.rounds) throw invalid('key derivation out of bounds');
  const seed = demand(header.transformSeed);
  const stretched = await KeyEncryptorAes.encrypt(
    new Uint8Array(await hashPassphrase(passphrase)),
    seed,
    header.keyEncryptionRounds ?? 0,
  );
  const master = new Blob([demand(header.masterSeed), await CryptoEngine.sha256(stretched.slice().buffer)]);
  const key = await CryptoEngine.sha256(await master.arrayBuffer());
  const plain = await decipher(header, key, stream.readBytesToEnd()).catch(() => new ArrayBuffer(0));
  const start = demand(header.streamStartBytes);
  if (start.byteLength !== 32 || !ByteUtils.arrayBufferEquals(plain.slice(0, 32), start)) {
    throw new AppError('file-wrong-passphrase', 'the key does not fit');
  }
  const text = await unpack(header, await HashedBlockTransform.decrypt(plain.slice(32)));
  return {
    xml: new TextDecoder('utf-8', { fatal: true }).decode(text),
    inner: await makeInnerStream(header),
  };
}

async function deriveKeys(header: KdbxHeader, passphrase: string) {
  const cost = demand(header.kdfParameters);
  const number = (name: string) => {
    const value = cost.get(name);
    return value instanceof Int64 ? value.value : Number(value ?? 0);
  };
  const kib = number('M') / 1024;
  const within =
    kib <= MOST.kib &&
    kib * number('I') <= MOST.work &&
    number('P') <= MOST.lanes &&
    number('R') <= MOST.rounds &&
    [0, 0x13].includes(number('V'));
  if (!within) throw invalid('key derivation out of bounds');
  const stretched = await KeyEncryptorKdf.encrypt(await hashPassphrase(passphrase), cost);
  const seed = demand(header.masterSeed);
  if (seed.byteLength !== 32) throw invalid('no master seed');
  const both = await new Blob([seed, stretched]).arrayBuffer();
  const hmac = await CryptoEngine.sha512(await new Blob([both, Uint8Array.of(1)]).arrayBuffer());
  return { cipher: await CryptoEngine.sha256(both), hmac };
}

/** The composite key of a passphrase alone. */
async function hashPassphrase(passphrase: string): Promise<ArrayBuffer> {
  const bytes = new TextEncoder().encode(passphrase);
  return CryptoEngine.sha256(await CryptoEngine.sha256(bytes.slice().buffer));
}

function headKey(hmac: ArrayBuffer): Promise<ArrayBuffer> {
  return HmacBlockTransform.getHmacKey(hmac, new Int64(0xffffffff, 0xffffffff));
}

async function decipher(header: KdbxHeader, key: ArrayBuffer, sealed: ArrayBuffer): Promise<ArrayBuffer> {
  const nonce = demand(header.encryptionIV);
  const cipher = header.dataCipherUuid?.toString();
  if (cipher === Consts.CipherId.ChaCha20) return CryptoEngine.chacha20(sealed, key, nonce);
  if (cipher !== Consts.CipherId.Aes) throw invalid('a cipher that is not supported');
  const aes = CryptoEngine.createAesCbc();
  await aes.importKey(key);
  return aes.decrypt(sealed, nonce);
}

async function unpack(header: KdbxHeader, packed: ArrayBuffer): Promise<ArrayBuffer> {
  if (header.compression !== Consts.CompressionAlgorithm.GZip) return packed;
  return pump(new Blob([packed]), new DecompressionStream('gzip'), MOST_UNPACKED);
}

/** Sends bytes through a stream. @throws AppError `file-too-large` as soon as more than `most` bytes come out. */
async function pump(
  from: Blob,
  through: CompressionStream | DecompressionStream,
  most: number,
): Promise<ArrayBuffer> {
  const parts: Bytes[] = [];
  let size = 0;
  const reader = from.stream().pipeThrough(through).getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return new Blob(parts).arrayBuffer();
    size += value.length;
    if (size > most) {
      await reader.cancel();
      throw new AppError('file-too-large', 'the file unpacks to too much');
    }
    parts.push(value);
  }
}

function refuseBlocks(view: DataView): void {
  let count = 0;
  for (let at = 32; at + 4 <= view.byteLength; at += 36 + view.getUint32(at, true)) {
    if (++count > MOST_BLOCKS) throw invalid('too many blocks');
  }
}

/** Fields of a KDBX 4 inner header: number (1 byte), length (4, little endian), value. */
const INNER = { end: 0, cipher: 1, key: 2 } as const;

function writeInnerHeader(header: KdbxHeader): Blob {
  const field = (id: number, value: ArrayBuffer) => [
    Uint8Array.of(id),
    Uint32Array.of(value.byteLength).buffer,
    value,
  ];
  return new Blob([
    ...field(INNER.cipher, Uint32Array.of(header.crsAlgorithm ?? 0).buffer),
    ...field(INNER.key, demand(header.protectedStreamKey)),
    ...field(INNER.end, new ArrayBuffer(0)),
  ]);
}

/** Takes from the inner header what the stream needs. @returns what follows it */
function readInnerHeader(header: KdbxHeader, plain: ArrayBuffer): Uint8Array {
  const view = new DataView(plain);
  for (let at = 0; ; ) {
    const id = view.getUint8(at);
    const size = view.getUint32(at + 1, true);
    const end = at + 5 + size;
    if (end > plain.byteLength) throw invalid('the inner header is cut short');
    if (id === INNER.cipher) header.crsAlgorithm = view.getUint32(at + 5, true);
    if (id === INNER.key) header.protectedStreamKey = plain.slice(at + 5, end);
    if (id === INNER.end) return new Uint8Array(plain, end);
    at = end;
  }
}

async function makeInnerStream(header: KdbxHeader): Promise<InnerStream> {
  const generator = await ProtectSaltGenerator.create(
    demand(header.protectedStreamKey),
    header.crsAlgorithm ?? 0,
  );
  return (size) => new Uint8Array(generator.getSalt(size));
}

function demand<T>(value: T | undefined): T {
  if (value === undefined) throw invalid('a part of the header is missing');
  return value;
}

function translate(error: unknown, file: Bytes): AppError {
  if (error instanceof AppError) return error;
  const version = file.length < 12 ? 0 : new DataView(file.buffer, file.byteOffset).getUint16(10, true);
  if (error instanceof KdbxError && error.code === Consts.ErrorCodes.InvalidVersion && version > 3) {
    return new AppError('file-too-new', 'the database has a later format', { cause: error });
  }
  return invalid('not a database that can be read', error);
}
