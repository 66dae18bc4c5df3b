import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bridgeById, bridges } from '../../../lib/managers/index';
import type { Item, ManagerContext, NativePort } from '../../../lib/managers/manager';
import { makeEntry } from '../../../lib/managers/native-host/client';
import { HostEntry } from '../../../lib/managers/native-host/protocol';
import { bridge } from '../../../lib/managers/pass';

const item: Item = {
  id: 'a1b2c3d4',
  secret: 'abcd efgh ijkl mnop',
  label: 'Scanner',
  account: 'robin@mail.example',
  provider: 'acme',
  providerName: 'Acme Mail',
  site: 'account.acme.example',
  url: 'https://account.acme.example/',
  client: '',
  device: '',
  protocols: ['imap', 'smtp'],
  notes: 'one\r\ntwo',
  tags: ['office'],
  created: Date.UTC(2026, 10, 20),
  secretChanged: Date.UTC(2026, 10, 20),
};

interface Sent {
  number: number;
  action: string;
  [name: string]: unknown;
}
type Answers = Partial<Record<string, unknown>>;

/**
 * A stand-in for the connection and the host behind it: answers each action with what is given for it; `'end: …'` ends
 * the connection with these words, `'silence'` answers nothing, and an object with `error` fails.
 */
function makeManagerContext(answers: Answers, onSend: (message: Sent) => void = () => undefined) {
  const sent: Sent[] = [];
  let ended = 0;
  let runOut: () => void = () => undefined;
  const connect = (host: string): NativePort => {
    expect(host).toBe('app.sparekey.bridge');
    let hear: (message: unknown) => void = () => undefined;
    let stop: (reason: string) => void = () => undefined;
    if (typeof answers['connect'] === 'string') queueMicrotask(() => stop(String(answers['connect'])));
    return {
      send(raw) {
        const message = raw as Sent;
        sent.push(message);
        onSend(message);
        const all: Answers = { ping: { version: '1.0.0', protocol: 1 }, ...answers };
        const given = all[message.action];
        queueMicrotask(() => {
          if (answers['connect'] !== undefined || given === undefined) return;
          if (given === 'silence') return runOut();
          if (typeof given === 'string') return stop(given);
          if (typeof given === 'object' && given !== null && ('error' in given || 'raw' in given)) {
            return hear('raw' in given ? given.raw : { number: message.number, ...given });
          }
          hear({ number: message.number, answer: given });
        });
      },
      onMessage: (listener) => {
        hear = listener;
      },
      onEnd: (listener) => {
        stop = listener;
      },
      end: () => {
        ended++;
      },
    };
  };
  const context: ManagerContext = {
    connect,
    recall: async () => undefined,
    remember: async () => undefined,
    wait: (_, signal) =>
      new Promise((resolve, reject) => {
        runOut = resolve;
        signal?.addEventListener('abort', () => reject(signal.reason));
      }),
    random: (length) => new Uint8Array(length),
  };
  return { context, sent, countEnded: () => ended };
}

const stored = { place: 'App passwords/Acme Mail/Scanner-00000000', pointer: 'p', already: false };
const CHROMIUM_END = 'Native host has exited.';

describe('looking', () => {
  it.each<[string, Answers, unknown]>([
    [
      'ready',
      { capabilities: { state: 'ready', version: '1.7.4', where: '~' } },
      { state: 'ready', version: '1.7.4', where: '~' },
    ],
    ['locked', { capabilities: { state: 'locked' } }, { state: 'locked' }],
    ['its program is missing', { capabilities: { state: 'absent' } }, { state: 'absent' }],
    ['no host in Chromium', { connect: 'Specified native messaging host not found.' }, { state: 'absent' }],
    [
      'kept out in Chromium',
      { connect: 'Access to the specified native messaging host is forbidden.' },
      { state: 'absent' },
    ],
    [
      'no host in Firefox',
      { connect: 'No such native application app.sparekey.bridge' },
      { state: 'absent' },
    ],
    ['a host that ends at once', { connect: CHROMIUM_END }, { state: 'broken' }],
    ['a host that does not know us', { ping: { raw: { error: 'message-forbidden' } } }, { state: 'absent' }],
    ['an older host', { ping: { version: '0', protocol: 0 } }, { state: 'too-old' }],
    ['a newer host', { ping: { version: '9', protocol: 2 } }, { state: 'too-new' }],
    ['silence', { capabilities: 'silence' }, { state: 'silent' }],
    ['silence from the start', { ping: 'silence' }, { state: 'silent' }],
    ['garbage', { capabilities: { raw: 'what?' } }, { state: 'broken' }],
    ['another shape', { capabilities: { state: 'splendid' } }, { state: 'broken' }],
  ])('%s', async (_, answers, expected) => {
    const { context, countEnded } = makeManagerContext(answers);
    expect(await bridge.look(context)).toEqual(expected);
    expect(countEnded()).toBe(1);
  });
});

