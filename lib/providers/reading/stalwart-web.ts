import type { Reading } from '../provider';
import { changed, fold, isHidden } from './dom';

/**
 * The web interface of Stalwart 0.16 and later. It builds its pages from a description that the server sends, so
 * nothing has an id or a class of its own; the address says what a form or a list is about.
 */

/** A mark, then 22 bytes in an alphabet of Stalwart's own; the first four are the number of the credential. */
export const WEB_SECRET = /^app_[a-z792013]{36}$/;
export const WEB_PAGE = /\/x(?::|%3A)AppPassword(\/new)?\/?$/i;

/** The first field to write in is the description. */
const NAME = 'main input:not(:disabled,[readonly])';

/** True when the sentence below the table counts all of its rows: "Showing 1-3 of 3", in any language. */
function isWhole(table: Element, rows: number): boolean {
  const below = table.parentElement?.parentElement?.nextElementSibling;
  const numbers = fold(below?.firstElementChild?.textContent).match(/\d+/g) ?? [];
  return numbers.length === 3 && numbers.every((text, at) => Number(text) === (at ? rows : 1));
}

/** Reads the result anywhere, form and list at their addresses. */
export function readWeb(url: URL, page: Document): Reading | undefined {
  const [, isForm] = WEB_PAGE.exec(url.pathname) ?? [];
  const here = WEB_PAGE.test(url.pathname);
  for (const code of page.querySelectorAll('[role=dialog] code.select-all')) {
    const secret = fold(code.textContent);
    // Its API keys and all else that it makes are shown the same way.
    const isSecret = WEB_SECRET.test(secret);
    if (isHidden(code) || !(here || isSecret)) continue;
    if (!isSecret) throw changed('stalwart');
    // The form stays behind the dialog.
    const label = isForm ? fold(page.querySelector<HTMLInputElement>(NAME)?.value) : '';
    return { kind: 'created', ...(label && { label }), secret };
  }
  if (!here) return undefined;
  // A form is judged by what it shows.
  if (isForm) return undefined;
  const table = page.querySelector('table');
  if (!table || isHidden(table)) return undefined;
  const rows = [...(table.tBodies[0]?.rows ?? [])].filter((row) => row.cells.length > 1);
  const entries = rows.flatMap((row) => {
    const [label = '', expires = ''] = [...row.cells]
      .filter((cell) => !cell.querySelector('[role=checkbox]'))
      .map((cell) => fold(cell.textContent));
    return label ? { label, ...(/\d/.test(expires) && { expires }) } : [];
  });
  // Without a row it looks the same before it has asked the server.
  return entries.length ? { kind: 'list', complete: isWhole(table, rows.length), entries } : undefined;
}
