import type { InventoryItem, Pages, Provider, Reader, Reading, Site } from './provider';
import { changed, fold, isHidden } from './reading/dom';

/** Its style sheet hides what has the class. */
function isShown(element: Element | null | undefined): element is Element {
  return !!element && !element.closest('.hidden') && !isHidden(element);
}

function list(section: Element): InventoryItem[] {
  // The page puts an empty row after each.
  return [...section.querySelectorAll('tr[data-id]')].map((row) => {
    const at = row.querySelector<HTMLElement>('.last-activity');
    const { originalTitle } = at?.dataset ?? {};
    return {
      label: fold(row.querySelector('.token-name')?.textContent),
      remoteId: row.getAttribute('data-id') ?? '',
      // Its tooltips take the title away.
      lastUsed: originalTitle || at?.title || fold(at?.textContent),
    };
  });
}

const site: Site = {
  id: 'owncloud',
  matches: [],
  access: 'self-hosted',
  shape: { shown: /^[A-Z]{5}(-[A-Z]{5}){3}$/, ignored: '' },
};

function read(_url: URL, page: Document): Reading | undefined {
  const section = page.querySelector('#apppasswords');
  if (!isShown(section)) return undefined;
  const { user } = page.head.dataset;
  const known = user ? { account: user } : {};
  const value = (id: string) => fold(section.querySelector<HTMLInputElement>(id)?.value);
  // The closed result still holds the secret.
  if (isShown(section.querySelector('#app-password-result'))) {
    const account = value('#new-app-login-name');
    const secret = value('#new-app-password');
    if (!site.shape.shown.test(secret)) throw changed(site.id);
    return { kind: 'created', ...known, ...(account && { account }), secret };
  }
  const label = value('#app-password-name');
  if (label) return { kind: 'naming', ...known, label };
  const rows = section.querySelector('.token-list:not(.icon-loading)');
  return rows ? { kind: 'list', ...known, complete: true, entries: list(rows) } : undefined;
}

const pages = (): Pages => ({ rare: true });

export const reader: Reader = { ...site, pages, read };

/**
 * App passwords of ownCloud 10 and 11, on any site and at any path.
 *
 * To try it: `/settings/personal?sectionid=security` of any site. Seen in ownCloud's own source; the value of
 * `sectionid` is inferred and not asked for. The secret is set as a property, which no mutation reports. The account
 * of forms and lists is the user id, which can differ from the login name beside a new app password.
 */
export const provider: Provider = {
  ...site,
  example: 'QXKRM-TZWLB-HVNPD-GCJYF',
  name: 'ownCloud',
  monogram: 'Oc',
  links: {
    create: '{origin}/index.php/settings/personal?sectionid=security',
    revoke: '{origin}/index.php/settings/personal?sectionid=security',
    signIns: '{origin}/index.php/settings/personal?sectionid=security',
  },
  servers: [{ protocol: 'webdav', host: 'https://{host}/remote.php/webdav/', user: 'account' }],
  facts: [],
  labelled: true,
};
