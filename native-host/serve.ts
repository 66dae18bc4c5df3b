import type { Readable, Writable } from 'node:stream';
import type { Reply } from '../lib/managers/native-host/protocol';
import { answer } from './actions';
import { type ExtensionIds, isAllowed } from './extension-ids';
import { encodeFrame, makeFrameReader } from './frames';

/** Most requests that may wait: the extension asks one after the other. */
const MOST_WAITING = 16;

/**
 * Speaks native messaging until the browser closes the line, one request after the other; what was begun by then is
 * finished. Standard output carries frames and nothing else.
 * @returns the exit code: 1 when the caller was not one of our extensions, or what came was no message
 */
export async function serve(
  input: Readable,
  output: Writable,
  parameters: readonly string[],
  ids: ExtensionIds,
): Promise<number> {
  const send = (reply: Reply): void => {
    output.write(encodeFrame(reply));
  };
  // The browser may have gone while an answer was made.
  output.on('error', () => undefined);
  if (!isAllowed(parameters, ids)) {
    send({ error: 'message-forbidden' });
    return 1;
  }
  let waiting = 0;
  let turn: Promise<void> = Promise.resolve();
  const read = makeFrameReader((message) => {
    if (waiting >= MOST_WAITING) throw new Error('too many requests at once');
    waiting++;
    turn = turn.then(async () => {
      send(await answer(message));
      waiting--;
    });
  });
  let code = 0;
  try {
    for await (const piece of input) read(piece);
  } catch {
    send({ error: 'message-invalid' });
    code = 1;
  }
  await turn;
  return code;
}
