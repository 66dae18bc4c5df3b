import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { codeOf } from '../../../lib/errors';
import { bridge } from '../../../lib/managers/keepassxc/client';
import { makeItem } from './item';
import { contextOf, makeDatabase, Peer } from './keepassxc-peer';
import { codeFor, holdTime, pass, releaseTime } from './keepassxc-time';

let peer: Peer;

beforeEach(() => {
  holdTime();
  peer = new Peer();
});
afterEach(() => {
  releaseTime();
  expect(peer.open).toBe(0);
});

const never = new AbortController().signal;

describe('pairing', () => {
  it('remembers what makes it ready from then on', async () => {
    const context = contextOf(peer);
    const where = `laptop (${peer.database.hash.slice(0, 8)})`;
    expect(await bridge.pair?.(context, never)).toEqual({ state: 'ready', version: '2.7.4', where });
    expect(await bridge.look(context)).toMatchObject({ state: 'ready', where });
    expect(await bridge.deliver(makeItem(), context)).toMatchObject({ verified: true });
  });

  it('with the same database again takes the place of the first', async () => {
    const context = contextOf(peer);
    for (const name of ['laptop', 'desk']) {
      peer.database.keys.clear();
      peer.user.associate = name;
      await bridge.pair?.(context, never);
    }
    expect(context.memory).toMatchObject({ pairings: [{ id: 'desk', hash: peer.database.hash }] });
  });

  it('is refused by the user of KeePassXC', async () => {
    peer.user.associate = undefined;
    const context = contextOf(peer);
    expect(await codeFor(bridge.pair!(context, never))).toBe('bridge-refused');
    expect(context.memory).toBeUndefined();
  });

  it('waits for minutes, and ends when it is called off', async () => {
    peer.user.associate = 'wait';
    const control = new AbortController();
    const done = vi.fn();
    const pairing = bridge.pair!(contextOf(peer), control.signal).catch(codeOf).finally(done);
    await pass(240_000);
    expect(done).not.toHaveBeenCalled();
    control.abort();
    expect(await pairing).toBe('bridge-refused');
  });

  it('does not begin when it was called off before', async () => {
    expect(await codeFor(bridge.pair!(contextOf(peer), AbortSignal.abort()))).toBe('bridge-refused');
    expect(peer.requests).not.toContain('associate');
  });

  it.each<[string, (control: AbortController) => void, string]>([
    ['called off', (control) => control.abort(), 'bridge-refused'],
    ['cut off', () => peer.cut(), 'bridge-silent'],
  ])('asks nothing when it is %s while the keys are agreed on', async (_, happen, code) => {
    const control = new AbortController();
    // The first line is the one that looks.
    peer.heard = (_action, line) => line === 1 && happen(control);
    expect(await codeFor(bridge.pair!(contextOf(peer), control.signal))).toBe(code);
    expect(peer.lines).toBe(2);
    expect(peer.requests).not.toContain('associate');
  });

  it('asks no question when it is paired already, or cannot be', async () => {
    expect(await bridge.pair?.(contextOf(peer, peer.pairWith(peer.database)), never)).toMatchObject({
      state: 'ready',
    });
    peer.locked = true;
    expect(await bridge.pair?.(contextOf(peer), never)).toMatchObject({ state: 'locked' });
    expect(peer.requests).not.toContain('associate');
  });

  it('keeps databases apart, and the newest of more than can be remembered', async () => {
    const context = contextOf(peer);
    for (let i = 0; i < 40; i++) {
      peer.databases = [makeDatabase('App passwords/Acme')];
      peer.user.associate = `${'name '.repeat(15)}${i}`;
      expect(await bridge.pair?.(context, never)).toMatchObject({ state: 'ready' });
      expect(JSON.stringify(context.memory).length).toBeLessThanOrEqual(4_000);
    }
    expect(await bridge.deliver(makeItem(), context)).toMatchObject({ verified: true });
  });
});
