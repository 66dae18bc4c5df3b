import type { Pages, Provider, Reader, Reading, Site } from './provider';
import { changed, fold, isHidden } from './reading/dom';
import { readDraft } from './reading/drafting';
import { ADDRESS } from './reading/text';

/** The buttons below a table that has one page only. */
const WHOLE = '.previous.disabled ~ .next.disabled';

/** It cancels the click and sends by itself, so no form is ever submitted. */
const SEND = '[data-action=add_item][data-id=add_apppasswd]';

/** It reloads its page after sending the form, and says there how that went; a form that it does not send it marks. */
const TAKEN = '[data-notify=container].alert-success';
const FAILED = '[data-notify=container].alert-danger';
const REFUSED = [FAILED, 'form[data-id=add_apppasswd] .inputMissingAttr'];

const site: Site = {
  id: 'mailcow',
  matches: [],
  access: 'self-hosted',
  // What its generators have made; people may type one of their own instead, which is read just the same.
  shape: { shown: /^[a-z]{8,32}$|^[A-Za-z\d]{16,32}$/, ignored: '' },
};

function read(_url: URL, page: Document): Reading | undefined {
  const person = ADDRESS.exec(fold(page.querySelector('.username-lia')?.textContent))?.[0];
  const known = person ? { account: person } : {};
  const form = page.querySelector('form[data-id=add_apppasswd]');
  if (form && !isHidden(form)) {
    const value = (name: string) => form.querySelector<HTMLInputElement>(`input[name=${name}]`)?.value;
    const secret = value('app_passwd');
    if (secret === undefined) throw changed(site.id, 'naming');
    const label = fold(value('app_name'));
    // It refuses two that differ, and one without a name. Every character counts, so nothing is folded.
    if (!label || !secret || secret !== value('app_passwd2')) return { kind: 'naming', ...known, label };
    // A refusal left from an earlier try says nothing of the next.
    const refused = REFUSED.filter((sign) => !page.querySelector(sign)).join();
    const signs = { send: SEND, taken: TAKEN, ...(refused && { refused }) };
    return { kind: 'drafted', ...known, label, secret, ...signs };
  }
  const table = page.querySelector('#AppPasswds.active #app_passwd_table');
  if (!table || isHidden(table)) return undefined;
  const entries = [...table.querySelectorAll('tbody tr')].flatMap((row) => {
    const texts = [...row.children].map((cell) => fold(cell.textContent));
    const at = texts.findIndex((text) => /^\d+$/.test(text));
    const label = at < 0 ? '' : texts[at + 1];
    return label ? [{ label, remoteId: `${texts[at]}` }] : [];
  });
  const frame = table.closest('#app_passwd_table_wrapper');
  const filter = frame?.querySelector<HTMLInputElement>('.dataTables_filter input')?.value;
  const complete = entries.length > 0 && filter === '' && !!frame?.querySelector(WHOLE);
  const refused = page.querySelector(FAILED) !== null && !page.querySelector(TAKEN);
  return { kind: 'list', ...known, complete, entries, ...(refused && { refused }) };
}

/** As its generator makes them with its default settings, and as its administrators may set it. */
const FORM = /^[A-Za-z\d]{16,64}$/;
const pages = ({ pathname, hash }: URL): Pages | undefined =>
  /\/user\/?$/.test(pathname)
    ? { drafts: readDraft, form: FORM, own: /^#AppPasswds$/i.test(hash) }
    : undefined;

export const reader: Reader = { ...site, pages, read };

/**
 * App passwords of mailcow, at any path. Its form shows the secret before it is sent and never again; whether the server
 * took it stands on the page that is loaded next.
 *
 * To try it: `/user` of a mailcow, "App passwords", "Create app password". Form and list are seen in mailcow's
 * own source; which buttons around the table are switched off is known from the table library that it uses. Not
 * covered: the page that gives an app password a new secret, and the profile for Apple devices, whose secret is
 * never shown.
 */
export const provider: Provider = {
  ...site,
  example: 'stroundrepticallymenfixtowlesyon',
  name: 'mailcow',
  monogram: 'Mc',
  links: {
    create: '{origin}/user',
    revoke: '{origin}/user',
    signIns: '{origin}/user',
    help: 'https://docs.mailcow.email/',
  },
  renames: true,
  servers: [
    { protocol: 'imap', host: '{host}', port: 993, security: 'tls', user: 'address' },
    { protocol: 'pop', host: '{host}', port: 995, security: 'tls', user: 'address' },
    { protocol: 'smtp', host: '{host}', port: 465, security: 'tls', user: 'address' },
    { protocol: 'caldav', host: 'https://{host}/SOGo/dav/', user: 'address' },
    { protocol: 'carddav', host: 'https://{host}/SOGo/dav/', user: 'address' },
    { protocol: 'eas', host: '{host}', user: 'address' },
  ],
  facts: [
    {
      id: 'mailcow_survives_password_change',
      date: '2026-11-22',
      source:
        'https://github.com/mailcow/mailcow-dockerized/blob/069b89629e06754b68643b6561d8361a1ddb2a64/data/web/templates/modals/user.twig',
      effect: 'note',
      about: 'password',
      ends: 'by-hand',
    },
    {
      id: 'mailcow_chosen_protocols',
      date: '2026-11-22',
      source:
        'https://github.com/mailcow/mailcow-dockerized/blob/069b89629e06754b68643b6561d8361a1ddb2a64/data/web/templates/modals/user.twig',
      effect: 'note',
      about: 'making',
    },
  ],
  labelled: true,
};
