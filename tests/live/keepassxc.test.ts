import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { codeOf } from '../../lib/errors.ts';
import { bridge } from '../../lib/managers/keepassxc/client.ts';
import type { ManagerContext, NativePort } from '../../lib/managers/manager.ts';
import { makeItem } from '../unit/managers/item.ts';
import {
  type KeePassXC,
  makeManagerContext,
  missingKeePassXC,
  prepareKeePassXC,
  waitForEntries,
} from './keepassxc.ts';

const missing = missingKeePassXC();
if (missing !== undefined) console.log(`skipped: ${missing}`);
const title = (words: string) => `${words}${missing === undefined ? '' : ` (${missing})`}`;

const account = 'robin@acme.example';

// Without a window every question of KeePassXC would wait for ever: what passes here has asked for nothing.
describe.skipIf(missing !== undefined)(title('a real KeePassXC'), () => {
  let keepassxc: KeePassXC;
  let context: ManagerContext;

  beforeAll(async () => {
    keepassxc = await prepareKeePassXC({ groups: ['Acme', 'Bücher &amp; Söhne'] });
    await keepassxc.start();
    context = makeManagerContext(keepassxc.connect, keepassxc.memory).context;
  });
  afterAll(() => keepassxc?.end());

  test('is ready, and says which database it would be', async () => {
    expect(await bridge.look(context)).toEqual({
      state: 'ready',
      version: expect.stringMatching(/^2\.\d+\.\d+/),
      where: expect.stringMatching(/^spare key \([0-9a-f]{8}\)$/),
    });
  });

  test('takes an entry, which lies in the file as it was sent and can be fetched back', async () => {
    const label = 'Büro-Scanner #2 “oben” 👩🏽‍💻 \u202e/';
    const delivery = await bridge.deliver(makeItem({ label }), context);
    expect(delivery).toMatchObject({ place: `App passwords/Acme · ${label}`, verified: true });
    expect(await waitForEntries(keepassxc, 1)).toEqual([
      {
        group: 'App passwords/Acme',
        title: 'id.acme.example',
        user: account,
        password: 'abcd efgh ijkl mnop',
        url: `https://id.acme.example/security#app-password=${encodeURIComponent(label)}`,
      },
    ]);
    expect(await bridge.fetch?.({ ...delivery, account }, context)).toBe('abcd efgh ijkl mnop');
  });

  test('takes the same entry only once, and another secret under the same label beside it', async () => {
    await bridge.deliver(makeItem(), context);
    await bridge.deliver(makeItem({ secret: 'qrst uvwx yzab cdef' }), context);
    const entries = await waitForEntries(keepassxc, 2);
    expect(entries.map(({ password }) => password)).toEqual(['abcd efgh ijkl mnop', 'qrst uvwx yzab cdef']);
  });

  test('takes group, account and secret in any script and length', async () => {
    const secret = 'ü'.repeat(100) + '<&>"\\'.repeat(20);
    const item = makeItem({
      providerName: 'Bücher & Söhne',
      account: 'Jörg 🗝',
      secret,
      label: '界'.repeat(200),
    });
    const delivery = await bridge.deliver(item, context);
    expect(delivery.verified).toBe(true);
    expect(await bridge.fetch?.({ ...delivery, account: item.account }, context)).toBe(secret);
    expect(await waitForEntries(keepassxc, 3)).toContainEqual(
      expect.objectContaining({ group: 'App passwords/Bücher & Söhne', user: 'Jörg 🗝', password: secret }),
    );
  });

  test('needs a second at most from click to confirmed', async () => {
    const times: number[] = [];
    for (let i = 0; i < 5; i++) {
      const begun = performance.now();
      const { verified } = await bridge.deliver(makeItem({ secret: `secret number ${i}` }), context);
      times.push(performance.now() - begun);
      expect(verified).toBe(true);
    }
    times.sort((a, b) => a - b);
    console.log(`one delivery to KeePassXC: ${times.map((ms) => Math.round(ms)).join(', ')} ms`);
    expect(times[2]).toBeLessThan(1_000);
    await waitForEntries(keepassxc, 8);
  });

  test('does not know a connection with another key, and takes nothing from it', async () => {
    const { pairings } = keepassxc.memory as { pairings: { key: string }[] };
    const key = Buffer.alloc(32, 7).toString('base64');
    const stranger = makeManagerContext(keepassxc.connect, {
      pairings: pairings.map((one) => ({ ...one, key })),
    }).context;
    expect(await bridge.look(stranger)).toMatchObject({ state: 'unpaired' });
    await expect(bridge.deliver(makeItem({ secret: 'never' }), stranger)).rejects.toMatchObject({
      code: 'bridge-not-paired',
    });
    // What comes after it is written with it.
    await bridge.deliver(makeItem({ secret: 'the last' }), context);
    const entries = await waitForEntries(keepassxc, 9);
    expect(entries.map(({ password }) => password)).not.toContain('never');
  });
});

