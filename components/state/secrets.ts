import { effect, signal } from '@preact/signals';
import { browser } from '../../lib/browser';
import { ask, attempt, unlocked } from './session';

const SHOWN_FOR = 30_000;

/** The secret on the screen, if any. */
export const shown = signal<{ id: string; secret: string }>();
/** The entry whose secret was copied last, while there is something to say about it. */
export const copied = signal<{ id: string; clearsItself: boolean; cleared: boolean }>();

let hideTimer: ReturnType<typeof setTimeout> | undefined;
let copiedTimer: ReturnType<typeof setTimeout> | undefined;

/** Takes the secret off the screen. */
export function hideSecret(): void {
  clearTimeout(hideTimer);
  shown.value = undefined;
}

/** Shows a secret for 30 seconds at most. */
export async function showSecret(id: string): Promise<void> {
  await attempt(async () => {
    const { canonical } = await ask('entry.secret', { id, purpose: 'show' });
    clearTimeout(hideTimer);
    shown.value = { id, secret: canonical };
    hideTimer = setTimeout(hideSecret, SHOWN_FOR);
  });
}

/** Copies a secret as clients need it, and has the clipboard cleared. */
export async function copySecret(id: string): Promise<void> {
  await attempt(async () => {
    const { canonical, clearsItself = false } = await ask('entry.secret', { id, purpose: 'copy' });
    await navigator.clipboard.writeText(canonical);
    tellCopied(id, clearsItself);
  });
}

function tellCopied(id: string, clearsItself: boolean): void {
  copied.value = { id, clearsItself, cleared: false };
  clearTimeout(copiedTimer);
  // Without the permission the secret stays in the clipboard, so the offer to clear it stays as well.
  if (clearsItself) copiedTimer = setTimeout(() => (copied.value = undefined), SHOWN_FOR);
}

/** Asks for the clipboard permissions; must be called directly in a click. */
export async function allowClearing(): Promise<void> {
  const id = copied.value?.id;
  await attempt(async () => {
    const granted = await browser.permissions.request({ permissions: ['clipboardRead', 'clipboardWrite'] });
    // The background hears of it as well, and begins to count.
    if (granted && id !== undefined) tellCopied(id, true);
  });
}

/** Empties the clipboard now. */
export async function clearClipboard(): Promise<void> {
  await attempt(async () => {
    await navigator.clipboard.writeText('');
    if (copied.value) copied.value = { ...copied.value, cleared: true };
  });
}

/** Takes secrets off the screen when the vault locks or the page is out of sight. */
export function followSecrets(): void {
  effect(() => {
    if (unlocked.value) return;
    hideSecret();
    copied.value = undefined;
  });
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') hideSecret();
  });
}
