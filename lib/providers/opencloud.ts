import type { Pages, Provider, Reader, Reading, Site } from './provider';
import { changed, fold, isHidden } from './reading/dom';

/** Its part of the preferences. */
const PANEL = '#preferences-panel-app-tokens';

const site: Site = {
  id: 'opencloud',
  matches: [],
  access: 'self-hosted',
  // Words with spaces, all of which count, or sixteen characters where the administrator chose that.
  shape: { shown: /^[a-z]+([ -][a-z]+){3,11}$|^[!-~]{12,64}$/i, ignored: '' },
};

/** The text of an element without that of the elements in it. */
function ownText(element: Element): string {
  return fold([...element.childNodes].map((node) => (node.nodeType === 3 ? node.nodeValue : ' ')).join(''));
}

function list(table: Element): Reading | undefined {
  const entries = [...table.querySelectorAll('tbody tr')].flatMap((row) => {
    const [name = '', created, expires] = [...row.children].map((cell) => fold(cell.textContent));
    // A bar is shown for one without a name, which only a command makes.
    return name
      ? { label: name === '-' ? '' : name, ...(created && { created }), ...(expires && { expires }) }
      : [];
  });
  // It shows five; a button below shows all of them.
  const more = table.parentElement?.querySelector(':scope > table ~ div button');
  const complete = !more || entries.length > 5;
  return entries.length ? { kind: 'list', complete, entries } : undefined;
}

function read(_url: URL, page: Document): Reading | undefined {
  const token = [...page.querySelectorAll('[role=dialog] .created-token')].find((one) => !isHidden(one));
  if (token) {
    const secret = ownText(token);
    if (!site.shape.shown.test(secret)) throw changed(site.id);
    return { kind: 'created', secret };
  }
  const panel = page.querySelector(PANEL);
  if (!panel) return undefined;
  for (const dialog of page.querySelectorAll('[role=dialog]')) {
    const name = dialog.querySelector<HTMLInputElement>('input.oc-text-input:not([type=date])');
    if (name && dialog.querySelector('input[type=date]') && !isHidden(name))
      return { kind: 'naming', label: fold(name.value) };
  }
  const table = panel.querySelector('.app-token-table');
  return table && !isHidden(table) ? list(table) : undefined;
}

/** Its own generator's six words; other forms are read by the markup alone. */
const FORM = /^[a-z]{3,12}( [a-z]{3,12}){5}$/;
const pages = ({ pathname }: URL): Pages | undefined =>
  /^\/account\b/.test(pathname) ? { form: FORM, words: true } : undefined;

export const reader: Reader = { ...site, pages, read };

/**
 * App tokens of OpenCloud, which it calls that but uses as app passwords for WebDAV, CalDAV and programs.
 *
 * To try it: `/account/preferences` of an OpenCloud, where the service "auth-app" runs. Form, result and list are
 * seen in the source of its web app; that the words are parted by spaces is known from reports. The name is gone when
 * the result is there. An empty list looks like one that is loading, so it is not read. The page does not say whose
 * account it is. Not covered: ownCloud Infinite Scale, whose web app makes none.
 */
export const provider: Provider = {
  ...site,
  example: 'harbor tiny velvet orbit mango fossil',
  name: 'OpenCloud',
  monogram: 'Op',
  links: {
    create: '{origin}/account/preferences',
    revoke: '{origin}/account/preferences',
    help: 'https://docs.opencloud.eu/',
  },
  servers: [
    { protocol: 'webdav', host: 'https://{host}/remote.php/webdav/', user: 'account' },
    { protocol: 'caldav', host: 'https://{host}/caldav/', user: 'account' },
    { protocol: 'carddav', host: 'https://{host}/carddav/', user: 'account' },
  ],
  facts: [
    {
      id: 'opencloud_ends_on_a_day',
      date: '2026-08-22',
      source:
        'https://github.com/opencloud-eu/web/blob/992037a3b68adf4c1bf2e7153345a00224a19b17/packages/web-runtime/src/components/Modals/AppTokenModal.vue',
      effect: 'note',
      about: 'making',
    },
    {
      id: 'opencloud_blanks_count',
      date: '2025-05-28',
      source: 'https://github.com/Flo-R1der/paperless-nextcloud-sync/issues/13',
      effect: 'note',
      about: 'using',
      checked: '2026-11-29',
    },
  ],
  labelled: true,
};
