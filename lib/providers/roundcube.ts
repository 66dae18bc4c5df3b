import type { InventoryItem, Provider, Reader, Reading, Site } from './provider';
import { changed, fold, isHidden } from './reading/dom';

/** Plug-ins that make app passwords: where each shows the new one, asks for a name, and lists what there is. */
const PLUGINS = [
  // openSUSE/ap4rc
  {
    secret: '#new_password.ap4rc-copy',
    user: '#new_username.ap4rc-copy',
    name: '#ap4rc-prop-save #new_application_name',
    rows: '#ap4rc-applications',
    id: '.delete[rel]',
    cells: ['user', 'expires'],
  },
  // dweuthen/roundcube-application_passwords and its forks
  {
    secret: '#application_confirmation_form p[style*=monospace]',
    name: '#new_application_form #new_application_name',
    rows: '#existing_applications',
    cells: ['label', 'created'],
  },
  // stalwart_apppasswords
  {
    secret: 'code#apppassword-value',
    name: '#apppassword-name,#apppassword-name-fallback',
    rows: '#apppasswords-table,#apppasswords-table-fallback',
    cells: ['label', 'use', 'created'],
  },
] as const;
type Plugin = (typeof PLUGINS)[number];

const site: Site = {
  id: 'roundcube',
  matches: [],
  access: 'self-hosted',
  // Each plug-in has its own, and most let administrators choose.
  shape: { shown: /^[!-~]{12,128}$/, ignored: '' },
};

/** What ap4rc puts after the user name is the name of the application. */
function tailOf(user: string): string {
  return /@([^@]+)$/.exec(user)?.[1] ?? user;
}

function list(table: Element, plugin: Plugin): InventoryItem[] {
  return [...table.querySelectorAll('tbody tr')].flatMap((row) => {
    const texts = [...row.children].map((cell) => fold(cell.textContent));
    const part = (name: string) => texts[(plugin.cells as readonly string[]).indexOf(name)];
    const label = tailOf(part('user') ?? '') || part('label');
    // One cell alone says that there are none.
    if (!label || texts.length < 2) return [];
    const remoteId =
      ('id' in plugin && row.querySelector(plugin.id)?.getAttribute('rel')) ||
      /^rcmrow(.+)/.exec(row.id)?.[1];
    const [created, expires] = [part('created'), part('expires')];
    return { label, ...(remoteId && { remoteId }), ...(created && { created }), ...(expires && { expires }) };
  });
}

function readPlugin(plugin: Plugin, page: Document): Reading | undefined {
  const find = (selector: string) => [...page.querySelectorAll(selector)].find((one) => !isHidden(one));
  const result = find(plugin.secret);
  if (result) {
    const secret = fold(result.textContent);
    if (!site.shape.shown.test(secret)) throw changed(site.id);
    const account = 'user' in plugin ? fold(find(plugin.user)?.textContent) : '';
    return { kind: 'created', ...(account && { account, label: tailOf(account) }), secret };
  }
  const name = find(plugin.name) as HTMLInputElement | undefined;
  const table = find(plugin.rows);
  const label = fold(name?.value);
  if (name && (label || !table)) return { kind: 'naming', label };
  return table ? { kind: 'list', complete: true, entries: list(table, plugin) } : undefined;
}

function read(_url: URL, page: Document): Reading | undefined {
  for (const plugin of PLUGINS) {
    const reading = readPlugin(plugin, page);
    if (reading) return reading;
  }
  return undefined;
}

export const reader: Reader = { ...site, read };

/**
 * App passwords that plug-ins of Roundcube make, at any path; Roundcube itself makes none. The account of the first is
 * the user name that programs need, which is the own one with the name of the application behind it.
 *
 * To try it: `/?_task=settings` of a Roundcube with such a plug-in. Forms, results and lists are seen in the
 * source of the three plug-ins. Not covered: those that show their pages in a frame of another skin.
 */
export const provider: Provider = {
  ...site,
  example: 'q7kz9h0wtr2m1vbx',
  name: 'Roundcube (plug-ins)',
  monogram: 'Rc',
  links: {
    create: '{origin}/?_task=settings',
    revoke: '{origin}/?_task=settings',
  },
  servers: [],
  facts: [
    {
      id: 'roundcube_user_name_of_its_own',
      date: '2026-11-29',
      source: 'https://github.com/openSUSE/ap4rc/blob/28b83d37d34e56cd80bb576c6f53aa0d82397a17/ap4rc.php',
      effect: 'note',
      about: 'using',
    },
    {
      id: 'roundcube_two_months',
      date: '2026-11-29',
      source:
        'https://github.com/openSUSE/ap4rc/blob/28b83d37d34e56cd80bb576c6f53aa0d82397a17/config.inc.php.dist',
      effect: 'note',
      about: 'making',
    },
  ],
  labelled: true,
};