describe.skipIf(missing !== undefined)(title('a KeePassXC that is not there for us'), () => {
  let keepassxc: KeePassXC;

  beforeAll(async () => {
    keepassxc = await prepareKeePassXC({ groups: ['Acme'] });
  });
  afterAll(() => keepassxc?.end());

  /**
   * The bridge, with KeePassXC being killed in the place of one message, and `back` when the bridge looks for the
   * outcome: on the second line after its end, as the first has told that it has ended.
   */
  function interfere(
    way: 'request' | 'answer',
    action: string,
    before: () => Promise<unknown> = async () => undefined,
    back?: () => Promise<void>,
  ): ManagerContext {
    let lines = 0;
    let linesToDead: number | undefined;
    let returned: Promise<void> | undefined;
    const isMeant = (message: unknown) => (message as { action?: string }).action === action;
    const kill = () =>
      void before()
        .then(keepassxc.kill)
        .then(() => {
          linesToDead = 0;
        });
    const connect = (): NativePort => {
      lines += 1;
      if (linesToDead !== undefined) linesToDead += 1;
      if (linesToDead === 2 && back !== undefined) {
        returned = back();
        return connectAfter(returned);
      }
      const line = keepassxc.connect();
      if (lines > 1) return line;
      return {
        ...line,
        send: (message) => (way === 'request' && isMeant(message) ? kill() : line.send(message)),
        onMessage: (listener) =>
          line.onMessage((message) => (way === 'answer' && isMeant(message) ? kill() : listener(message))),
      };
    };
    const { context } = makeManagerContext(connect, keepassxc.memory);
    // How long KeePassXC takes to start does not count as silence: once it is back, it has as long as ever.
    const wait: ManagerContext['wait'] = async (ms, signal) => {
      await context.wait(ms, signal);
      if (returned === undefined) return;
      await returned;
      await context.wait(ms, signal);
    };
    return { ...context, wait };
  }

  /** A line that is opened later. */
  function connectAfter(moment: Promise<void>): NativePort {
    const line = moment.then(keepassxc.connect);
    return {
      send: (message) => void line.then(({ send }) => send(message)),
      onMessage: (listener) => void line.then(({ onMessage }) => onMessage(listener)),
      onEnd: (listener) => void line.then(({ onEnd }) => onEnd(listener)),
      end: () => void line.then(({ end }) => end()),
    };
  }

  const hand = (secret: string, context = makeManagerContext(keepassxc.connect, keepassxc.memory).context) =>
    bridge.deliver(makeItem({ secret }), context).catch(codeOf);
  const readSecrets = async () => (await keepassxc.readEntries()).map(({ password }) => password);

  test('is silent while it does not run', async () => {
    const { context } = makeManagerContext(keepassxc.connect, keepassxc.memory);
    expect(await bridge.look(context)).toEqual({ state: 'silent' });
    expect(await hand('first')).toBe('bridge-silent');
  });

  test('is locked', async () => {
    await keepassxc.start({ unlocked: false });
    const { context } = makeManagerContext(keepassxc.connect, keepassxc.memory);
    expect(await bridge.look(context)).toMatchObject({ state: 'locked' });
    expect(await hand('first')).toBe('bridge-locked');
    await keepassxc.kill();
  });

  test('killed before the entry reached it, and gone: the outcome is unknown, and it is not sent again', async () => {
    await keepassxc.start();
    expect(await hand('second', interfere('request', 'set-login'))).toBe('bridge-unknown-outcome');
    expect(await readSecrets()).toEqual([]);
  });

  test('killed before the entry reached it, and back: it is lost, and the next try brings it', async () => {
    await keepassxc.start();
    const context = interfere('request', 'set-login', undefined, keepassxc.start);
    expect(await hand('third', context)).toBe('bridge-failed');
    expect(await hand('third')).toMatchObject({ verified: true });
    await waitForEntries(keepassxc, 1);
  });

  test('killed after it had saved the entry, before it could say so, and back: it is delivered once', async () => {
    const context = interfere(
      'answer',
      'set-login',
      () => waitForEntries(keepassxc, 2),
      () => keepassxc.start(),
    );
    expect(await hand('fourth', context)).toMatchObject({ verified: true });
    expect(await hand('fourth')).toMatchObject({ verified: true });
    expect(await readSecrets()).toEqual(['third', 'fourth']);
  });

  test('killed while it was asked for the group: nothing was sent', async () => {
    expect(await hand('fifth', interfere('answer', 'create-new-group'))).toBe('bridge-silent');
    expect(await readSecrets()).toEqual(['third', 'fourth']);
  });
});
