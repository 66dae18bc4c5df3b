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
  // No proxy is left running, also after a failed test.
  expect(peer.open).toBe(0);
});

const pairedContext = () => contextOf(peer, peer.pairWith(...peer.databases));

/** The result, after as much time as it needs. */
async function patiently<T>(work: Promise<T>): Promise<T> {
  work.catch(() => undefined);
  await pass(400_000);
  return work;
}

describe('looking', () => {
  it('finds it ready, with its version and which database it would be', async () => {
    const context = pairedContext();
    const where = `laptop (${peer.database.hash.slice(0, 8)})`;
    expect(await bridge.look(context)).toEqual({ state: 'ready', version: '2.7.4', where });
    expect(peer.requests).toEqual(['change-public-keys', 'get-databasehash', 'test-associate']);
  });

  it.each([
    'Specified native messaging host not found.',
    'Access to the specified native messaging host is forbidden.',
    'Failed to start native messaging host.',
    'No such native application app.sparekey.keepassxc',
    'File at path "/opt/keepassxc-proxy" does not exist, or is not executable',
  ])('is absent when the browser says: %s', async (words) => {
    peer.absent = words;
    expect(await bridge.look(pairedContext())).toEqual({ state: 'absent' });
    expect(await codeFor(bridge.deliver(makeItem(), pairedContext()))).toBe('bridge-not-installed');
  });

  it('is silent when the program ends without a word', async () => {
    peer.absent = 'Native host has exited.';
    expect(await bridge.look(pairedContext())).toEqual({ state: 'silent' });
  });

  it('is silent after 3 s and not before, and tries on a new line next time', async () => {
    peer.running = false;
    const done = vi.fn();
    const looking = bridge.look(pairedContext()).finally(done);
    await pass(2_999);
    expect(done).not.toHaveBeenCalled();
    await pass(1);
    expect(await looking).toEqual({ state: 'silent' });
    peer.running = true;
    expect(await bridge.look(pairedContext())).toMatchObject({ state: 'ready' });
    expect(peer.lines).toBe(2);
  });

  it('is broken when it greets and then says nothing more', async () => {
    peer.tamper = (action, answer) => (action === 'get-databasehash' ? undefined : answer);
    const looking = bridge.look(pairedContext());
    await pass(3_000);
    expect(await looking).toEqual({ state: 'broken', version: '2.7.4' });
  });

  it('is locked', async () => {
    peer.locked = true;
    expect(await bridge.look(pairedContext())).toEqual({ state: 'locked', version: '2.7.4' });
    expect(await codeFor(bridge.deliver(makeItem(), pairedContext()))).toBe('bridge-locked');
  });

  it.each([
    ['2.6.6', 'too-old'],
    ['1.9.9', 'too-old'],
    ['2.7.0', 'ready'],
    ['2.8.0-snapshot', 'ready'],
    ['2.10.1', 'ready'],
    ['3.0.0', 'too-new'],
    ['latest', 'broken'],
    ['2', 'broken'],
  ])('version %s is %s', async (version, state) => {
    peer.version = version;
    expect(await bridge.look(pairedContext())).toMatchObject({ state });
    if (state === 'ready') return;
    expect(await codeFor(bridge.deliver(makeItem(), pairedContext()))).toMatch(/too-old|failed/);
    expect(peer.database.entries).toEqual([]);
  });

  it.each([
    ['nothing remembered', () => undefined],
    ['nonsense remembered', () => ({ pairings: [{ hash: 1 }] })],
    ['paired with another database', () => peer.pairWith(makeDatabase())],
    [
      'the connection was removed there',
      () => {
        const memory = peer.pairWith(peer.database);
        peer.database.keys.clear();
        return memory;
      },
    ],
  ])('is unpaired: %s', async (_, remember) => {
    const context = contextOf(peer, remember());
    expect(await bridge.look(context)).toMatchObject({ state: 'unpaired', version: '2.7.4' });
    expect(await codeFor(bridge.deliver(makeItem(), context))).toBe('bridge-not-paired');
    expect(peer.requests).not.toContain('set-login');
  });
});

