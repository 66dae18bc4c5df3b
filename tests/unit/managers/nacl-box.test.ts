import { createPrivateKey, createPublicKey, diffieHellman } from 'node:crypto';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { codeOf } from '../../../lib/errors';
import { type Box, makeBox, makeKeyPair } from '../../../lib/managers/keepassxc/nacl-box';

/** The example that the NaCl paper and the tests of NaCl, libsodium and TweetNaCl have in common. */
const paper = {
  aliceSecret: '77076d0a7318a57d3c16c17251b26645df4c2f87ebc0992ab177fba51db92c2a',
  alicePublic: '8520f0098930a754748b7ddcb43ef75a0dbf3a0d26381af4eba4a98eaa9b4e6a',
  bobSecret: '5dab087e624a8a4b79e17f8b83800ee66f3bb1292618b6fd1c2f8b27ff88e0eb',
  bobPublic: 'de9edb7d7b7dc1b4d35b61c2ece435373f8343c85b78674dadfc7e146f882b4f',
  shared: '4a5d9d5ba4ce2de1728e3bf480350f25e07e21c947d19e3376f09b3c1e161742',
  nonce: '69696ee955b62b73cd62bda875fc73d68219e0036b7a0b37',
  plain:
    'be075fc53c81f2d5cf141316ebeb0c7b5228c52a4c62cbd44b66849b64244ffce5ecbaaf33bd751a1ac728d45e6c6129' +
    '6cdc3c01233561f41db66cce314adb310e3be8250c46f06dceea3a7fa1348057e2f6556ad6b1318a024a838f21af1fde' +
    '048977eb48f59ffd4924ca1c60902e52f0a089bc76897040e082f937763848645e0705',
  sealed:
    'f3ffc7703f9400e52a7dfb4b3d3305d98e993b9f48681273c29650ba32fc76ce48332ea7164d96a4476fb8c531a1186a' +
    'c0dfc17c98dce87b4da7f011ec48c97271d2c20f9b928fe2270d6fb863d51738b48eeee314a7cc8ab932164548e526ae' +
    '90224368517acfeabd6bb3732bc0e9da99832b61ca01b6de56244a9e88d5f9b37973f622a43d14a6599b1f654cb45a74' +
    'e355a5',
};

const bytes = (hex: string) => new Uint8Array(Buffer.from(hex, 'hex'));
const hex = (value: Uint8Array) => Buffer.from(value).toString('hex');

/** X25519 as Node's OpenSSL computes it. */
function agreeByOpenssl(secret: string, publicKey: string): string {
  const privateKey = createPrivateKey({
    key: Buffer.from(`302e020100300506032b656e04220420${secret}`, 'hex'),
    format: 'der',
    type: 'pkcs8',
  });
  const key = Buffer.from(`302a300506032b656e032100${publicKey}`, 'hex');
  return hex(diffieHellman({ privateKey, publicKey: createPublicKey({ key, format: 'der', type: 'spki' }) }));
}

const makePair = (secret: string) => makeKeyPair(bytes(secret));

async function meet(secret: string, publicKey: string): Promise<Box> {
  return makeBox((await makePair(secret)).privateKey, bytes(publicKey));
}

async function codeFor(work: () => unknown): Promise<string> {
  try {
    await work();
  } catch (error) {
    return codeOf(error);
  }
  return 'nothing thrown';
}

