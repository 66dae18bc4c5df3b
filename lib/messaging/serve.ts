import * as z from 'zod/mini';
import { browser } from '../browser';
import { AppError, codeOf } from '../errors';
import type { Caller } from './message';
import { isMet, type LockState, needs } from './needs';
import { type Name, protocol, type Request, type Response } from './protocol';
import type { Answer } from './send';

/** What the browser says of a sender; only these fields are trusted. */
export interface Sender {
  id?: string | undefined;
  url?: string | undefined;
  origin?: string | undefined;
  frameId?: number | undefined;
  documentLifecycle?: string | undefined;
  tab?: { id?: number | undefined; incognito?: boolean | undefined } | undefined;
}

/** What decides whether a sender is one of ours. */
export interface Gate {
  /** The extension's own id. */
  id: string;
  /** The address of its own pages, with a slash at the end. */
  ownPages: string;
  /** Whether a content script may speak for this page. */
  allows(url: URL, tabId: number): Promise<boolean>;
  /** How the vault stands; asked before what needs it open is answered. */
  lockState(): Promise<LockState>;
  /** Whether a content script on this page may name this provider (by its id): each is bound to its hosts. */
  names(provider: string, url: URL, tabId: number): Promise<boolean>;
}

/** Who is asking, as found by `authorise`. */
export type Context = { caller: 'own-page' } | { caller: 'content-script'; url: URL; tabId: number };

/** Asking page of a message that only content scripts send. */
export type PageContext = Extract<Context, { caller: 'content-script' }>;

/** One handler for every message; a missing one does not compile. */
export type Handlers = { [N in Name]: (request: Request<N>, context: Context) => Promise<Response<N>> };

/**
 * Decides from the browser's own record of the sender who is asking.
 * @throws AppError `message-forbidden` for frames, private windows, documents that are not active,
 *   other extensions, and pages we do not watch.
 */
export async function authorise(sender: Sender, gate: Gate): Promise<Context> {
  if (sender.id !== gate.id || sender.url === undefined) throw forbidden('other sender');
  if (sender.tab?.incognito) throw forbidden('private window');
  if (sender.frameId !== undefined && sender.frameId !== 0) throw forbidden('frame');
  if (sender.documentLifecycle !== undefined && sender.documentLifecycle !== 'active') {
    throw forbidden('document not active');
  }
  const url = parseUrl(sender.url);
  if (sender.url.startsWith(gate.ownPages)) return { caller: 'own-page' };
  const tabId = sender.tab?.id;
  if (tabId === undefined || sender.frameId === undefined) throw forbidden('no tab');
  // A sandboxed document has the address of its page, but an origin of its own.
  if (sender.origin !== undefined && sender.origin !== url.origin) throw forbidden('other origin');
  if (!(await gate.allows(url, tabId))) throw forbidden('page not watched');
  return { caller: 'content-script', url, tabId };
}

function parseUrl(text: string): URL {
  try {
    return new URL(text);
  } catch (cause) {
    throw new AppError('message-forbidden', 'address', { cause });
  }
}

function forbidden(why: string): AppError {
  return new AppError('message-forbidden', why);
}

/**
 * Judges, parses and answers one message. Never rejects: what goes wrong becomes its code.
 * @param handlers one for every message
 */
export async function answer(
  handlers: Handlers,
  message: unknown,
  sender: Sender,
  gate: Gate,
): Promise<Answer<Name>> {
  try {
    const { name, request } = parseMessage(message);
    const context = await authorise(sender, gate);
    const { callers } = protocol[name];
    if (!(callers as readonly Caller[]).includes(context.caller)) throw forbidden(name);
    const need = needs[name];
    if (need !== 'nothing' && !isMet(need, await gate.lockState())) throw new AppError('vault-locked', name);
    if (context.caller === 'content-script') {
      const { provider } = request as { provider?: string };
      const isBound = provider === undefined || (await gate.names(provider, context.url, context.tabId));
      if (!isBound) throw forbidden('provider of another host');
    }
    const handler = handlers[name] as (request: unknown, context: Context) => Promise<Response<Name>>;
    const response = await handler(request, context);
    if (context.caller === 'own-page') return { response };
    // What the schema does not name does not leave for a page, even if a handler adds it.
    return { response: z.parse(protocol[name].response, response) as Response<Name> };
  } catch (error) {
    const code = codeOf(error);
    // A bug is worth a trace, but its message may quote data: the name alone goes to the console.
    if (code === 'bug') console.error('bug', error instanceof Error ? error.name : typeof error);
    return { error: { code } };
  }
}

const Envelope = z.strictObject({ name: z.string(), request: z.unknown() });

function parseMessage(message: unknown): { name: Name; request: unknown } {
  const envelope = Envelope.safeParse(message);
  if (!envelope.success || !Object.hasOwn(protocol, envelope.data.name)) {
    throw new AppError('message-invalid', 'envelope');
  }
  const name = envelope.data.name as Name;
  const request = z.safeParse(protocol[name].request, envelope.data.request);
  if (!request.success) throw new AppError('message-invalid', name);
  return { name, request: request.data };
}

/** True for what `send` makes; anything else on the line is not ours to answer. */
function isOurs(message: unknown): boolean {
  return typeof message === 'object' && message !== null && 'name' in message && 'request' in message;
}

/** Answers messages from now on. Call it synchronously when the background starts. */
export function serve(handlers: Handlers, gate: Gate): void {
  browser.runtime.onMessage.addListener((message: unknown, sender, sendResponse) => {
    if (!isOurs(message)) return undefined;
    answer(handlers, message, sender as Sender, gate).then(sendResponse);
    // A promise as return value would not do: the answer must also reach senders that use callbacks.
    return true;
  });
}
