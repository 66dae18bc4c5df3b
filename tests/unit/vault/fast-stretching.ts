type Crypto = typeof import('../../../lib/vault/crypto');

/** Stretching is most of the time and not what these tests are about; slots and golden tests do it for real. */
export function withoutStretching(real: Crypto): Crypto {
  return { ...real, argon2id: async (password) => real.hashSha256(password) };
}
