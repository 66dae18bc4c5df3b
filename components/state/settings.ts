import { computed, effect, signal, untracked } from '@preact/signals';
import { i18n } from '#i18n';
import type { Settings } from '../../lib/model';
import { reload } from './entries';
import { ask, attempt, unlocked } from './session';
import { done, sayDone } from './undo';

/** The settings that hold; `undefined` until they are loaded. */
export const settings = signal<Settings>();
/** Whether one key alone may do something; the browser's own shortcuts always may. */
export const singleKeys = computed(() => settings.value?.singleKeys ?? true);

/** Loads the settings; what goes wrong leaves those that were known. */
export async function loadSettings(): Promise<void> {
  settings.value = await ask('settings.get', {}).catch(() => settings.value);
}

/** Loads them now, and again when the vault opens, which proves them, or locks. */
export function followSettings(): void {
  effect(() => {
    unlocked.value;
    void untracked(loadSettings);
  });
}

/** What the user was told of the last change, which settings it was, and how they were before. */
let last: { said: typeof done.value; names: string; before: Settings } | undefined;
let turn: Promise<unknown> = Promise.resolve();

async function write(changes: Partial<Settings>): Promise<Settings | undefined> {
  const before = settings.value;
  if (!before) return undefined;
  // Seen at once; what could not be saved goes back.
  settings.value = { ...before, ...changes };
  const saved = await attempt(() => ask('settings.set', changes));
  settings.value = saved ?? before;
  return saved && before;
}

/** Saves a change at once, says so, and offers to undo it; several steps of the same setting are undone as one. */
export function changeSettings(changes: Partial<Settings>): Promise<void> {
  const next = turn.then(async () => {
    const found = await write(changes);
    if (!found) return;
    // A notice about settings that something else had changed is settled by that.
    await reload();
    const names = Object.keys(changes).join();
    const before = last && last.names === names && last.said === done.value ? last.before : found;
    const said = sayDone(i18n.t('undo.saved'), async () => {
      const kept = Object.keys(changes).map((name) => [name, before[name as keyof Settings]]);
      await write(Object.fromEntries(kept));
    });
    last = { said, names, before };
  });
  turn = next.catch(() => undefined);
  return next;
}

/** Saves a change that follows from something else, without a word. */
export async function changeQuietly(changes: Partial<Settings>): Promise<void> {
  await write(changes);
}
