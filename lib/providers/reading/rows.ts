import type { InventoryItem } from '../provider';
import { BUTTONS } from './dom';
import { isDrawn } from './eye';
import { fold } from './text';
import { marks } from './vocabulary';

/** Reads lists of app passwords whose markup is not known: rows with a name and one button, the one that revokes it. */

/** Parts of the page around its content. */
const FRAME = 'header,[role=banner],nav,[role=search],footer';
/** Most rows that are looked at. */
const MOST = 333;

/**
 * @param isHidden says what is out of sight
 * @returns the rows, with dates as the page shows them; every date has a number in it.
 */
export function readRows(root: Element, isHidden: (element: Element) => boolean): InventoryItem[] {
  return [...root.querySelectorAll(marks.row)].slice(0, MOST).flatMap((row) => {
    if (
      row.querySelectorAll(BUTTONS).length !== 1 ||
      row.querySelector('a,input') ||
      row.closest(FRAME) ||
      isHidden(row) ||
      !isDrawn(row)
    )
      return [];
    const parts = [...row.querySelectorAll('*')].filter(
      (part) => !part.childElementCount && !part.closest(BUTTONS) && !isHidden(part),
    );
    const [label, created = '', lastUsed] = parts
      .map((part) => fold(part.textContent))
      .filter((text) => text);
    const dates = /\p{N}/u.test(created) ? { created, ...(lastUsed && { lastUsed }) } : {};
    return label ? [{ label, ...dates }] : [];
  });
}
