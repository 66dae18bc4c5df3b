import { PassThrough } from 'node:stream';
import { describe, expect, it, vi } from 'vitest';
import { AppError } from '../../../lib/errors';
import { StoreId } from '../../../lib/managers/native-host/protocol';
import { answer } from '../../../native-host/actions';
import { addIds, isAllowed, isBrowserStart } from '../../../native-host/extension-ids';
import { encodeFrame, makeFrameReader } from '../../../native-host/frames';
import { serve } from '../../../native-host/serve';
import type { Store } from '../../../native-host/stores/store';

const CHROMIUM = 'pjjepcdapjahjmncljjpjaoedapnljnk';
const FIREFOX = '{a82eb9cd-2b89-4fe0-9eb6-8691d7fbc9df}';
const STRANGER = 'abcdefghijklmnopabcdefghijklmnop';
const ids = addIds([])!;

const entry = {
  id: 'a1b2c3d4-mi1',
  secret: 'abcd efgh ijkl mnop',
  label: 'Scanner',
  account: 'robin@mail.example',
  provider: 'Acme Mail',
  site: 'account.acme.example',
  url: 'https://account.acme.example/',
  client: '',
  device: '',
  protocols: 'imap',
  notes: 'one\ntwo',
  tags: ['office'],
  created: '2026-11-20',
};

function makeStores() {
  const store = {
    name: 'Acme',
    look: vi.fn<Store['look']>(async () => ({ state: 'ready' })),
    store: vi.fn<Store['store']>(async () => ({ place: 'there', pointer: 'p', already: false })),
    verify: vi.fn<Store['verify']>(async () => ({ finding: 'equal' })),
  };
  const stores = Object.fromEntries(StoreId.options.map((id) => [id, store]));
  return { store, stores: stores as Record<StoreId, typeof store> };
}

const good = { number: 7, action: 'store', store: 'pass', entry };

describe('the host answers', () => {
  it.each([
    [
      { number: 1, action: 'ping' },
      { version: '0.0.0', protocol: 1 },
    ],
    [{ number: 2, action: 'capabilities', store: 'pass' }, { state: 'ready' }],
    [good, { place: 'there', pointer: 'p', already: false }],
    [{ number: 4, action: 'verify', store: 'pass', pointer: 'p', secret: 's' }, { finding: 'equal' }],
  ])('%j', async (request, expected) => {
    expect(await answer(request, makeStores().stores)).toEqual({ number: request.number, answer: expected });
  });

  it('with the code of what went wrong, and nothing else', async () => {
    const { store, stores } = makeStores();
    store.store.mockRejectedValueOnce(new AppError('bridge-locked', 'secret words'));
    expect(await answer(good, stores)).toEqual({ number: 7, error: 'bridge-locked' });
    store.store.mockRejectedValueOnce(new Error(`cannot store ${entry.secret}`));
    expect(await answer(good, stores)).toEqual({ number: 7, error: 'bridge-failed' });
  });
});

describe('the host refuses, and does nothing on', () => {
  const long = 'x'.repeat(10_000);
  it.each<[string, unknown]>([
    ['an unknown action', { ...good, action: 'fetch' }],
    ['no action', { number: 7 }],
    ['an unknown store', { ...good, store: 'keychain' }],
    ["a store's name from the prototype", { ...good, store: 'constructor' }],
    ['an extra field', { ...good, path: '/tmp' }],
    ['an extra field of the entry', { ...good, entry: { ...entry, program: '/bin/sh' } }],
    ['a field of another action', { number: 7, action: 'ping', store: 'pass' }],
    ['a missing field', { ...good, entry: { ...entry, account: undefined } }],
    ['a number as secret', { ...good, entry: { ...entry, secret: 1 } }],
    ['a secret of two lines', { ...good, entry: { ...entry, secret: 'a\nusername: b' } }],
    ['no secret', { ...good, entry: { ...entry, secret: '' } }],
    ['a long secret', { ...good, entry: { ...entry, secret: 'x'.repeat(201) } }],
    ['a label with a line feed', { ...good, entry: { ...entry, label: 'a\nb' } }],
    ['a label with a carriage return', { ...good, entry: { ...entry, label: 'a\rb' } }],
    ['a label with NUL', { ...good, entry: { ...entry, label: 'a\0b' } }],
    ['a label with a terminal sequence', { ...good, entry: { ...entry, label: '\u001b[2J' } }],
    ['a label with a line separator', { ...good, entry: { ...entry, label: 'a\u2028b' } }],
    ['half a character', { ...good, entry: { ...entry, label: '\ud83d' } }],
    ['a label of 10,000 characters', { ...good, entry: { ...entry, label: long } }],
    ['no label', { ...good, entry: { ...entry, label: '' } }],
    ['notes with NUL', { ...good, entry: { ...entry, notes: 'a\0' } }],
    ['notes too long', { ...good, entry: { ...entry, notes: `${long}x` } }],
    ['too many tags', { ...good, entry: { ...entry, tags: Array(51).fill('x') } }],
    ['a tag with a line feed', { ...good, entry: { ...entry, tags: ['a\nb'] } }],
    ['an id like an option', { ...good, entry: { ...entry, id: '--all=12 ' } }],
    ['an id with a path', { ...good, entry: { ...entry, id: '../../abcd' } }],
    ['a date that is none', { ...good, entry: { ...entry, created: 'today' } }],
    ['a negative number', { ...good, number: -1 }],
    ['text', 'ping'],
    ['null', null],
    ['a list', [good]],
  ])('%s', async (_, request) => {
    const { store, stores } = makeStores();
    expect(await answer(request, stores)).toMatchObject({ error: 'message-invalid' });
    expect(store.store).not.toHaveBeenCalled();
    expect(store.verify).not.toHaveBeenCalled();
  });

  it('says which request it was, when it can', async () => {
    expect(await answer({ number: 9, action: 'fetch' }, makeStores().stores)).toEqual({
      number: 9,
      error: 'message-invalid',
    });
  });
});

