import { fromBase64url, toBase64url } from '../../base64';
import { browser } from '../../browser';
import { AppError } from '../../errors';
import type { ManagerContext, NativePort } from '../../managers/manager';
import type { OpenVault } from '../../vault/vault';

const MEMORY = 'bridge-memory';
/** Most bridges whose memory is looked at at once. */
const MOST_KNOWN = 100;
/** Most characters (JSON) that a bridge may remember. */
const MOST = 4_000;

/**
 * What a bridge may touch, while the vault is open.
 * @throws AppError `bridge-not-paired` while the browser does not let us talk to any program
 */
export function makeManagerContext(bridge: string, open: OpenVault): ManagerContext {
  if (!isReachable()) throw new AppError('bridge-not-paired', 'no native messaging');
  return {
    connect,
    async recall() {
      const stored = (await browser.storage.local.get(MEMORY))[MEMORY] as Record<string, unknown> | undefined;
      const sealed = stored?.[bridge];
      if (typeof sealed !== 'string') return undefined;
      // Of another vault, or damaged: then it has to be made again.
      return open
        .openNote(`bridge ${bridge}`, fromBase64url(sealed) ?? new Uint8Array(0))
        .catch(() => undefined);
    },
    async remember(memory) {
      if (JSON.stringify(memory).length > MOST) throw new AppError('bug', 'a bridge remembers too much');
      const sealed = toBase64url(await open.sealNote(`bridge ${bridge}`, memory));
      const stored = (await browser.storage.local.get(MEMORY))[MEMORY] as object | undefined;
      await browser.storage.local.set({ [MEMORY]: { ...stored, [bridge]: sealed } });
    },
    wait,
    random: (length) => crypto.getRandomValues(new Uint8Array(length)),
  };
}

/** Whether the browser lets us talk to programs: the user allowed it, and the function for it is there. */
export function isReachable(): boolean {
  return typeof browser.runtime.connectNative === 'function';
}

/** What bridges remember, as it was sealed, for a change of the vault's key. */
export async function collectMemory(): Promise<{ name: string; sealed: Uint8Array }[]> {
  const stored = (await browser.storage.local.get(MEMORY))[MEMORY] as Record<string, unknown> | undefined;
  // Others could have written it: no more is tried than there could be.
  return Object.entries(stored ?? {})
    .slice(0, MOST_KNOWN)
    .flatMap(([bridge, text]) => {
      const sealed = typeof text === 'string' ? fromBase64url(text) : undefined;
      return sealed ? [{ name: `bridge ${bridge}`, sealed }] : [];
    });
}

/** Forgets what bridges remember, after the vault was erased. */
export async function forgetMemory(): Promise<void> {
  await browser.storage.local.remove(MEMORY);
}

function connect(host: string): NativePort {
  const messages: ((message: unknown) => void)[] = [];
  const ends: ((reason: string) => void)[] = [];
  let over: string | undefined;
  function end(reason: string): void {
    if (over !== undefined) return;
    over = reason;
    for (const listener of ends) listener(reason);
  }
  const port = browser.runtime.connectNative(host);
  port.onMessage.addListener((message: unknown) => {
    for (const listener of messages) listener(message);
  });
  port.onDisconnect.addListener((ended) => {
    // Chromium says it in `lastError`, Firefox on the port.
    const { error } = ended as { error?: { message?: string } };
    end(browser.runtime.lastError?.message ?? error?.message ?? '');
  });
  return {
    send(message) {
      if (over === undefined) port.postMessage(message as object);
    },
    onMessage: (listener) => void messages.push(listener),
    onEnd(listener) {
      if (over === undefined) ends.push(listener);
      else queueMicrotask(() => listener(over ?? ''));
    },
    end() {
      over ??= '';
      port.disconnect();
    },
  };
}

function wait(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer);
      reject(new AppError('bridge-timeout', 'not waited for any more'));
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', stop);
      resolve();
    }, ms);
    if (signal?.aborted) stop();
    else signal?.addEventListener('abort', stop, { once: true });
  });
}
