/**
 * What the extension and `spare-key-bridge` say to each other over native messaging, declared once for both.
 * Requests are numbered; each is answered once, under its number. No answer ever holds a secret.
 */
import * as z from 'zod/mini';

/** Name of the native messaging host. */
export const HOST = 'app.sparekey.bridge';
/**
 * Name of our own manifest that points at `keepassxc-proxy`, so that KeePassXC can be reached without a program of ours;
 * it rewrites only its own.
 */
export const KEEPASSXC_HOST = 'app.sparekey.keepassxc';

/** Counts up when an older host could misunderstand us; `ping` and its answer stay as they are for ever. */
export const PROTOCOL = 1;

export const StoreId = z.enum(['secret-service', 'pass', 'bitwarden', 'one-password']);
export type StoreId = z.infer<typeof StoreId>;

/** Text of one line: no control characters, line separators or broken surrogates. */
function line(most: number, least = 0) {
  return z.string().check(z.minLength(least), z.maxLength(most), z.regex(/^[^\p{Cc}\p{Zl}\p{Zp}\p{Cs}]*$/u));
}

const day = z.string().check(z.regex(/^\d{4}-\d\d-\d\d$/));
const secret = line(200, 1);

/** An entry as it crosses to the host. Every text is within what a program argument can hold. */
export const HostEntry = z.strictObject({
  /** Names the entry and this secret of it: another secret of the same entry has another id. */
  id: z.string().check(z.regex(/^[\w-]{8,80}$/)),
  secret,
  label: line(200, 1),
  account: line(200),
  provider: line(100, 1),
  site: line(260),
  url: line(2_000),
  client: line(200),
  device: line(200),
  protocols: line(200),
  /** Lines, with line feeds between them. */
  notes: z.string().check(z.maxLength(10_000), z.regex(/^(?:\n|\t|[^\p{Cc}\p{Zl}\p{Zp}\p{Cs}])*$/u)),
  tags: z.array(line(200)).check(z.maxLength(50)),
  /** UTC days, `YYYY-MM-DD`. */
  created: day,
  review: z.optional(day),
});
export type HostEntry = z.infer<typeof HostEntry>;

const number = z.number().check(z.int(), z.minimum(0));
const pointer = line(200, 1);

export const Request = z.discriminatedUnion('action', [
  z.strictObject({ number, action: z.literal('ping') }),
  z.strictObject({ number, action: z.literal('capabilities'), store: StoreId }),
  z.strictObject({ number, action: z.literal('store'), store: StoreId, entry: HostEntry }),
  z.strictObject({ number, action: z.literal('verify'), store: StoreId, pointer, secret }),
]);
export type Request = z.infer<typeof Request>;

export const Ping = z.object({ version: z.string().check(z.maxLength(40)), protocol: number });

export const Capabilities = z.object({
  state: z.enum(['ready', 'absent', 'silent', 'locked', 'unchecked', 'broken']),
  version: z.optional(z.string().check(z.maxLength(100))),
  where: z.optional(z.string().check(z.maxLength(200))),
});
export type Capabilities = z.infer<typeof Capabilities>;

export const Stored = z.object({
  place: z.string().check(z.maxLength(400)),
  pointer,
  /** True when it was there already, and nothing was written. */
  already: z.boolean(),
});
export type Stored = z.infer<typeof Stored>;

/**
 * Whether a store holds this secret. `unreadable`: there is an entry, but it could not be opened (a key that stayed
 * locked, a question that the user did not answer).
 */
export const Verified = z.object({ finding: z.enum(['equal', 'different', 'gone', 'unreadable']) });
export type Verified = z.infer<typeof Verified>;

/** Codes of `AppError` that the host answers with. */
export const HostError = z.enum([
  'bridge-not-installed',
  'bridge-silent',
  'bridge-locked',
  'bridge-refused',
  'bridge-timeout',
  'bridge-unknown-outcome',
  'bridge-gone',
  'bridge-too-old',
  'bridge-failed',
  'bridge-unchecked',
  'message-forbidden',
  'message-invalid',
]);
export type HostError = z.infer<typeof HostError>;

/** `number` is absent when what came could not be read at all. */
export const Reply = z.union([
  z.object({ number, answer: z.unknown() }),
  z.object({ number: z.optional(number), error: HostError }),
]);
export type Reply = z.infer<typeof Reply>;
