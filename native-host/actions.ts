/** What the extension may ask for, and nothing else: ping, capabilities, store, verify. */

import { AppError, codeOf } from '../lib/errors';
import { HostError, PROTOCOL, type Reply, Request } from '../lib/managers/native-host/protocol';
import { stores as allStores } from './stores/all';
import { VERSION } from './version';

/**
 * Answers one request. Never throws; the answer names an error by its code alone.
 *
 * `verify` takes the secret once more and answers whether the stored one is the same. The other ways are worse: a
 * hash of it, with or without a nonce that crosses too, could be tried out offline by any program that sees it,
 * and sending the stored secret back would make the host a way to read a password manager. The extension knows the
 * secret anyway, so only what it knows is sent.
 */
export async function answer(message: unknown, stores = allStores): Promise<Reply> {
  const request = Request.safeParse(message);
  if (!request.success) return { ...numberOf(message), error: 'message-invalid' };
  const { number } = request.data;
  try {
    return { number, answer: await act(request.data, stores) };
  } catch (error) {
    const code = HostError.safeParse(codeOf(error));
    return { number, error: code.success ? code.data : 'bridge-failed' };
  }
}

function act(request: Request, stores: typeof allStores): unknown {
  switch (request.action) {
    case 'ping':
      return { version: VERSION, protocol: PROTOCOL };
    case 'capabilities':
      return stores[request.store].look();
    case 'store':
      return stores[request.store].store(request.entry);
    case 'verify':
      return stores[request.store].verify(request.pointer, request.secret);
    default:
      throw new AppError('message-invalid', 'unknown action');
  }
}

/** The number of a request that is wrong otherwise, so that the sender knows which one it was. */
function numberOf(message: unknown): { number?: number } {
  const number: unknown =
    typeof message === 'object' && message !== null && 'number' in message && message.number;
  return typeof number === 'number' && Number.isSafeInteger(number) && number >= 0 ? { number } : {};
}