describe('the published example', () => {
  let alice: Box;
  let bob: Box;
  beforeAll(async () => {
    alice = await meet(paper.aliceSecret, paper.bobPublic);
    bob = await meet(paper.bobSecret, paper.alicePublic);
  });

  it('has the public keys and the shared secret that are published', async () => {
    expect(hex((await makePair(paper.aliceSecret)).publicKey)).toBe(paper.alicePublic);
    expect(hex((await makePair(paper.bobSecret)).publicKey)).toBe(paper.bobPublic);
    expect(agreeByOpenssl(paper.aliceSecret, paper.bobPublic)).toBe(paper.shared);
    expect(agreeByOpenssl(paper.bobSecret, paper.alicePublic)).toBe(paper.shared);
  });

  it('is sealed byte for byte, in both directions', () => {
    expect(hex(alice.seal(bytes(paper.plain), bytes(paper.nonce)))).toBe(paper.sealed);
    expect(hex(bob.seal(bytes(paper.plain), bytes(paper.nonce)))).toBe(paper.sealed);
  });

  it('is opened, in both directions', () => {
    expect(hex(bob.open(bytes(paper.sealed), bytes(paper.nonce)))).toBe(paper.plain);
    expect(hex(alice.open(bytes(paper.sealed), bytes(paper.nonce)))).toBe(paper.plain);
  });

  it('is refused with any bit of box or nonce changed, or cut short', async () => {
    const flipped = (source: string, at: number) => {
      const changed = bytes(source);
      changed[at >> 3]! ^= 1 << (at & 7);
      return changed;
    };
    for (let at = 0; at < paper.sealed.length * 4; at++) {
      expect(await codeFor(() => bob.open(flipped(paper.sealed, at), bytes(paper.nonce)))).toBe(
        'bridge-failed',
      );
    }
    for (let at = 0; at < 24 * 8; at++) {
      expect(await codeFor(() => bob.open(bytes(paper.sealed), flipped(paper.nonce, at)))).toBe(
        'bridge-failed',
      );
    }
    for (const length of [0, 1, 15, 16, paper.sealed.length / 2 - 1]) {
      const cut = bytes(paper.sealed).subarray(0, length);
      expect(await codeFor(() => bob.open(cut, bytes(paper.nonce)))).toBe('bridge-failed');
    }
  });

  it('is refused by a stranger, and with a nonce of another size', async () => {
    const stranger = await meet('01'.repeat(32), paper.alicePublic);
    expect(await codeFor(() => stranger.open(bytes(paper.sealed), bytes(paper.nonce)))).toBe('bridge-failed');
    expect(await codeFor(() => bob.open(bytes(paper.sealed), bytes(paper.nonce).subarray(1)))).toBe(
      'bridge-failed',
    );
  });
});

describe('any pair', () => {
  const random = (length: number) => fc.uint8Array({ minLength: length, maxLength: length });

  it('opens what the other sealed, and agrees with OpenSSL', async () => {
    const parts = [random(32), random(32), random(24), fc.uint8Array({ maxLength: 300 })] as const;
    const exchange = fc.asyncProperty(...parts, async (a, b, nonce, plain) => {
      const [one, other] = [await makePair(hex(a)), await makePair(hex(b))];
      const sealed = (await makeBox(one.privateKey, other.publicKey)).seal(plain, nonce);
      expect(sealed.length).toBe(plain.length + 16);
      const opened = (await makeBox(other.privateKey, one.publicKey)).open(sealed, nonce);
      expect(opened).toEqual(new Uint8Array(plain));
      expect(agreeByOpenssl(hex(a), hex(other.publicKey))).toBe(agreeByOpenssl(hex(b), hex(one.publicKey)));
    });
    await fc.assert(exchange, { numRuns: 50 });
  });

  it('leaves no copy of its private key that could be read', async () => {
    const random = bytes(paper.aliceSecret);
    const { privateKey } = await makeKeyPair(random);
    expect(hex(random)).toBe('00'.repeat(32));
    for (const format of ['pkcs8', 'jwk'] as const) {
      await expect(crypto.subtle.exportKey(format, privateKey)).rejects.toThrow();
    }
  });

  it.each([
    ['zero', '00'.repeat(32)],
    ['one', `01${'00'.repeat(31)}`],
    ['of order eight', 'e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800'],
    ['too short', '02'.repeat(31)],
    ['too long', '02'.repeat(33)],
    ['empty', ''],
  ])('refuses a public key that is %s', async (_, publicKey) => {
    expect(await codeFor(() => meet(paper.aliceSecret, publicKey))).toBe('bridge-failed');
  });
});
