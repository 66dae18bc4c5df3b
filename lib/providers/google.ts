import { changed, findMain, fold, isHidden } from './dom';
import type { Listed, Provider, Reader, Reading, Site } from './provider';

const ROWS = 'li,tr,[role=listitem],[role=row]';
const BUTTONS = 'button,[role=button]';
/** Parts of the page around its content. */
const FRAME = 'header,[role=banner],nav,[role=search],footer';

/** The secret, where the element shows it: one element per character, or in the step's bold line. */
function findSecret(shown: Element): string | undefined {
  const apart =
    shown.childElementCount > 11 &&
    [...shown.children].every(({ textContent }) => fold(textContent).length < 2);
  // Only elements of one character each may have blanks anywhere between them; words may not.
  if (apart) return (shown.textContent ?? '').replace(/\s/g, '').replace(/.{4}(?!$)/g, '$& ');
  const text = fold(shown.textContent);
  return shown.closest('strong') && reader.shape.shown.test(text) ? text : undefined;
}

/** Rows with a name and one button, the one that revokes it; every date has a number in it. */
function list(root: Element): Listed[] {
  return [...root.querySelectorAll(ROWS)].flatMap((row) => {
    if (
      row.querySelectorAll(BUTTONS).length !== 1 ||
      row.querySelector('a,input') ||
      row.closest(FRAME) ||
      isHidden(row)
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

const site: Site = {
  id: 'google',
  matches: ['', 'u/0/', 'u/1/', 'u/2/', 'u/3/'].map(
    (part) => `https://myaccount.google.com/${part}apppasswords*`,
  ),
  access: 'optional',
  shape: { shown: /^[a-z]{4}( [a-z]{4}){3}$/, ignored: ' ' },
};

function read(url: URL, page: Document): Reading | undefined {
  const { hostname, pathname } = url;
  if (hostname !== 'myaccount.google.com' || !/^\/(u\/\d+\/)?apppasswords\/?$/.test(pathname))
    return undefined;
  const person = page.querySelector('a[href*="/SignOutOptions"]')?.getAttribute('aria-label') ?? '';
  const account = /[^\s@(]+@[^\s@)]+/.exec(person)?.[0];
  const known = account ? { account } : {};
  for (const shown of page.querySelectorAll('[aria-modal=true] [dir=ltr],[role=dialog] [dir=ltr]')) {
    const secret = isHidden(shown) ? undefined : findSecret(shown);
    // Empty places and dots are there while it loads.
    if (!secret || !/\w/.test(secret)) continue;
    if (!site.shape.shown.test(secret)) throw changed(site.id, 'result', 'secret');
    return { kind: 'created', ...known, secret };
  }
  const main = findMain(page);
  const [field, other] = [...main.querySelectorAll<HTMLInputElement>('input[type=text]')].filter(
    (input) => !input.closest(FRAME) && !isHidden(input),
  );
  const label = other ? undefined : field?.value;
  const entries = label ? [] : list(main).filter(({ created }) => created);
  if (entries.length) return { kind: 'list', ...known, complete: false, entries };
  return label === undefined ? undefined : { kind: 'naming', ...known, label: fold(label) };
}

export const reader: Reader = { ...site, read };

/**
 * App passwords of Google accounts. The account is the one named beside the picture in the page's corner.
 *
 * To try by hand: https://myaccount.google.com/apppasswords
 * How the step shows the secret is seen in several scripts that drive the page, the newest of 2025, and so is the
 * name's field; the list is described by third parties and its markup is inferred, so it is never called complete.
 */
export const provider: Provider = {
  ...site,
  example: 'kqvzhwmtrbxnpgdl',
  name: 'Google',
  links: {
    create: 'https://myaccount.google.com/apppasswords',
    revoke: 'https://myaccount.google.com/apppasswords',
    signIns: 'https://myaccount.google.com/device-activity',
    help: 'https://support.google.com/accounts/answer/185833',
  },
  servers: [
    { protocol: 'imap', host: 'imap.gmail.com', port: 993, security: 'tls', user: 'address' },
    { protocol: 'pop', host: 'pop.gmail.com', port: 995, security: 'tls', user: 'address' },
    { protocol: 'smtp', host: 'smtp.gmail.com', port: 465, security: 'tls', user: 'address' },
  ],
  facts: [
    {
      id: 'google_end_with_password',
      date: '2026-11-22',
      source: 'https://support.google.com/accounts/answer/185833',
      effect: 'note',
      about: 'password',
      todo: true,
      ends: 'with-password',
    },
    {
      id: 'google_not_offered_to_all',
      date: '2026-11-22',
      source: 'https://support.google.com/accounts/answer/185833',
      effect: 'note',
      about: 'making',
    },
    {
      id: 'google_mostly_unnecessary',
      date: '2026-11-22',
      source: 'https://support.google.com/accounts/answer/185833',
      effect: 'note',
      about: 'making',
      todo: true,
    },
    {
      id: 'google_workspace_exception',
      date: '2025-05-01',
      checked: '2026-11-26',
      source: 'https://support.google.com/a/answer/176600',
      effect: 'note',
      about: 'using',
      protocols: ['imap', 'pop', 'smtp', 'caldav', 'carddav'],
    },
  ],
  labelled: true,
};
