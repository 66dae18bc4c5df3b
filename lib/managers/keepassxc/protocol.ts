/**
 * One conversation in KeePassXC's browser protocol (version 1, described in `keepassxc-protocol.md` of
 * keepassxreboot/keepassxc-browser), one request at a time.
 *
 * Covered: change-public-keys and every encrypted request that has one encrypted answer; the events about locking
 * are skipped. Not covered: generate-password, triggerUnlock, passkeys.
 *
 * The protocol encrypts, but does not prove who answers: any program that owns the user's socket can say that
 * it is KeePassXC. Errors are neither encrypted nor tied to a request, which is why there is never a second request under way.
 */

import * as z from 'zod/mini';
import { fromBase64, toBase64 } from '../../base64';
import { AppError, type ErrorCode } from '../../errors';
import { anyOf } from '../../terms';
import type { ManagerContext, NativePort } from '../manager';
import { KEEPASSXC_HOST } from '../native-host/protocol';
import { BOX_KEY_SIZE, BOX_NONCE_SIZE, type Box, makeBox, makeKeyPair } from './nacl-box';

/** A proxy that found no KeePassXC stays silent for ever, so this limit (ms) is the only sign; try on a new line. */
const GREETING_MS = 3_000;
/** Most ms for an answer that needs no user; a save with an expensive key derivation may stand before it. */
const ANSWER_MS = 10_000;
/** How often (ms) another line tries whether KeePassXC still runs, while a person is waited for. */
const PULSE_MS = 5_000;

/** What Chromium and Firefox say when there is no host of this name, it may not be used, or its program is missing. */
const ABSENT = anyOf({
  chromium: ['host not found', 'is forbidden', 'failed to start'],
  firefox: ['no such native application', 'does not exist', 'not executable'],
});

/** What the numbers of KeePassXC's errors mean to us; all others are failures. */
const codes: Readonly<Record<string, ErrorCode>> = {
  1: 'bridge-locked',
  6: 'bridge-refused',
  8: 'bridge-not-paired',
  10: 'bridge-not-paired',
  12: 'bridge-too-old',
  15: 'bridge-gone',
  17: 'bridge-refused',
};

const Frame = z.object({
  action: z.optional(z.string()),
  message: z.optional(z.string()),
  nonce: z.optional(z.string()),
  publicKey: z.optional(z.string()),
  version: z.optional(z.string().check(z.regex(/^\d{1,4}\.\d{1,4}[\w.+-]{0,40}$/))),
  error: z.optional(z.string()),
  errorCode: z.optional(z.union([z.string(), z.number()])),
});
type Frame = z.infer<typeof Frame>;

export interface Session {
  /** Our session key, in base64, as `associate` wants it. */
  readonly publicKey: string;
  /**
   * Exchanges keys; comes before everything else, and works with a locked database, too.
   * @returns KeePassXC's version. @throws AppError `bridge-not-installed`, `bridge-silent` after 3 s, `bridge-failed`
   */
  greet(): Promise<string>;
  /**
   * Asks for one thing and waits for the answer, `limit` ms at most: 10 s, or as long as a person may take. A limit
   * that passes ends the session, so that a late answer is never taken for that of the next request.
   * @throws AppError `bridge-timeout`; `bridge-silent` when KeePassXC has ended; `bridge-gone` for "no logins found"; other `bridge-*`
   */
  ask<T>(
    action: string,
    fields: Record<string, unknown>,
    answer: z.ZodMiniType<T>,
    limit?: number,
  ): Promise<T>;
  /** Ends the session unless the work is done within `ms`. */
  within<T>(ms: number, late: () => AppError, work: () => Promise<T>): Promise<T>;
  /** Ends the connection; callers that still wait get the error. May be called twice. */
  end(error?: AppError): void;
}

interface Waiting {
  action: string;
  resolve: (frame: Frame) => void;
  reject: (error: AppError) => void;
}

