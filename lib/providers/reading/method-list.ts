import type { InventoryItem, Reading } from '../provider';
import { BUTTONS, fold, isHidden } from './dom';
import { findAddress, findMain } from './frame';
import { spell } from './text';
import { marks, says, without } from './vocabulary';

/**
 * Reading of pages that list an account's sign-in methods, app passwords among others: rows in which one place says
 * what it is, the next how it is called, and a button changes or deletes it.
 */

/** Most rows, and places in a row, that are looked at. */
const MOST = 300;
const PLACES = 30;

/** True for a text that says nothing but app password. */
function isKind(text: string): boolean {
  const spelled = spell(text);
  return says('app', spelled) && /^\p{L}*$/u.test(without('app', spelled).trim());
}

/** Texts of the innermost places of a row that are not its controls, in order. */
function listTexts(row: Element): string[] {
  return [...row.querySelectorAll('*')]
    .slice(0, PLACES)
    .filter((place) => !place.childElementCount && !place.closest(`${BUTTONS},a`))
    .map((place) => fold(place.textContent))
    .filter(Boolean);
}

/**
 * Reads the list; nothing while a step is open over it, or while no row has come.
 * @param mixed there are other methods, too; else all rows are app passwords.
 */
export function readMethods(page: Document, limit: number, mixed: boolean): Reading | undefined {
  const main = findMain(page);
  const isBusy = page.querySelector('[aria-busy=true],[role=progressbar]');
  if (isBusy || isHidden(main) || [...page.querySelectorAll(marks.dialog)].some((one) => !isHidden(one)))
    return undefined;
  const rows = [...main.querySelectorAll('li,tbody tr,[role=row],[role=listitem]')]
    .slice(0, MOST)
    .filter((row) => row.querySelector(`${BUTTONS},td a`));
  let complete = rows.length < MOST && rows.some((row) => !isHidden(row));
  const entries = rows.flatMap((row): InventoryItem[] => {
    const texts = listTexts(row);
    const place = mixed ? texts.findIndex(isKind) : -1;
    if ((mixed && place < 0) || isHidden(row)) return [];
    const [label, ...more] = texts.filter((_, at) => at !== place);
    // A row without a name counts, but cannot be told from others.
    if (!label) complete = false;
    const created = more.find((text) => /\d{4}/.test(text));
    return label ? [{ label, ...(created && { created }) }] : [];
  });
  const account = findAddress(page);
  if (!entries.length && !complete) return undefined;
  return { kind: 'list', ...(account && { account }), limit, complete, entries };
}
