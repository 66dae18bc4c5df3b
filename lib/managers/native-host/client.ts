import { AppError, codeOf, detailsOf } from '../../errors';
import type { Delivery, Item, LiveBridge, ManagerContext, ManagerStatus, NativePort, Part } from '../manager';
import {
  Capabilities,
  HOST,
  type HostEntry,
  Ping,
  PROTOCOL,
  Reply,
  type Request,
  Stored,
  type StoreId,
  Verified,
} from './protocol';

/**
 * Milliseconds for looking: a busy computer takes seconds to start a manager's program, which is no silence. And for
 * sending, in which a manager may ask its owner something.
 */
const LOOK = 20_000;
const DELIVER = 120_000;
/** Last instant of the year 9999, so that a day has ten characters. */
const LAST = 253_402_300_799_999;

/** A manager that `spare-key-bridge` stores to. @param id also the name of the store there */
export function makeHostBridge(id: StoreId, name: string, carries: readonly Part[]): LiveBridge {
  return {
    id,
    name,
    kind: 'live',
    carries: new Set(carries),
    look: (context) => look(id, context),
    deliver: (item, context) => deliver(id, item, context),
  };
}

async function look(store: StoreId, context: ManagerContext): Promise<ManagerStatus> {
  try {
    return await converse(context, LOOK, async (ask) => {
      const answer = read(Capabilities, await ask({ action: 'capabilities', store }));
      const { state, version, where } = answer;
      return {
        state,
        ...(version === undefined ? {} : { version }),
        ...(where === undefined ? {} : { where }),
      };
    });
  } catch (error) {
    return { state: toStatus(error) };
  }
}

function toStatus(error: unknown): ManagerStatus['state'] {
  const code = codeOf(error);
  if (code === 'bridge-not-installed') return 'absent';
  if (code === 'bridge-timeout') return 'silent';
  // The details say which of the two is older: the user is asked to update that one.
  if (code === 'bridge-too-old') return detailsOf(error).isOurs ? 'too-new' : 'too-old';
  return 'broken';
}

/** Stores, then has it compared with what was sent. The host adds nothing when it has this entry already. */
async function deliver(store: StoreId, item: Item, context: ManagerContext): Promise<Delivery> {
  const entry = makeEntry(item);
  return converse(context, DELIVER, async (ask) => {
    const storing = ask({ action: 'store', store, entry }).then((answer) => read(Stored, answer));
    const { place, pointer, already } = await storing.catch(doubt);
    const { secret } = entry;
    const finding = await ask({ action: 'verify', store, pointer, secret }).then(
      (answer) => read(Verified, answer).finding,
      () => 'unreadable' as const,
    );
    if (finding === 'equal') return { place, pointer, verified: true };
    // It is there, but its owner has to open it first: a key that stayed locked, a question without an answer.
    if (finding === 'unreadable') return { place, pointer, verified: false };
    if (already) throw new AppError('bridge-failed', 'the store has this entry with another secret');
    throw new AppError('bridge-unknown-outcome', 'the store does not show what was sent');
  });
}

/** Of an error while the host stores: without an answer it is unknown whether it did. */
function doubt(error: unknown): never {
  const code = codeOf(error);
  if (detailsOf(error).isUnanswered || code === 'bridge-timeout') {
    throw new AppError('bridge-unknown-outcome', 'no answer to storing', { cause: error });
  }
  throw error;
}

/** No answer came, or none that can be understood. */
function unanswered(message: string, cause?: unknown): AppError {
  return new AppError('bridge-failed', message, { cause, details: { isUnanswered: true } });
}

type WithoutNumber<T> = T extends unknown ? Omit<T, 'number'> : never;
type Ask = (request: WithoutNumber<Request>) => Promise<unknown>;

/**
 * Opens a line, makes sure that both sides speak the same protocol, and ends the line afterwards.
 * @throws AppError `bridge-not-installed`, `bridge-too-old`, `bridge-timeout`, and what the host answers
 */
