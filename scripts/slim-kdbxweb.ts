import { resolve } from 'node:path';
import type { Plugin } from 'vite';

const SOURCE = resolve('node_modules/kdbxweb/lib');
const DOOR = '\0kdbxweb';
const NOTHING = '\0kdbxweb-nothing';

/** What we use of it, by file: names, and files that it exports as a whole. */
const names = {
  'crypto/protect-salt-generator': 'ProtectSaltGenerator',
  'errors/kdbx-error': 'KdbxError',
  'format/kdbx-header': 'KdbxHeader',
  'utils/binary-stream': 'BinaryStream',
  'utils/int64': 'Int64',
  'utils/var-dictionary': 'VarDictionary',
};
const wholes = {
  'crypto/crypto-engine': 'CryptoEngine',
  'crypto/hashed-block-transform': 'HashedBlockTransform',
  'crypto/hmac-block-transform': 'HmacBlockTransform',
  'crypto/key-encryptor-aes': 'KeyEncryptorAes',
  'crypto/key-encryptor-kdf': 'KeyEncryptorKdf',
  'defs/consts': 'Consts',
  'utils/byte-utils': 'ByteUtils',
};
/** Of Node's module, which kdbxweb falls back to where there is no WebCrypto. */
const fallbacks = ['createHash', 'createHmac', 'createCipheriv', 'createDecipheriv', 'randomBytes'];

/**
 * Builds kdbxweb from its TypeScript source instead of its bundle: what we do not use of it falls away, among that an XML
 * parser, a decompressor and a `new Function`, and 64 kB gzip become 13. In Node, where tests run, the bundle stays.
 */
export function slimKdbxweb(): Plugin {
  return {
    name: 'slim-kdbxweb',
    enforce: 'pre',
    apply: 'build',
    resolveId(id, importer) {
      if (id === 'kdbxweb') return DOOR;
      return id === 'crypto' && importer?.startsWith(SOURCE) ? NOTHING : undefined;
    },
    load(id) {
      // Functions, and not `undefined`: the linter of Firefox's store stumbles over calls of `undefined`.
      if (id === NOTHING)
        return fallbacks.map((name) => `export function ${name}(text) { throw new Error(text); }`).join('\n');
      if (id !== DOOR) return undefined;
      const from = (file: string) => JSON.stringify(`${SOURCE}/${file}.ts`);
      return [
        ...Object.entries(names).map(([file, name]) => `export { ${name} } from ${from(file)};`),
        ...Object.entries(wholes).map(([file, name]) => `export * as ${name} from ${from(file)};`),
      ].join('\n');
    },
    transform(code, id) {
      if (!id.startsWith(SOURCE)) return undefined;
      return { code: code.replace(/\bglobal\./g, 'globalThis.'), map: null, moduleSideEffects: false };
    },
  };
}
