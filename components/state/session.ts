import { computed, signal } from '@preact/signals';
import { codeOf, type ErrorCode } from '../../lib/errors';
import type { Name, Request, Response } from '../../lib/messaging/protocol';
import { send } from '../../lib/messaging/send';

/** What the background last said about the vault; `undefined` until it has answered. */
export const vault = signal<Response<'vault.status'>>();
/** The code of what went wrong, until its reader closes it, or does something else after it was shown. */
export const failure = signal<ErrorCode>();
/** Whether a page has shown it, to eyes that were there. */
let isSeen = false;
/** The instant that ages are counted from; moves when a page is looked at again. */
export const now = signal(Date.now());
/** True while the vault is known and open. */
export const unlocked = computed(() => vault.value?.exists === true && !vault.value.locked);

/**
 * Asks the background. When the vault has locked meanwhile, the page shows the unlock form.
 * @throws AppError as `send` does.
 */
export async function ask<N extends Name>(name: N, request: Request<N>): Promise<Response<N>> {
  try {
    return await send(name, request);
  } catch (error) {
    if (codeOf(error) === 'vault-locked' && vault.value) {
      vault.value = { ...vault.value, locked: true };
    }
    throw error;
  }
}

/** Puts on the screen what went wrong. */
export function fail(error: unknown): void {
  const code = codeOf(error);
  // The unlock form already says it.
  if (code === 'vault-locked') return;
  if (failure.peek() !== code) isSeen = false;
  failure.value = code;
}

/** Says that the failure is shown. */
export function markSeen(): void {
  isSeen = failure.peek() !== undefined && document.visibilityState === 'visible';
}

/** Takes the failure off the screen. */
export function closeFailure(): void {
  failure.value = undefined;
  isSeen = false;
}

/** The person goes on to something else: what was shown to them is over, what was not stays. */
export function leaveFailure(): void {
  if (isSeen) closeFailure();
}

/** Loads what a page shows; a failure is put on the screen, and success says nothing of what failed before. */
export async function load<T>(work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work();
  } catch (error) {
    fail(error);
    return undefined;
  }
}

/** Runs what a person asked for; a failure is put on the screen. Resolves with `undefined` then. */
export async function attempt<T>(work: () => Promise<T>): Promise<T | undefined> {
  leaveFailure();
  return load(work);
}

let lockTimer: ReturnType<typeof setTimeout> | undefined;

/** Asks how the vault stands, and again when it is about to lock by itself. */
export async function refreshVault(): Promise<void> {
  now.value = Date.now();
  try {
    vault.value = await send('vault.status', {});
  } catch (error) {
    fail(error);
    return;
  }
  clearTimeout(lockTimer);
  const { locked, locksAt } = vault.value;
  if (!locked && locksAt !== undefined) {
    // Longer waits would overflow the timer's 31 bits and fire at once.
    lockTimer = setTimeout(refreshVault, Math.min(Math.max(locksAt - Date.now(), 0) + 250, 2_000_000_000));
  }
}

/** Asks once now, and whenever the user looks at this page again. */
export function followVault(): void {
  window.addEventListener('focus', refreshVault);
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') void refreshVault();
  });
  void refreshVault();
}

/** Locks the vault. */
export async function lockVault(): Promise<void> {
  await attempt(() => ask('vault.lock', {}));
  await refreshVault();
}
