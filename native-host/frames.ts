/**
 * Native messaging frames: a 32-bit length in the byte order of the machine (little-endian on all that browsers run
 * on), then that many bytes of JSON in UTF-8.
 */
import { AppError } from '../lib/errors';

/** Most bytes of one message; browsers take no more from a host either. */
export const MOST = 1_048_576;
const HEAD = 4;

/** @throws AppError `message-invalid` when it is too large. */
export function encodeFrame(message: unknown): Buffer {
  const body = Buffer.from(JSON.stringify(message), 'utf8');
  if (body.length > MOST) throw new AppError('message-invalid', 'a message is too large to send');
  const head = Buffer.alloc(HEAD);
  head.writeUInt32LE(body.length);
  return Buffer.concat([head, body]);
}

/**
 * Takes bytes in pieces of any size and passes each whole message on, in order.
 * What it returns throws AppError `message-invalid` for a message that is too large, empty, not UTF-8 or not JSON;
 * after that the reader is of no use, as it cannot know where the next message begins.
 */
export function makeFrameReader(onMessage: (message: unknown) => void): (piece: Uint8Array) => void {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let pieces: Uint8Array[] = [];
  let held = 0;
  const parse = (body: Uint8Array): unknown => {
    try {
      return JSON.parse(decoder.decode(body));
    } catch (cause) {
      throw new AppError('message-invalid', 'a message is not JSON in UTF-8', { cause });
    }
  };
  let wanted = HEAD;
  return (piece) => {
    pieces.push(piece);
    held += piece.length;
    // Joined only when there is enough of it, so that a message in very many pieces costs no more than in one.
    while (held >= wanted) {
      const bytes = Buffer.concat(pieces, held);
      const length = bytes.readUInt32LE(0);
      if (length === 0 || length > MOST) throw new AppError('message-invalid', 'a message of a wrong length');
      wanted = HEAD + length;
      if (held >= wanted) {
        const message = parse(bytes.subarray(HEAD, wanted));
        const rest = bytes.subarray(wanted);
        pieces = [rest];
        held = rest.length;
        wanted = HEAD;
        onMessage(message);
      } else {
        pieces = [bytes];
      }
    }
  };
}