describe('sending', () => {
  it('puts it in the group of its provider, with label and plain account, in six requests', async () => {
    const delivery = await bridge.deliver(makeItem({ label: 'Büro #2' }), pairedContext());
    const [entry] = peer.database.entries;
    expect(entry).toMatchObject({
      group: 'App passwords/Acme',
      login: 'robin@acme.example',
      password: 'abcd efgh ijkl mnop',
      url: 'https://id.acme.example/security#app-password=B%C3%BCro%20%232',
    });
    expect(delivery).toMatchObject({ place: 'App passwords/Acme · Büro #2', verified: true });
    expect(delivery.pointer).toContain(entry?.uuid);
    expect(peer.requests).toEqual([
      ...[
        'change-public-keys',
        'test-associate',
        'get-logins',
        'create-new-group',
        'set-login',
        'get-logins',
      ],
    ]);
  });

  it('has the group created, and stops when the user does not want it', async () => {
    const item = makeItem({ providerName: 'Acme/Mail\u202e', site: 'mail.acme.example', url: '' });
    peer.user.createGroup = false;
    expect(await codeFor(bridge.deliver(item, pairedContext()))).toBe('bridge-refused');
    expect(peer.requests).not.toContain('set-login');
    peer.user.createGroup = true;
    await bridge.deliver(item, pairedContext());
    expect(peer.database.entries).toMatchObject([
      { group: 'App passwords/Acme Mail', url: 'https://mail.acme.example/#app-password=Scanner' },
    ]);
  });

  it('does not add what is there already, but the same label with a new secret', async () => {
    const context = pairedContext();
    const first = await bridge.deliver(makeItem(), context);
    expect(await bridge.deliver(makeItem(), context)).toEqual(first);
    expect(peer.database.entries).toHaveLength(1);
    await bridge.deliver(makeItem({ secret: 'another' }), context);
    await bridge.deliver(makeItem({ account: 'kim@acme.example' }), context);
    expect(peer.database.entries).toHaveLength(3);
  });

  it('sends one after the other, so that a double click makes one entry', async () => {
    const context = pairedContext();
    const [first, second] = await Promise.all([
      bridge.deliver(makeItem(), context),
      bridge.deliver(makeItem(), context),
    ]);
    expect(second).toEqual(first);
    expect(peer.database.entries).toHaveLength(1);
  });

  it('continues after one that failed, and after one whose question the user did not answer', async () => {
    peer.user.createGroup = 'wait';
    const context = pairedContext();
    const stuck = bridge.deliver(makeItem({ providerName: 'New' }), context).catch(codeOf);
    const next = bridge.deliver(makeItem(), context);
    expect(await patiently(next)).toMatchObject({ verified: true });
    expect(await stuck).toBe('bridge-timeout');
  });

  it('takes the database in front, of several', async () => {
    peer.databases.push(makeDatabase('App passwords/Acme'));
    const context = pairedContext();
    for (const front of [1, 0]) {
      peer.front = front;
      expect(await bridge.deliver(makeItem(), context)).toMatchObject({ verified: true });
      expect(peer.database.entries).toHaveLength(1);
    }
    expect(peer.requests.filter((action) => action === 'get-databasehash')).toHaveLength(2);
  });

  it.each([
    ['chose none', () => undefined],
    ['chose another one', () => 1],
  ])('does not believe "success" when the user %s', async (_, choose) => {
    peer.databases.push(makeDatabase());
    peer.user.choose = choose;
    expect(await codeFor(bridge.deliver(makeItem(), pairedContext()))).toBe('bridge-unknown-outcome');
  });

  it('is not verified when the user does not let us read it back', async () => {
    peer.user.show = false;
    const context = pairedContext();
    const delivery = await bridge.deliver(makeItem(), context);
    expect(delivery).toMatchObject({ place: 'App passwords/Acme · Scanner', verified: false });
    peer.user.show = true;
    expect(await bridge.fetch?.({ ...delivery, account: 'robin@acme.example' }, context)).toBe(
      'abcd efgh ijkl mnop',
    );
  });

  it('sees nothing of the sign-in password for the same site', async () => {
    const context = pairedContext();
    const own = { group: 'Internet', login: 'robin', password: 'sign-in', uuid: '0'.repeat(32) };
    peer.database.entries.push({ ...own, url: 'https://id.acme.example/' });
    const seen: number[] = [];
    peer.tamper = (action, answer) => {
      if (action === 'get-logins') seen.push(String(answer['message'] ?? '').length);
      return answer;
    };
    await bridge.deliver(makeItem(), context);
    expect(seen[0]).toBe(0);
    expect(seen).toHaveLength(2);
  });
});

describe('fetching', () => {
  const account = 'robin@acme.example';

  it('gives the secret back, also of a moved entry', async () => {
    const context = pairedContext();
    const { pointer } = await bridge.deliver(makeItem(), context);
    await bridge.deliver(makeItem({ secret: 'another' }), context);
    expect(await bridge.fetch?.({ pointer, account }, context)).toBe('abcd efgh ijkl mnop');
    peer.database.entries[0]!.group = 'Elsewhere';
    expect(await bridge.fetch?.({ pointer, account }, context)).toBe('abcd efgh ijkl mnop');
  });

  it('gives nothing back rather than one of two that it cannot tell apart', async () => {
    const context = pairedContext();
    peer.user.show = false;
    const { pointer } = await bridge.deliver(makeItem(), context);
    await bridge.deliver(makeItem({ secret: 'another' }), context);
    peer.user.show = true;
    expect(await codeFor(bridge.fetch!({ pointer, account }, context))).toBe('bridge-gone');
  });

  it('says that it is gone, and when the user does not allow it', async () => {
    const context = pairedContext();
    const { pointer } = await bridge.deliver(makeItem(), context);
    peer.user.show = false;
    expect(await codeFor(bridge.fetch!({ pointer, account }, context))).toBe('bridge-refused');
    peer.database.entries = [];
    expect(await codeFor(bridge.fetch!({ pointer, account }, context))).toBe('bridge-gone');
    for (const nonsense of ['', '{}', 'null', '[1]', '{"uuid":"x"}', 'x'.repeat(200)]) {
      expect(await codeFor(bridge.fetch!({ pointer: nonsense, account }, context))).toBe('bridge-gone');
    }
  });
});