describe('a caller', () => {
  it.each<[boolean, readonly string[]]>([
    [true, [`chrome-extension://${CHROMIUM}/`]],
    [true, [`chrome-extension://${CHROMIUM}/`, '--parent-window=0']],
    [true, ['/home/robin/.mozilla/native-messaging-hosts/app.sparekey.bridge.json', FIREFOX]],
    [false, [`chrome-extension://${STRANGER}/`]],
    [false, [`chrome-extension://${STRANGER}/`, FIREFOX]],
    [false, [`chrome-extension://${CHROMIUM}`]],
    [false, [`chrome-extension://${CHROMIUM}.evil/`]],
    [false, [`moz-extension://${CHROMIUM}/`]],
    [false, ['/somewhere.json', 'other@place.example']],
    [false, ['/somewhere.json', `x${FIREFOX}`]],
    [false, []],
  ])('%s for %j', (allowed, parameters) => expect(isAllowed(parameters, ids)).toBe(allowed));

  it("of a build of one's own is let in when named", () => {
    const more = addIds([STRANGER, 'own@place.example'])!;
    expect(isAllowed([`chrome-extension://${STRANGER}/`], more)).toBe(true);
    expect(isAllowed(['/x.json', 'own@place.example'], more)).toBe(true);
    expect(isAllowed([`chrome-extension://${CHROMIUM}/`], more)).toBe(true);
  });

  it.each(['', 'x', '../x', '"', 'a b@c', `${STRANGER}\n`, '$(id)@x', '*'])('has no id like %j', (id) =>
    expect(addIds([id])).toBeUndefined(),
  );

  it('is told from a user at a terminal', () => {
    expect(isBrowserStart(['chrome-extension://x/'])).toBe(true);
    expect(isBrowserStart(['/x.json', FIREFOX])).toBe(true);
    expect(isBrowserStart(['install'])).toBe(false);
    expect(isBrowserStart(['--help'])).toBe(false);
    expect(isBrowserStart([])).toBe(false);
  });
});

describe('a line', () => {
  async function talk(parameters: readonly string[], ...pieces: Uint8Array[]) {
    const [input, output] = [new PassThrough(), new PassThrough()];
    const replies: unknown[] = [];
    output.on(
      'data',
      makeFrameReader((message) => replies.push(message)),
    );
    for (const piece of pieces) input.write(piece);
    input.end();
    return { code: await serve(input, output, parameters, ids), replies };
  }
  const ours = [`chrome-extension://${CHROMIUM}/`];
  const ping = (number: number) => encodeFrame({ number, action: 'ping' });

  it('is answered in order and ends with its input', async () => {
    const { code, replies } = await talk(ours, ping(1), ping(2), ping(3));
    expect(code).toBe(0);
    expect(replies).toMatchObject([{ number: 1 }, { number: 2 }, { number: 3 }]);
  });

  it('of a stranger is refused before anything is read', async () => {
    const { code, replies } = await talk([`chrome-extension://${STRANGER}/`], ping(1));
    expect({ code, replies }).toEqual({ code: 1, replies: [{ error: 'message-forbidden' }] });
  });

  it('with garbage ends with an error', async () => {
    const { code, replies } = await talk(ours, Buffer.from([3, 0, 0, 0, 1, 2, 3]), ping(1));
    expect({ code, replies }).toEqual({ code: 1, replies: [{ error: 'message-invalid' }] });
  });

  it('that floods ends', async () => {
    const { code } = await talk(ours, Buffer.concat(Array.from({ length: 40 }, (_, number) => ping(number))));
    expect(code).toBe(1);
  });
});
