import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { toBase64url } from '../../../lib/base64';
import { type Bytes, randomBytes, randomId } from '../../../lib/vault/crypto';
import type { Header } from '../../../lib/vault/header';
import {
  createInboxCheck,
  openCapture,
  sealAnswerBoxes,
  sealCaptureBoxes,
  sealWaiting,
  WAITING_MS,
} from '../../../lib/vault/inbox';
import { deriveKeys, type VaultKeys } from '../../../lib/vault/keys';
import type { InboxRow } from '../../../lib/vault/store';
import { takenCapture } from './fixtures';

const vaultId = randomId();
const capture = takenCapture('capture-one');
const answer = { label: 'Kept', account: 'mira' };
let keys: VaultKeys;
let other: VaultKeys;
let header: Header;
let row: InboxRow;

const headerOf = (publicKey: string): Header => ({ format: 1, vaultId, publicKey, slots: [], created: 1 });
const flip = (box: Bytes) => box.with(box.length - 1, (box.at(-1) ?? 0) ^ 1);
const open = (changes: Partial<InboxRow> = {}, by = keys) =>
  openCapture(vaultId, by, { ...row, ...changes } as InboxRow);
const isBlank = (data: unknown) => new Uint8Array(data as ArrayBuffer).every((byte) => byte === 0);

beforeAll(async () => {
  [keys, other] = await Promise.all([deriveKeys(randomBytes(32)), deriveKeys(randomBytes(32))]);
  header = headerOf(toBase64url(keys.publicKey));
});
beforeEach(async () => {
  const [sealed] = await sealCaptureBoxes([header], capture);
  row = { id: capture.id, received: 1, state: 'waiting', sealed };
});
afterEach(() => vi.restoreAllMocks());

describe('a capture in its box', () => {
  it('opens with the key of its vault, as it was, and tells nothing without it', async () => {
    expect(await open()).toEqual({ id: capture.id, state: 'waiting', capture, damaged: false });
    expect(await open({}, other)).toEqual({ id: capture.id, state: 'waiting', damaged: true });
    expect(Buffer.from(row.sealed).includes(capture.secret)).toBe(false);
  });

  it('is bound to its vault, its row and what it is', async () => {
    const damaged = { damaged: true };
    expect(await openCapture(randomId(), keys, row)).toMatchObject(damaged);
    expect(await open({ id: 'capture-two' })).toMatchObject(damaged);
    const [sealed] = await sealAnswerBoxes([header], capture.id, capture as never);
    expect(await open({ sealed })).toMatchObject(damaged);
  });

  it('is another one every time, and each has a key of its own', async () => {
    const [again] = await sealCaptureBoxes([header], capture);
    expect(again).not.toEqual(row.sealed);
    expect(again.subarray(0, 32)).not.toEqual(row.sealed.subarray(0, 32));
  });

  it('with any byte changed is damaged, and does not throw', async () => {
    for (let at = 0; at < row.sealed.length; at += 7)
      expect(await open({ sealed: row.sealed.with(at, (row.sealed[at] ?? 0) ^ 1) }), String(at)).toEqual({
        ...{ id: capture.id, state: 'waiting', damaged: true },
      });
  });

  it.each([[undefined], [null], ['text'], [7], [[]], [new Uint8Array(0)], [new Uint8Array(64)]])(
    'that is none (%j) is damaged, and does not throw',
    async (sealed) => expect(await open({ sealed: sealed as Bytes })).toMatchObject({ damaged: true }),
  );

  it('that holds something else is damaged', async () => {
    const [sealed] = await sealCaptureBoxes([header], { ...capture, secret: '' });
    const opened = await open({ sealed });
    expect(opened).toEqual({ id: capture.id, state: 'waiting', damaged: true });
  });

  it('is looked for in its second box where the first does not open', async () => {
    const second = { sealed: flip(row.sealed), other: row.sealed };
    expect(await open(second)).toMatchObject({ capture, damaged: false });
    expect(await open({ ...second, other: flip(row.sealed) })).toMatchObject({ damaged: true });
  });
});

describe('an answer', () => {
  it('comes with its capture, from either box', async () => {
    const [box] = await sealAnswerBoxes([header], capture.id, answer);
    const kept = { id: capture.id, state: 'kept', capture, answer, damaged: false };
    expect(await open({ state: 'kept', answer: box })).toEqual(kept);
    expect(await open({ state: 'kept', answer: flip(box), otherAnswer: box })).toEqual(kept);
  });

  it('without an account is one', async () => {
    const [box] = await sealAnswerBoxes([header], capture.id, { label: 'Kept' });
    expect((await open({ answer: box })).answer).toEqual({ label: 'Kept' });
  });

  it('that is damaged is said, and the capture is there all the same', async () => {
    const [box] = await sealAnswerBoxes([header], capture.id, answer);
    const found = { id: capture.id, state: 'waiting', capture, damaged: true };
    expect(await open({ answer: flip(box) })).toEqual(found);
    const [odd] = await sealAnswerBoxes([header], capture.id, { account: 'mira' } as never);
    expect(await open({ answer: odd })).toEqual(found);
    const [long] = await sealAnswerBoxes([header], capture.id, { label: 'Kept', account: 'x'.repeat(201) });
    expect(await open({ answer: long })).toEqual(found);
  });

  it('of another capture is none', async () => {
    const [box] = await sealAnswerBoxes([header], 'capture-two', answer);
    expect(await open({ answer: box })).toMatchObject({ damaged: true });
  });
});