async function converse<T>(context: ManagerContext, ms: number, act: (ask: Ask) => Promise<T>): Promise<T> {
  const line = context.connect(HOST);
  const stop = new AbortController();
  const late = context.wait(ms, stop.signal).then(() => {
    throw new AppError('bridge-timeout', 'the host took too long');
  });
  // Aborted, or too late for a question that has its answer.
  late.catch(() => undefined);
  const ask = makeAsk(line, late);
  try {
    const { protocol } = read(Ping, await ask({ action: 'ping' }));
    if (protocol > PROTOCOL)
      throw new AppError('bridge-too-old', 'the host is newer than we are', { details: { isOurs: true } });
    if (protocol < PROTOCOL) throw new AppError('bridge-too-old', 'the host is older than we are');
    return await act(ask);
  } finally {
    stop.abort();
    line.end();
  }
}

function makeAsk(line: NativePort, late: Promise<never>): Ask {
  const waiting = new Map<number, (reply: Reply) => void>();
  let number = 0;
  let end: (error: Error) => void = () => undefined;
  const ended = new Promise<never>((_, reject) => {
    end = reject;
  });
  ended.catch(() => undefined);
  line.onEnd((reason) => end(explainEnd(reason)));
  line.onMessage((message) => {
    const reply = Reply.safeParse(message);
    if (!reply.success) return end(unanswered('the host says what we do not understand'));
    // Without a number, it is about the line as a whole.
    if (reply.data.number === undefined) return end(explainError(reply.data));
    waiting.get(reply.data.number)?.(reply.data);
  });
  return async (request) => {
    const mine = ++number;
    const replied = new Promise<Reply>((resolve) => waiting.set(mine, resolve));
    try {
      line.send({ number: mine, ...request });
    } catch (cause) {
      end(unanswered('the line is closed', cause));
    }
    const reply = await Promise.race([replied, ended, late]);
    if ('answer' in reply) return reply.answer;
    throw explainError(reply);
  };
}

function explainError(reply: Reply): AppError {
  const code = 'error' in reply ? reply.error : 'bridge-failed';
  // Installing it again tells it who we are.
  if (code === 'message-forbidden') return new AppError('bridge-not-installed', 'the host does not know us');
  if (code === 'message-invalid') return new AppError('bridge-failed', 'the host refused the request');
  return new AppError(code, 'the host could not do it');
}

/** Tells by the browsers' own words whether there was a host at all; Chromium's first, then Firefox's. */
function explainEnd(reason: string): AppError {
  return /host not found|host is forbidden|no such native application|permission to use native/i.test(reason)
    ? new AppError('bridge-not-installed', 'the browser finds no host')
    : unanswered('the host ended');
}

/** @throws AppError `bridge-failed` when the answer has another shape */
function read<T>(
  shape: { safeParse(value: unknown): { success: true; data: T } | { success: false } },
  answer: unknown,
): T {
  const result = shape.safeParse(answer);
  if (!result.success) throw unanswered('the host answers in another shape');
  return result.data;
}

/** An entry as the host takes it: bounded texts of one line, and an id for this secret of this entry. */
export function makeEntry(item: Item): HostEntry {
  const { id, secret, secretChanged, providerName, protocols, tags, review } = item;
  const provider = clean(providerName, 100) || 'Other';
  return {
    id: `${id}-${secretChanged.toString(36)}`,
    secret,
    label: clean(item.label, 200) || provider,
    account: clean(item.account, 200),
    provider,
    site: clean(item.site, 260),
    url: item.url.length > 2_000 ? '' : clean(item.url, 2_000),
    client: clean(item.client, 200),
    device: clean(item.device, 200),
    protocols: protocols.join(', '),
    notes: item.notes
      .slice(0, 10_000)
      .replaceAll(/\r\n?|\p{Zl}|\p{Zp}/gu, '\n')
      .replaceAll(/(?![\n\t])[\p{Cc}\p{Cs}]/gu, ''),
    tags: tags.slice(0, 50).map((tag) => clean(tag, 200)),
    created: writeDay(item.created),
    ...(review === undefined ? {} : { review: writeDay(review) }),
  };
}

function clean(text: string, most: number): string {
  const line = text.slice(0, most).replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]/gu, ' ');
  return line.replaceAll(/\p{Cs}/gu, '').trim();
}

function writeDay(ms: number): string {
  return new Date(Math.min(ms, LAST)).toISOString().slice(0, 10);
}
