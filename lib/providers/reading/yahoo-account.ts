import type { Pages, Reading } from '../provider';
import { isHidden } from './dom';
import { findMain } from './frame';
import { readRows } from './rows';
import { accountOf } from './steps';
import { marks } from './vocabulary';

/** Reading of the account pages that Yahoo and AOL have in common. */

const OWN = /^\/(?:my)?account\/security\/app-password/i;

/** The page of app passwords, and the security page, whose dialogs may be about them. */
export const here = ({ pathname }: URL): boolean => /^\/(?:my)?account\/security(?:\/|$)/i.test(pathname);

export const pages = ({ pathname }: URL): Pages => ({ own: OWN.test(pathname) });

export function list(url: URL, page: Document): Reading | undefined {
  const dialog = [...page.querySelectorAll(marks.dialog)].reverse().find((one) => !isHidden(one));
  const root = dialog ?? (pages(url).own ? findMain(page) : undefined);
  const entries = root ? readRows(root, isHidden) : [];
  if (!entries.length) return undefined;
  const account = accountOf(page, url);
  return { kind: 'list', ...(account && { account }), complete: false, entries };
}
