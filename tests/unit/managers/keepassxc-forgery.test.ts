import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { codeOf } from '../../../lib/errors';
import { bridge } from '../../../lib/managers/keepassxc/client';
import { makeBox, makeKeyPair } from '../../../lib/managers/keepassxc/nacl-box';
import { increment } from '../../../lib/managers/keepassxc/protocol';
import type { Delivery } from '../../../lib/managers/manager';
import { makeItem } from './item';
import { contextOf, type Frame, fromBase64, Peer, sealAnswer, type Tamper, toBase64 } from './keepassxc-peer';
import { holdTime, pass, releaseTime } from './keepassxc-time';

let peer: Peer;

beforeEach(() => {
  holdTime();
  peer = new Peer();
});
afterEach(() => {
  releaseTime();
  expect(peer.open).toBe(0);
});

/** Sends one item, after as much time as it needs: the delivery, or the code it failed with. */
async function deliver(tamper?: Tamper): Promise<Delivery | string> {
  if (tamper !== undefined) peer.tamper = tamper;
  const work = bridge.deliver(makeItem(), contextOf(peer, peer.pairWith(peer.database))).catch(codeOf);
  await pass(400_000);
  return work;
}

const count = (wanted: string) => peer.requests.filter((action) => action === wanted).length;

/** Changes the answers to one action on the first line. */
const only =
  (action: string, change: (answer: Frame) => ReturnType<Tamper>): Tamper =>
  (current, answer, line) =>
    current === action && line === 0 ? change(answer) : answer;

describe('answers that cannot be trusted', () => {
  const minusOne = (nonce: unknown) => {
    const bytes = fromBase64(nonce);
    const all = [...bytes];
    for (let i = 0; i < all.length; i++) {
      all[i] = ((all[i] ?? 0) + 255) & 255;
      if (all[i] !== 255) break;
    }
    return toBase64(new Uint8Array(all));
  };
  const flip = (text: unknown) => {
    const bytes = fromBase64(text);
    bytes[bytes.length - 1]! ^= 1;
    return toBase64(bytes);
  };

  it.each<[string, (answer: Frame) => Frame | Promise<Frame>]>([
    ['the nonce of the request', (answer) => ({ ...answer, nonce: minusOne(answer['nonce']) })],
    [
      'the nonce after the next',
      (answer) => ({ ...answer, nonce: toBase64(increment(fromBase64(answer['nonce']))) }),
    ],
    ['no nonce', ({ nonce: _, ...answer }) => answer],
    ['a box with one bit changed', (answer) => ({ ...answer, message: flip(answer['message']) })],
    ['no box', ({ message: _, ...answer }) => answer],
    ['something that is not base64', (answer) => ({ ...answer, message: '%%%' })],
    [
      'a box made with a stranger’s key',
      async (answer) => {
        const [stranger, other] = [await makeKeyPair(randomBytes(32)), await makeKeyPair(randomBytes(32))];
        const box = await makeBox(stranger.privateKey, other.publicKey);
        const plain = { nonce: answer['nonce'], id: 'laptop', hash: peer.database.hash };
        return sealAnswer(box, 'test-associate', fromBase64(answer['nonce']), plain);
      },
    ],
  ])('%s', async (_, change) => {
    expect(await deliver(only('test-associate', change))).toBe('bridge-failed');
    expect(count('set-login')).toBe(0);
  });

  it('a greeting with a wrong nonce, or with a key that is none', async () => {
    for (const change of [
      { nonce: toBase64(randomBytes(24)) },
      { publicKey: toBase64(new Uint8Array(32)) },
      { publicKey: 'short' },
      { publicKey: undefined },
    ]) {
      const greet: Tamper = (action, answer) =>
        action === 'change-public-keys' ? { ...answer, ...change } : answer;
      expect(await deliver(greet)).toBe('bridge-failed');
    }
  });

  it('the answer to the last request, once more', async () => {
    let last: Frame = {};
    const replay: Tamper = (action, answer) => {
      if (action === 'test-associate') last = answer;
      return action === 'get-logins' ? { ...last, action } : answer;
    };
    expect(await deliver(replay)).toBe('bridge-failed');
    expect(count('set-login')).toBe(0);
  });

  it.each([null, 7, 'text', true, [[1]], { action: 5 }, { action: 'test-associate', nonce: [] }])(
    'JSON of another form: %j',
    async (nonsense) => {
      const change: Tamper = (action, answer) =>
        action === 'test-associate' ? (nonsense as unknown as Frame) : answer;
      expect(await deliver(change)).toBe('bridge-failed');
    },
  );
});

describe('inside the box', () => {
  /** Lets the stand-in say something else, properly encrypted. */
  function deliverTo(action: string, change: (plain: Frame) => unknown): Promise<Delivery | string> {
    peer.inside = (current, plain) => (current === action ? change(plain) : plain);
    return deliver();
  }

  it.each<[string, (plain: Frame) => unknown]>([
    ['another nonce', (plain) => ({ ...plain, nonce: toBase64(randomBytes(24)) })],
    ['no nonce', ({ nonce: _, ...plain }) => plain],
    ['a list', (plain) => [plain]],
    ['null', () => null],
    ['a hash that is none', (plain) => ({ ...plain, hash: 5 })],
  ])('%s is refused', async (_, change) => {
    expect(await deliverTo('test-associate', change)).toBe('bridge-failed');
    expect(count('set-login')).toBe(0);
  });

  it.each<[string, unknown]>([
    ['no list', 'many'],
    ['an entry without a secret', [{ login: 'robin', uuid: '0'.repeat(32) }]],
    ['a UUID that is none', [{ login: 'robin', password: 'x', uuid: '../etc' }]],
  ])('entries with %s are refused', async (_, entries) => {
    const listing = (plain: Frame) => ({ ...plain, entries });
    peer.database.entries.push({ ...stored, url: 'https://id.acme.example/' });
    expect(await deliverTo('get-logins', listing)).toBe('bridge-failed');
    expect(count('set-login')).toBe(0);
  });
  const stored = { group: 'App passwords/Acme', login: 'kim', password: 'x', uuid: '1'.repeat(32) };

  it('an entry that was stored without "success" is looked for on another line', async () => {
    expect(await deliverTo('set-login', (plain) => ({ ...plain, error: 'error' }))).toMatchObject({
      verified: true,
    });
    expect(count('set-login')).toBe(1);
    expect(peer.lines).toBe(2);
  });
});