describe('headers', () => {
  const none = { code: 'vault-corrupt', message: 'there is no key to seal to' };

  it('that differ get a box each: which is right only the key can tell', async () => {
    const stranger = headerOf(toBase64url(other.publicKey));
    const boxes = await sealCaptureBoxes([stranger, header], capture);
    expect(boxes).toHaveLength(2);
    const [sealed, second] = boxes;
    expect(await open({ sealed, ...(second && { other: second }) })).toMatchObject({ capture });
    expect(await open({ sealed, ...(second && { other: second }) }, other)).toMatchObject({ capture });
  });

  it('without a key to seal to are passed over', async () => {
    for (const odd of ['!', '', toBase64url(new Uint8Array(31)), toBase64url(new Uint8Array(32))]) {
      const boxes = await sealCaptureBoxes([headerOf(odd), header], capture);
      expect(boxes, odd).toHaveLength(1);
      expect(await open({ sealed: boxes[0] })).toMatchObject({ capture });
      await expect(sealCaptureBoxes([headerOf(odd)], capture), odd).rejects.toMatchObject(none);
    }
    await expect(sealAnswerBoxes([], capture.id, answer)).rejects.toMatchObject(none);
  });
});

describe('captures that are to wait again', () => {
  it('wait as if they had just come, save those that are there', async () => {
    const two = takenCapture('capture-two');
    const rows = await sealWaiting(header, [capture, two], [row], 77);
    expect(rows).toEqual([{ id: two.id, received: 77, state: 'waiting', sealed: expect.any(Uint8Array) }]);
    expect(await openCapture(vaultId, keys, rows[0] as InboxRow)).toMatchObject({ capture: two });
    expect(await sealWaiting(header, [], [row], 77)).toEqual([]);
  });

  it('wait for 7 days', () => expect(WAITING_MS).toBe(604_800_000));
});

describe('what a box leaves behind', () => {
  it('neither its key nor the shared secret, and its private key cannot be read', async () => {
    const importing = vi.spyOn(crypto.subtle, 'importKey');
    const deriving = vi.spyOn(crypto.subtle, 'deriveBits');
    const drawing = vi.spyOn(crypto.subtle, 'generateKey');
    const [sealed] = await sealCaptureBoxes([header], capture);
    await open({ sealed });
    const raw = importing.mock.calls.filter(([, , kind]) => kind === 'AES-GCM').map(([, bytes]) => bytes);
    const shared = await Promise.all(deriving.mock.results.map(({ value }) => value));
    expect([raw.length, shared.length]).toEqual([2, 2]);
    expect([...raw, ...shared].every(isBlank)).toBe(true);
    const pair = (await drawing.mock.results[0]?.value) as unknown as CryptoKeyPair;
    expect(pair.privateKey.extractable).toBe(false);
  });
});

describe('what finds the damaged ones', () => {
  const answered = async (text: string): Promise<InboxRow> => {
    const [sealed] = await sealAnswerBoxes([header], capture.id, { label: text, account: '' } as never);
    return { ...row, state: 'kept', answer: sealed } as InboxRow;
  };
  /** Each opening derives one shared secret or two. */
  const countOpenings = () => vi.spyOn(crypto.subtle, 'deriveBits');

  it('opens no row twice that it found sound, and those again in which anything sealed is another', async () => {
    const findDamaged = createInboxCheck(vaultId, keys);
    const openings = countOpenings();
    expect(await findDamaged([row])).toEqual([]);
    const once = openings.mock.calls.length;
    expect(once).toBeGreaterThan(0);
    for (const _ of [2, 3]) expect(await findDamaged([row])).toEqual([]);
    expect(openings.mock.calls.length).toBe(once);
    let before = once;
    for (const changed of [
      await answered('Kept'),
      await answered('Kept otherwise'),
      { ...row, other: row.sealed },
    ]) {
      expect(await findDamaged([changed])).toEqual([]);
      expect(openings.mock.calls.length).toBeGreaterThan(before);
      before = openings.mock.calls.length;
    }
  });

  it('names each damaged one, with its label where that can still be read, every time it is asked', async () => {
    const findDamaged = createInboxCheck(vaultId, keys);
    const whole = await answered('Kept');
    const lost = { ...row, id: 'capture-two', sealed: flip(row.sealed) };
    const half = { ...whole, answer: flip(whole.answer as Bytes) };
    const found = [
      { id: 'capture-two', label: undefined },
      { id: capture.id, label: capture.label },
    ];
    expect(await findDamaged([lost, half])).toEqual(found);
    expect(await findDamaged([lost, half])).toEqual(found);
    expect(await findDamaged([whole])).toEqual([]);
    expect(await findDamaged([half])).toEqual(found.slice(1));
  });

  it('is not misled by a part that stands where another one stood', async () => {
    const findDamaged = createInboxCheck(vaultId, keys);
    const whole = { ...row, other: flip(row.sealed) };
    expect(await findDamaged([whole])).toEqual([]);
    const joined = new Uint8Array([...row.sealed, ...whole.other]);
    for (const sealed of [flip(row.sealed), joined]) {
      expect(await findDamaged([whole])).toEqual([]);
      expect(await findDamaged([{ ...row, sealed }])).toEqual([{ id: row.id, label: undefined }]);
    }
  });
});