describe('delivering', () => {
  it('stores, then has it compared', async () => {
    const { context, sent, countEnded } = makeManagerContext({ store: stored, verify: { finding: 'equal' } });
    const { place, pointer } = stored;
    expect(await bridge.deliver(item, context)).toEqual({ place, pointer, verified: true });
    expect(sent.map(({ action }) => action)).toEqual(['ping', 'store', 'verify']);
    expect(sent[2]).toMatchObject({ store: 'pass', pointer: 'p', secret: item.secret });
    expect(countEnded()).toBe(1);
  });

  it.each<[string, Answers]>([
    ['could not be opened', { verify: { finding: 'unreadable' } }],
    ['was locked in between', { verify: { error: 'bridge-locked' } }],
    ['was not read in time', { verify: 'silence' }],
    ['is unknown because the host ended', { verify: CHROMIUM_END }],
  ])('is done, but not verified, when what is stored %s', async (_, answers) => {
    const { context } = makeManagerContext({ store: stored, ...answers });
    expect(await bridge.deliver(item, context)).toMatchObject({ pointer: 'p', verified: false });
  });

  it.each<[string, Answers]>([
    ['bridge-not-installed', { connect: 'Specified native messaging host not found.' }],
    ['bridge-failed', { connect: CHROMIUM_END }],
    ['bridge-too-old', { ping: { version: '0', protocol: 0 } }],
    ['bridge-locked', { store: { error: 'bridge-locked' } }],
    ['bridge-refused', { store: { error: 'bridge-refused' } }],
    ['bridge-unknown-outcome', { store: { error: 'bridge-unknown-outcome' } }],
    ['bridge-unknown-outcome', { store: { error: 'bridge-timeout' } }],
    ['bridge-unknown-outcome', { store: 'silence' }],
    ['bridge-unknown-outcome', { store: CHROMIUM_END }],
    ['bridge-unknown-outcome', { store: { raw: { number: 2, answer: 'yes' } } }],
    ['bridge-unknown-outcome', { store: { raw: 7 } }],
    ['bridge-unknown-outcome', { store: stored, verify: { finding: 'gone' } }],
    ['bridge-unknown-outcome', { store: stored, verify: { finding: 'different' } }],
    ['bridge-failed', { store: { ...stored, already: true }, verify: { finding: 'different' } }],
    ['bridge-failed', { store: { error: 'message-invalid' } }],
  ])('fails as %s when %j', async (code, answers) => {
    const { context, sent, countEnded } = makeManagerContext(answers);
    await expect(bridge.deliver(item, context)).rejects.toMatchObject({ code });
    expect(sent.filter(({ action }) => action === 'store').length).toBeLessThanOrEqual(1);
    expect(countEnded()).toBe(1);
  });

  it('does not send to a line that the browser has closed', async () => {
    const { context } = makeManagerContext({ store: stored }, ({ action }) => {
      if (action === 'ping') throw new Error('Attempting to use a disconnected port object');
    });
    await expect(bridge.deliver(item, context)).rejects.toMatchObject({ code: 'bridge-failed' });
  });
});

describe('an entry for the host', () => {
  it('has another id for another secret', () => {
    expect(makeEntry(item)).toMatchObject({
      id: `a1b2c3d4-${item.secretChanged.toString(36)}`,
      created: '2026-11-20',
    });
    expect(makeEntry({ ...item, secretChanged: item.secretChanged + 1 }).id).not.toBe(makeEntry(item).id);
  });

  it('is what the host takes, whatever the user typed', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc.string({ unit: fc.constantFrom('\ud83d', '\0', '\n', '\u2028', '-', 'a'), maxLength: 300 }),
    );
    const instant = fc.integer({ min: 0, max: 8.64e15 });
    const any = fc.record({
      label: text,
      account: text,
      providerName: text,
      site: text,
      url: text,
      client: text,
      device: text,
      notes: text,
      tags: fc.array(text),
      created: instant,
      secretChanged: instant,
      review: instant,
    });
    fc.assert(
      fc.property(any, (changes) => {
        expect(HostEntry.safeParse(makeEntry({ ...item, ...changes })).error?.issues).toBeUndefined();
      }),
      { numRuns: 500 },
    );
  });

  it('keeps lines of notes, and texts of one line on one line', () => {
    const entry = makeEntry({ ...item, label: ' a\nb ', notes: 'a\r\nb\rc\u2028d\te\0' });
    expect(entry.label).toBe('a b');
    expect(entry.notes).toBe('a\nb\nc\nd\te');
  });
});

describe('the front door', () => {
  it('finds each bridge by its id', () => {
    expect(bridges.map(({ id }) => bridgeById(id))).toEqual(bridges);
    expect(new Set(bridges.map(({ id }) => id)).size).toBe(bridges.length);
    expect(bridgeById('unknown')).toBeUndefined();
  });
});
