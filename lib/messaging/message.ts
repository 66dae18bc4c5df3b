import * as z from 'zod/mini';
import { SECRET } from '../bounds';

/** Who may send a message, decided from the browser's own `sender`, never from the message. */
export type Caller = 'content-script' | 'own-page';

/** A message: who may send it, what it carries, what it answers. */
export function message<Request extends z.core.$ZodType, Response extends z.core.$ZodType>(
  callers: readonly Caller[],
  request: Request,
  response: Response,
) {
  return { callers, request, response };
}

/** A request that carries nothing. */
export const nothing = z.strictObject({});
/** An answer that says only that it was done. */
export const done = z.object({});
export const secret = z.string().check(z.minLength(1), z.maxLength(SECRET));
/** A passphrase as typed; the longest is far above what people type and keeps key derivation bounded. */
export const passphrase = z.string().check(z.maxLength(1024));
