import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { codeOf } from '../../../lib/errors';
import { bridge } from '../../../lib/managers/keepassxc/client';
import { increment } from '../../../lib/managers/keepassxc/protocol';
import type { Delivery } from '../../../lib/managers/manager';
import { makeItem } from './item';
import { contextOf, type Frame, makeDatabase, Peer, type Tamper } from './keepassxc-peer';
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

describe('a line that breaks after sending', () => {
  it('counts as delivered when it had arrived, and is not sent again', async () => {
    expect(await deliver(only('set-login', () => 'end'))).toMatchObject({ verified: true });
    expect(peer.database.entries).toHaveLength(1);
    expect(count('set-login')).toBe(1);
    expect(peer.lines).toBe(2);
  });

  it('has failed when it had not arrived', async () => {
    const forget = only('set-login', () => {
      peer.database.entries = [];
      return 'end';
    });
    expect(await deliver(forget)).toBe('bridge-failed');
    expect(count('set-login')).toBe(1);
  });

  it.each([
    ['KeePassXC does not come back', () => (peer.running = false)],
    ['it comes back locked', () => (peer.locked = true)],
    [
      'another database is in front',
      () => {
        peer.databases.push(makeDatabase());
        peer.front = 1;
      },
    ],
    ['the user does not let us look', () => (peer.user.show = false)],
  ])('is an unknown outcome when %s', async (_, change) => {
    const breaking = only('set-login', () => {
      change();
      return 'end';
    });
    expect(await deliver(breaking)).toBe('bridge-unknown-outcome');
    expect(count('set-login')).toBe(1);
  });

  it('is an unknown outcome when nothing is there and the request may still be waiting', async () => {
    const swallow = only('set-login', () => {
      peer.database.entries = [];
      return undefined;
    });
    expect(await deliver(swallow)).toBe('bridge-unknown-outcome');
    expect(count('set-login')).toBe(1);
  });

  it('is found after silence, too', async () => {
    expect(await deliver(only('set-login', () => undefined))).toMatchObject({ verified: true });
    expect(count('set-login')).toBe(1);
  });

  it('is looked for again when it breaks while reading back', async () => {
    let reads = 0;
    const second = only('get-logins', (answer) => (++reads === 2 ? 'end' : answer));
    expect(await deliver(second)).toMatchObject({ verified: true });
    expect(count('set-login')).toBe(1);
  });

  it('before sending is no mystery', async () => {
    expect(await deliver(only('create-new-group', () => 'end'))).toBe('bridge-silent');
    expect(count('set-login')).toBe(0);
    expect(peer.lines).toBe(1);
  });

  it('after an unknown outcome, the next try finds it and adds nothing', async () => {
    const vanish = only('set-login', () => {
      peer.running = false;
      return 'end';
    });
    expect(await deliver(vanish)).toBe('bridge-unknown-outcome');
    peer.running = true;
    expect(await deliver()).toMatchObject({ verified: true });
    expect(peer.database.entries).toHaveLength(1);
  });
});

describe('a proxy that stays, silent, when KeePassXC has ended', () => {
  /** KeePassXC ends in the place of its answer; answers what came of it within so many ms, if anything did. */
  async function endAt(action: string, ms: number, meanwhile?: () => void) {
    peer.tamper = only(action, () => {
      peer.running = false;
      return undefined;
    });
    const done = vi.fn();
    const context = contextOf(peer, peer.pairWith(peer.database));
    bridge.deliver(makeItem(), context).then(done, (error) => done(codeOf(error)));
    // Another line has been opened to try whether it runs, and not been answered yet.
    await pass(7_000);
    expect(done).not.toHaveBeenCalled();
    meanwhile?.();
    await pass(ms - 7_000);
    await vi.waitFor(() => expect(peer.open).toBe(0));
    return done.mock.lastCall?.[0];
  }

  it('is noticed in seconds while it waits for the user', async () => {
    expect(await endAt('create-new-group', 8_000)).toBe('bridge-silent');
    expect(count('set-login')).toBe(0);
  });

  it('leaves the outcome unknown when KeePassXC does not come back', async () => {
    expect(await endAt('set-login', 11_000)).toBe('bridge-unknown-outcome');
    expect(count('set-login')).toBe(1);
  });

  it('finds the entry when KeePassXC has come back with it', async () => {
    const back = () => (peer.running = true);
    expect(await endAt('set-login', 8_000, back)).toMatchObject({ verified: true });
    expect(count('set-login')).toBe(1);
  });

  it('has failed when KeePassXC has come back without it', async () => {
    const back = () => {
      peer.database.entries = [];
      peer.running = true;
    };
    expect(await endAt('set-login', 8_000, back)).toBe('bridge-failed');
    expect(count('set-login')).toBe(1);
  });

  it('is of no interest any more once the answer has come', async () => {
    const late = (ms: number, answer: Frame) =>
      new Promise<Frame>((resolve) => setTimeout(() => resolve(answer), ms));
    // The other line, opened after 5 s, would be given up after 8 s, when the next request is under way.
    const slow: Tamper = (action, answer, line) => {
      if (line > 0) return undefined;
      if (action === 'create-new-group') return late(5_500, answer);
      return action === 'set-login' ? late(4_000, answer) : answer;
    };
    expect(await deliver(slow)).toMatchObject({ verified: true });
    expect(peer.lines).toBe(2);
  });

  it('is not mistaken for a user who takes a minute', async () => {
    peer.user.createGroup = 'wait';
    const context = contextOf(peer, peer.pairWith(peer.database));
    const done = vi.fn();
    bridge.deliver(makeItem({ providerName: 'New' }), context).then(done, done);
    await pass(60_000);
    expect(done).not.toHaveBeenCalled();
    await pass(60_000);
    expect(codeOf(done.mock.lastCall?.[0])).toBe('bridge-timeout');
    await pass(5_000);
  });
});

describe('KeePassXC’s own refusals of an entry', () => {
  it.each([
    [1, 'bridge-locked'],
    [6, 'bridge-refused'],
    [8, 'bridge-not-paired'],
    [12, 'bridge-too-old'],
    [17, 'bridge-refused'],
  ])('error %d is %s, without another line', async (errorCode, code) => {
    const refuse = only('set-login', () => {
      peer.database.entries = [];
      return { action: 'set-login', errorCode: String(errorCode), error: 'words' };
    });
    expect(await deliver(refuse)).toBe(code);
    expect(peer.lines).toBe(1);
  });
});

describe('what comes between', () => {
  it('events about locking, the empty message and events of later versions are passed over', async () => {
    const chatty: Tamper = (_, answer) => [
      {},
      { action: 'database-locked' },
      { action: 'database-unlocked' },
      { action: 'something-new', nonce: 'x', message: 'y' },
      answer,
      { action: 'database-locked' },
      answer,
    ];
    expect(await deliver(chatty)).toMatchObject({ verified: true });
    expect(peer.database.entries).toHaveLength(1);
  });
});

describe('the nonce of an answer', () => {
  it('counts from the first byte upwards', () => {
    expect([...increment(new Uint8Array([0, 0]))]).toEqual([1, 0]);
    expect([...increment(new Uint8Array([255, 0]))]).toEqual([0, 1]);
    expect([...increment(new Uint8Array([255, 255, 7]))]).toEqual([0, 0, 8]);
    expect([...increment(new Uint8Array(24).fill(255))]).toEqual(new Array(24).fill(0));
  });
});
