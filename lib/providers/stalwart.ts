import type { Pages, Provider, Reader, Reading, Site } from './provider';
import { changed, fold, isHidden } from './reading/dom';
import { readDraft } from './reading/drafting';
import { readWeb, WEB_PAGE, WEB_SECRET } from './reading/stalwart-web';

const OLD_PAGE = /\/account\/app-passwords(\/edit)?\/?$/;
/** It goes back to the list when the server took it, and shows this when not. */
const REFUSED = '[role=alert]';

/** Its buttons submit no form; the last one sends. */
const SEND = 'form button:last-child';

const site: Site = {
  id: 'stalwart',
  matches: [],
  access: 'self-hosted',
  // Every character counts, spaces too; users may type a password of their own instead, which is read just the same.
  shape: { shown: new RegExp(`^[a-z]{5}( [a-z]{4}){3} [a-z]{3}$|${WEB_SECRET.source}`), ignored: '' },
};

function read(url: URL, page: Document): Reading | undefined {
  const web = readWeb(url, page);
  if (web) return web;
  const path = OLD_PAGE.exec(url.pathname);
  // Nothing on this page has an id; its menu leads to a page that no other software has.
  if (!path || !page.querySelector('a[href$="/account/crypto"]')) return undefined;
  if (path[1]) {
    const fields = [...page.querySelectorAll<HTMLInputElement>('form input')];
    const [name, password, other] = fields.filter((field) => !isHidden(field));
    // A form with other fields is judged by what it shows.
    if (!name || other) return undefined;
    if (!password) throw changed(site.id, 'naming');
    const label = fold(name.value);
    const secret = password.value;
    if (!label || !secret) return { kind: 'naming', label };
    // A refusal left from an earlier try says nothing of the next.
    const signs = !page.querySelector(REFUSED) && { refused: REFUSED };
    return { kind: 'drafted', label, secret, send: SEND, ...signs };
  }
  const table = page.querySelector('table');
  const boxes = [...(table?.querySelectorAll('tbody td:first-child input[type=checkbox]') ?? [])];
  if (!table || !boxes.length || isHidden(table)) return undefined;
  const entries = boxes.map((box) => {
    const [, label = '', created] = [...(box.closest('tr')?.cells ?? [])].map((cell) =>
      fold(cell.textContent),
    );
    return { label, ...(created && { created }) };
  });
  // Back and forth below the table.
  const turns = [...(table.nextElementSibling?.querySelectorAll('button') ?? [])];
  const whole = turns.length === 2 && turns.every((button) => button.disabled);
  return { kind: 'list', complete: whole && !url.searchParams.has('filter'), entries };
}

function pages({ pathname }: URL): Pages {
  // Since 0.16 the server makes it.
  const isMade = WEB_PAGE.test(pathname);
  return { rare: true, own: isMade || OLD_PAGE.test(pathname), ...(!isMade && { drafts: readDraft }) };
}

export const reader: Reader = { ...site, pages, read };

/**
 * App passwords of Stalwart, below any path. Before 0.16 its form shows the secret before it is sent and never again;
 * only a hash of it leaves the page. Since then the server makes it and the page shows it once. Neither page says whose
 * account it is.
 *
 * To try it: `/account/app-passwords/edit` of a Stalwart server before 0.16, `/account/Account/x:AppPassword` since.
 * Form, list and result are seen in the source of both web interfaces.
 */
export const provider: Provider = {
  ...site,
  example: 'qkzvh trmw bxnp lgcd jys',
  name: 'Stalwart',
  monogram: 'St',
  links: {
    create: '{origin}/account/Account/x:AppPassword/new',
    revoke: '{origin}/account/Account/x:AppPassword',
    help: 'https://stalw.art/docs/',
  },
  renames: true,
  servers: [
    { protocol: 'imap', host: '{host}', port: 993, security: 'tls', user: 'account' },
    { protocol: 'pop', host: '{host}', port: 995, security: 'tls', user: 'account' },
    { protocol: 'smtp', host: '{host}', port: 465, security: 'tls', user: 'account' },
  ],
  facts: [
    {
      id: 'stalwart_blanks_count',
      date: '2026-11-22',
      source:
        'https://github.com/stalwartlabs/webadmin/blob/969d2edc302190abf2d959e70bd74c497a2f651f/src/pages/account/app_password.rs',
      effect: 'note',
      about: 'using',
    },
    {
      id: 'stalwart_five',
      date: '2026-08-21',
      source: 'https://github.com/stalwartlabs/stalwart/blob/d72608f/crates/common/src/auth/credential.rs',
      effect: 'note',
      about: 'making',
    },
  ],
  labelled: true,
};