/** Opens a connection and talks over it; a session that failed is of no further use. */
export async function openSession(context: ManagerContext): Promise<Session> {
  const pair = await makeKeyPair(context.random(BOX_KEY_SIZE));
  const publicKey = toBase64(pair.publicKey);
  const clientID = toBase64(context.random(BOX_NONCE_SIZE));
  const line: NativePort = context.connect(KEEPASSXC_HOST);
  let box: Box | undefined;
  let waiting: Waiting | undefined;
  let ended: AppError | undefined;

  function fail(error: AppError): void {
    ended ??= error;
    waiting?.reject(ended);
    waiting = undefined;
  }

  function end(error = new AppError('bridge-failed', 'the session is over')): void {
    if (ended === undefined) line.end();
    fail(error);
  }

  line.onEnd((reason) =>
    fail(
      ABSENT.test(reason)
        ? new AppError('bridge-not-installed', 'the browser finds no native messaging host')
        : new AppError('bridge-silent', 'the line has ended'),
    ),
  );

  line.onMessage((message) => {
    if (waiting === undefined) return;
    const { success, data: frame } = Frame.safeParse(message);
    if (!success) return end(new AppError('bridge-failed', 'a message of another form'));
    const isError = frame.errorCode !== undefined || frame.error !== undefined;
    // Events, which come at any moment, and the empty message that announces a dialog.
    if (!isError && frame.action !== waiting.action) return;
    const { resolve, reject } = waiting;
    waiting = undefined;
    if (isError) reject(readError(frame));
    else resolve(frame);
  });

  function exchange(frame: Frame & Record<string, unknown> & { action: string }): Promise<Frame> {
    if (ended !== undefined) return Promise.reject(ended);
    if (waiting !== undefined) return Promise.reject(new AppError('bug', 'a second request under way'));
    return new Promise((resolve, reject) => {
      waiting = { action: frame.action, resolve, reject };
      line.send(frame);
    });
  }

  async function within<T>(ms: number, late: () => AppError, work: () => Promise<T>): Promise<T> {
    const done = new AbortController();
    context.wait(ms, done.signal).then(
      () => end(late()),
      () => undefined,
    );
    try {
      return await work();
    } finally {
      done.abort();
    }
  }

  // The proxy of 2.7.4 notices that KeePassXC has ended, but hangs until our side of the line is closed.
  async function feelPulse(signal: AbortSignal): Promise<void> {
    for (;;) {
      await context.wait(PULSE_MS, signal);
      const other = await openSession(context);
      try {
        await other.greet();
      } catch {
        if (!signal.aborted) end(new AppError('bridge-silent', 'KeePassXC has ended'));
        return;
      } finally {
        other.end();
      }
    }
  }

  /** Does what waits for a person, as long as KeePassXC runs. */
  async function whileAlive<T>(work: () => Promise<T>): Promise<T> {
    const done = new AbortController();
    feelPulse(done.signal).catch(() => undefined);
    try {
      return await work();
    } finally {
      done.abort();
    }
  }

  async function greet(): Promise<string> {
    const action = 'change-public-keys';
    const nonce = context.random(BOX_NONCE_SIZE);
    const greeting = { action, publicKey, nonce: toBase64(nonce), clientID };
    const late = () => new AppError('bridge-silent', 'no answer to the greeting');
    const reply = await within(GREETING_MS, late, () => exchange(greeting));
    if (reply.nonce !== toBase64(increment(nonce))) throw new AppError('bridge-failed', 'wrong nonce');
    box = await makeBox(pair.privateKey, readBase64(reply.publicKey ?? ''));
    if (reply.version === undefined) throw new AppError('bridge-failed', 'no version');
    return reply.version;
  }

  async function ask<T>(
    action: string,
    fields: Record<string, unknown>,
    answer: z.ZodMiniType<T>,
    limit = ANSWER_MS,
  ): Promise<T> {
    if (box === undefined) throw new AppError('bug', 'asked before the greeting');
    const nonce = context.random(BOX_NONCE_SIZE);
    const expected = increment(nonce);
    const plain = new TextEncoder().encode(JSON.stringify({ action, ...fields }));
    const request = { action, message: toBase64(box.seal(plain, nonce)), nonce: toBase64(nonce), clientID };
    const late = () => new AppError('bridge-timeout', `no answer to ${action}`);
    const send = () => exchange(request);
    const reply = await within(limit, late, limit > ANSWER_MS ? () => whileAlive(send) : send);
    if (reply.nonce !== toBase64(expected)) throw new AppError('bridge-failed', 'wrong nonce');
    const opened = parseJson(box.open(readBase64(reply.message ?? ''), expected));
    // The nonce outside is not authenticated by itself; the one inside is.
    const inner = z.looseObject({ nonce: z.literal(toBase64(expected)) }).safeParse(opened);
    if (!inner.success) throw new AppError('bridge-failed', 'wrong nonce inside');
    const parsed = answer.safeParse(inner.data);
    if (!parsed.success) throw new AppError('bridge-failed', `an answer to ${action} of another form`);
    return parsed.data;
  }

  return { publicKey, greet, ask, within, end };
}

function readError({ errorCode }: Frame): AppError {
  const number = Number(errorCode);
  return new AppError(codes[number] ?? 'bridge-failed', `error ${number}`);
}

/** The nonce of the answer: plus one, counted as libsodium does, least significant byte first. */
export function increment(nonce: Uint8Array): Uint8Array<ArrayBuffer> {
  const next = new Uint8Array(nonce);
  for (let i = 0; i < next.length; i++) {
    next[i] = ((next[i] ?? 0) + 1) & 0xff;
    if (next[i] !== 0) break;
  }
  return next;
}

/** @throws AppError `bridge-failed` for anything else than base64. */
function readBase64(text: string): Uint8Array<ArrayBuffer> {
  try {
    return fromBase64(text);
  } catch (cause) {
    throw new AppError('bridge-failed', 'not base64', { cause });
  }
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    // Without a cause, because the parser's message quotes what it read.
    throw new AppError('bridge-failed', 'not JSON');
  }
}
