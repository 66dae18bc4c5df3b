import type { InventoryItem, Provider, Reader, Reading, Site } from './provider';
import { changed, fold, isHidden } from './reading/dom';

const site: Site = {
  id: 'zimbra',
  matches: [],
  access: 'self-hosted',
  // Sixteen letters, unless the administrator chose another length.
  shape: { shown: /^[A-Za-z]{12,64}$/, ignored: '' },
};

/** Dialogs are kept when they are closed, far outside the window. */
function isOpen(element: Element): boolean {
  return !isHidden(element) && !element.closest('[style*="left: -10000px"],[style*="top: -10000px"]');
}

/** The list above the buttons; it is made again each time the server has answered. */
function findList(page: Document): Element | undefined {
  const buttons = page.querySelector('#revokeApplicationCodeBtn')?.closest('table')?.closest('tr');
  return buttons?.previousElementSibling?.querySelector('.DwtListView-Rows') ?? undefined;
}

function list(rows: Element): InventoryItem[] {
  return [...rows.children].flatMap((row) => {
    const [name, ...dates] = [...row.querySelectorAll('[id$=_name],[id$=_type]')].map((cell) =>
      fold(cell.textContent),
    );
    const [created, lastUsed] = dates;
    if (!name) return [];
    return { label: name, ...(created && { created }), ...(lastUsed && lastUsed !== '-' && { lastUsed }) };
  });
}

function read(_url: URL, page: Document): Reading | undefined {
  const name = page.querySelector<HTMLInputElement>('input[id$=_app_name_input]');
  const result = page.querySelector('.ZmAppPasscode[id$=_app_passcode_value]');
  // The dialog has both steps from the start and hides one of them.
  if (result && isOpen(result) && result.textContent) {
    const secret = fold(result.textContent);
    if (!site.shape.shown.test(secret)) throw changed(site.id);
    const label = fold(name?.value);
    return { kind: 'created', ...(label && { label }), secret };
  }
  if (name && isOpen(name)) return { kind: 'naming', label: fold(name.value) };
  const rows = findList(page);
  return rows && isOpen(rows) ? { kind: 'list', complete: true, entries: list(rows) } : undefined;
}

export const reader: Reader = { ...site, read };

/**
 * Application codes of Zimbra, in its classic web app. The server makes them itself or by an extension (Maldua 2FA),
 * which the page cannot tell apart.
 *
 * To try it: Preferences, "Accounts", of an account with two-factor authentication. Dialog and list are seen in the
 * source of the classic web app, the form of the secrets in that of the extension, its usual length in the
 * configuration of a server. The page does not say whose account it is. Not covered: the modern web app, whose source
 * is not open; there "Scan this page" uses the general reader.
 */
export const provider: Provider = {
  ...site,
  example: 'QKZVHTRMWBXNPLCG',
  name: 'Zimbra',
  monogram: 'Zi',
  links: {
    create: '{origin}/',
    revoke: '{origin}/',
    help: 'https://github.com/maldua-suite/zimbra-maldua-2fa',
  },
  servers: [
    { protocol: 'imap', host: '{host}', port: 993, security: 'tls', user: 'address' },
    { protocol: 'pop', host: '{host}', port: 995, security: 'tls', user: 'address' },
    { protocol: 'smtp', host: '{host}', port: 465, security: 'tls', user: 'address' },
    { protocol: 'caldav', host: 'https://{host}/dav/', user: 'address' },
    { protocol: 'carddav', host: 'https://{host}/dav/', user: 'address' },
    { protocol: 'eas', host: '{host}', user: 'address' },
  ],
  facts: [
    {
      id: 'zimbra_survive_password_change',
      date: '2026-07-01',
      source:
        'https://www.proofpoint.com/us/blog/threat-insight/ta488-targets-zimbra-mailservers-half-click-exploits',
      effect: 'note',
      about: 'password',
      ends: 'by-hand',
      checked: '2026-11-29',
    },
    {
      id: 'zimbra_web_is_foreign',
      date: '2026-07-01',
      source:
        'https://www.proofpoint.com/us/blog/threat-insight/ta488-targets-zimbra-mailservers-half-click-exploits',
      effect: 'note',
      about: 'revoking',
      todo: true,
      checked: '2026-11-29',
    },
  ],
  labelled: true,
};
