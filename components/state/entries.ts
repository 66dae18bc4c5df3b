import { batch, computed, effect, signal, untracked } from '@preact/signals';
import { i18n } from '#i18n';
import type { Response } from '../../lib/messaging/protocol';
import { chooseMonogram, type MonogramLook } from '../text/monogram';
import { indexRows, prepareSearch } from './search-index';
import { ask, attempt, load, refreshVault, unlocked } from './session';

/** All that the list needs; `undefined` while locked or not yet loaded. */
export const entries = signal<Response<'entry.list'>>();
/** Counts how often the list was loaded again because something may have changed. */
export const reloads = signal(0);
export const providers = signal<Response<'provider.list'>['providers']>([]);

const cards = computed(() => new Map(providers.value.map((card) => [card.id, card])));

/** A provider's name; "Other" where it is not known. */
export function nameProvider(id: string): string {
  return cards.value.get(id)?.name ?? i18n.t('provider.other');
}

/** What the tile of an entry shows. */
export function monogramOf({ provider, site }: { provider: string; site: string }): MonogramLook {
  return chooseMonogram(cards.value.get(provider), site);
}

/** Folded and sorted rows, made once for each load and not for each keystroke. */
export const index = computed(() => indexRows(entries.value?.rows ?? [], nameProvider));

/** Loads the providers, once. */
export async function loadProviders(): Promise<void> {
  if (providers.value.length > 0) return;
  providers.value = (await ask('provider.list', {})).providers;
}

/** Loads list and providers; a locked vault leaves nothing behind. @returns whether it could be loaded */
export async function loadEntries(): Promise<boolean> {
  const loaded = await load(() => Promise.all([ask('entry.list', {}), loadProviders()]));
  if (!loaded) return false;
  const isAgain = entries.peek() !== undefined;
  batch(() => {
    entries.value = loaded[0];
    if (isAgain) reloads.value++;
  });
  return true;
}

/** Puts rows in the place of those that they are newer than, where the list is loaded. */
export function patchRows(changed: readonly Response<'entry.list'>['rows'][number][]): void {
  const list = entries.peek();
  if (!list) return;
  const byId = new Map(changed.map((row) => [row.id, row]));
  entries.value = { ...list, rows: list.rows.map((row) => byId.get(row.id) ?? row) };
}

/** False while a page shows something else first that thousands of entries would keep waiting. */
export const listWanted = signal(true);

/** Loads when the vault opens and when the user comes back to the page; forgets when it locks. */
export function followEntries(): void {
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible' && entries.value) void loadEntries();
  });
  effect(() => {
    const prepared = index.value;
    requestIdleCallback(() => prepareSearch(prepared), { timeout: 500 });
  });
  // Asked for beside the state of the vault, not after it: a locked one answers with nothing.
  const first = listWanted.peek() ? loadEntries() : Promise.resolve(false);
  effect(() => {
    // Untracked: what loading reads must not start it again.
    if (unlocked.value && listWanted.value)
      void untracked(() => first.then(() => (entries.value ? undefined : loadEntries())));
    else if (!unlocked.value) entries.value = undefined;
  });
}

/** Loads list and counts again after something changed. @returns whether the list could be loaded */
export async function reload(): Promise<boolean> {
  const [isLoaded] = await Promise.all([loadEntries(), refreshVault()]);
  return isLoaded;
}

/** Keeps a waiting capture under the given words. */
export async function keepCapture(captureId: string, label: string, account: string): Promise<void> {
  await attempt(() => ask('capture.keep', { captureId, label, account }));
  await reload();
}

/** The save that the user undid last, while this page is open. */
export const takenBack = signal<{ entryId: string; label: string }>();

/** Undoes what was saved in a page a moment ago. */
export async function takeBack({ entryId, label }: { entryId: string; label: string }): Promise<void> {
  await attempt(async () => {
    await ask('capture.take-back', { entryId });
    takenBack.value = { entryId, label };
  });
  await reload();
}

/** Restores an entry whose save the user undid. */
export async function restoreTaken(id: string): Promise<void> {
  takenBack.value = undefined;
  await restoreEntry(id);
}

/** Restores an entry that was removed a moment ago. */
export async function restoreEntry(id: string): Promise<void> {
  await attempt(() => ask('entry.restore', { id }));
  await reload();
}

/** Agrees to what was saved in a page: nothing waits any more. */
export async function agree({ entryId }: { entryId: string }): Promise<void> {
  await attempt(() => ask('capture.confirm', { entryId }));
  await reload();
}

/** Deletes a waiting capture. */
export async function discardCapture(captureId: string): Promise<void> {
  await attempt(() => ask('capture.discard', { captureId }));
  await reload();
}

/** The recovery code that was shown is put away. */
export async function confirmCode(): Promise<void> {
  await attempt(() => ask('vault.confirm-warnings', { seen: [{ kind: 'recovery-code-unseen' }] }));
  await reload();
}
