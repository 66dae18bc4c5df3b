import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeFrame, MOST, makeFrameReader } from '../../../native-host/frames';

function readAll(bytes: Uint8Array, cuts: readonly number[] = []): unknown[] {
  const messages: unknown[] = [];
  const read = makeFrameReader((message) => messages.push(message));
  const ends = [...new Set([...cuts.map((cut) => cut % (bytes.length + 1)), bytes.length])].sort(
    (a, b) => a - b,
  );
  let from = 0;
  for (const end of ends) {
    read(bytes.subarray(from, end));
    from = end;
  }
  return messages;
}

function frame(length: number, body: Uint8Array | string): Buffer {
  const head = Buffer.alloc(4);
  head.writeUInt32LE(length);
  return Buffer.concat([head, Buffer.from(body)]);
}

describe('frames', () => {
  it('come out as they went in, wherever they are cut', () => {
    fc.assert(
      fc.property(
        fc.array(fc.jsonValue(), { maxLength: 5 }),
        fc.array(fc.nat(), { maxLength: 20 }),
        (values, cuts) => {
          const messages = values.map((value) => JSON.parse(JSON.stringify(value)));
          expect(readAll(Buffer.concat(messages.map(encodeFrame)), cuts)).toEqual(messages);
        },
      ),
    );
  });

  it('come out when every byte comes alone', () => {
    const bytes = Buffer.concat([encodeFrame({ text: 'Schlüssel 🗝️' }), encodeFrame(null)]);
    expect(readAll(bytes, [...bytes.keys()])).toEqual([{ text: 'Schlüssel 🗝️' }, null]);
  });

  it('begin with their length in bytes, least byte first', () => {
    expect([...encodeFrame('é')]).toEqual([4, 0, 0, 0, 0x22, 0xc3, 0xa9, 0x22]);
  });

  it('wait for what is missing', () => {
    const bytes = encodeFrame({ a: 1 });
    expect(readAll(bytes.subarray(0, -1))).toEqual([]);
    expect(readAll(bytes.subarray(0, 3))).toEqual([]);
  });

  it('may have 1 MiB and not a byte more', () => {
    const most = 'x'.repeat(MOST - 2);
    expect(readAll(encodeFrame(most))).toEqual([most]);
    expect(() => encodeFrame(`${most}x`)).toThrow(expect.objectContaining({ code: 'message-invalid' }));
    // Refused by the length alone, before its body has come.
    expect(() => readAll(frame(MOST + 1, ''))).toThrow(expect.objectContaining({ code: 'message-invalid' }));
    expect(() => readAll(frame(0xffffffff, ''))).toThrow(
      expect.objectContaining({ code: 'message-invalid' }),
    );
  });

  it.each([
    ['empty', frame(0, '')],
    ['not JSON', frame(3, '{a}')],
    ['half JSON', frame(3, '{"a')],
    ['not UTF-8', frame(4, Uint8Array.of(0x22, 0xff, 0xfe, 0x22))],
    ['two values', frame(3, '1 2')],
  ])('are refused when %s', (_, bytes) => {
    expect(() => readAll(bytes)).toThrow(expect.objectContaining({ code: 'message-invalid' }));
  });

  it('made of garbage are refused or waited for, and never anything else', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), fc.array(fc.nat(), { maxLength: 5 }), (bytes, cuts) => {
        try {
          readAll(bytes, cuts);
        } catch (error) {
          expect(error).toMatchObject({ code: 'message-invalid' });
        }
      }),
    );
  });
});
