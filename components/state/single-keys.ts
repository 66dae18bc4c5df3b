import { singleKeys } from './settings';

/** What takes letters itself; a box to tick takes none. */
const FIELDS = 'input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]';

/**
 * Whether an event is one key alone that may do something: no field has the focus, nothing is held beside it, and the
 * settings allow it.
 */
export function isSingleKey(event: KeyboardEvent): boolean {
  const { ctrlKey, altKey, metaKey, isComposing } = event;
  if (ctrlKey || altKey || metaKey || isComposing || !singleKeys.value) return false;
  return !(event.target as Partial<Element> | null)?.closest?.(FIELDS);
}
