import type { InventoryItem, Pages, Provider, Reader, Reading, Site } from './provider';
import { changed, fold, isHidden } from './reading/dom';
import { isDrawn } from './reading/eye';

/** The card of the page on which people let an application in. */
const CONSENT = '.auth-app-card';

/** The first element that a person can see. */
function find<E extends Element>(root: ParentNode, selector: string): E | undefined {
  return [...root.querySelectorAll<E>(selector)].find((element) => !isHidden(element));
}

function list(section: Element): InventoryItem[] {
  return [...section.querySelectorAll('tr[data-uuid]')].map((row) => {
    // A cell's own text comes first; on narrow screens a button with words for screen readers follows it.
    const cell = (name: string) => fold(row.querySelector(`.column-${name}`)?.firstChild?.textContent);
    const expires = cell('expires');
    return {
      label: cell('name'),
      remoteId: row.getAttribute('data-uuid') ?? '',
      created: cell('created'),
      ...(expires && { expires }),
      lastUsed: cell('last_used'),
      lastPlace: cell('last_ip'),
    };
  });
}

const site: Site = {
  id: 'wordpress',
  matches: [],
  shape: { shown: /^[A-Za-z0-9]{4}( [A-Za-z0-9]{4}){5}$/, ignored: ' ' },
  access: 'self-hosted',
};

function read(_url: URL, page: Document): Reading | undefined {
  const section = find(page, '#application-passwords-section');
  const consent = section ? undefined : find(page, CONSENT);
  const area = section ?? consent;
  if (!area) return undefined;
  const user = page.querySelector<HTMLInputElement>('input#user_login')?.value;
  const known = user ? { account: user } : {};
  const notice = find(
    area,
    section ? '.new-application-password-notice' : '.notice-success:is([role=alert],.notice-alt)',
  );
  // It may be there already, out of sight.
  if (notice && isDrawn(notice)) {
    const field = find<HTMLInputElement>(notice, '#new-application-password-value, input.code[readonly]');
    const secret = fold(field?.value);
    if (!site.shape.shown.test(secret)) throw changed(site.id);
    const label = fold(notice.querySelector('label strong, p strong, strong')?.textContent);
    return { kind: 'created', ...known, ...(label !== user && label && { label }), secret };
  }
  const name = find<HTMLInputElement>(area, '#new_application_password_name, input#app_name');
  if (name && (consent || name.value)) return { kind: 'naming', ...known, label: fold(name.value) };
  if (!section?.querySelector('.application-passwords-list-table-wrapper')) return undefined;
  return { kind: 'list', ...known, complete: true, entries: list(section) };
}

const pages = (): Pages => ({ rare: true });

export const reader: Reader = { ...site, pages, read };

/**
 * Application passwords of WordPress 5.6 and later, on any site and at any path: in a sub-folder, in the network admin
 * of several sites, and where a site has its administration under another name.
 *
 * To try it: `/wp-admin/profile.php` of a site that runs over HTTPS. Seen in WordPress's own source, for the
 * profile page, the page of another user and the consent page without redirection. The column "Expires" is read where
 * it is; it is proposed (wordpress-develop 11685), not released. Not covered: the consent page with a `success_url`,
 * which sends the browser away with the secret in the address and shows nothing.
 */
export const provider: Provider = {
  ...site,
  example: 'h3Kd9mQx2LpVt7RwZc5NbY8f',
  name: 'WordPress',
  monogram: 'Wp',
  links: {
    create: '{origin}/wp-admin/profile.php#application-passwords-section',
    revoke: '{origin}/wp-admin/profile.php#application-passwords-section',
    signIns: '{origin}/wp-admin/profile.php#application-passwords-section',
    help: 'https://developer.wordpress.org/advanced-administration/security/application-passwords/',
  },
  servers: [
    { protocol: 'api', host: 'https://{host}/wp-json/', user: 'account' },
    { protocol: 'api', host: 'https://{host}/xmlrpc.php', user: 'account' },
  ],
  facts: [
    {
      id: 'wordpress_user_name',
      date: '2026-11-29',
      source: 'https://github.com/devbean/obsidian-wordpress/issues/20',
      effect: 'note',
      about: 'using',
    },
    {
      id: 'wordpress_survives_password_change',
      date: '2026-11-26',
      source: 'https://developer.wordpress.org/reference/functions/wp_set_password/',
      effect: 'note',
      about: 'password',
      ends: 'by-hand',
    },
  ],
  labelled: true,
};
