import type { InventoryItem, Pages, Provider, Reader, Reading, Site } from './provider';
import { changed, fold, isHidden } from './reading/dom';

/** Only app passwords have a key (filled, later outlined) or, before the icons, a switch for file access; browsers that are signed in have not. */
const APP = 'path[d^="M7 14C5.9"],path[d^="M21 18H15V15"],input.filesystem';

function isApp(row: Element): boolean {
  // Between those two the icon says nothing but what sort of device it is, and that of most app passwords not even that.
  const unmarked = row.querySelector('.more button') && row.querySelector('.client>div:not([class*=icon-])');
  return !!(row.querySelector(APP) ?? unmarked);
}

function list(rows: Element[]): InventoryItem[] {
  return rows.flatMap((row) => {
    const name = row.querySelector('.auth-token__name-wrapper>span,td.token-name>span,span.token-name');
    const at = row.querySelector<HTMLElement>('.auth-token__last-activity,.last-activity');
    const { timestamp, originalTitle } = at?.dataset ?? {};
    return name
      ? {
          label: fold(name.textContent),
          remoteId: row.getAttribute('data-id') ?? '',
          lastUsed: timestamp || originalTitle || at?.title || fold(at?.textContent),
        }
      : // It is being renamed.
        [];
  });
}

/** Such a row has lost its icon and may be an app password or a browser. */
const WIPING = '.auth-token--wiping,.wiping-warning,tr.wiping';

const site: Site = {
  id: 'nextcloud',
  matches: [],
  access: 'self-hosted',
  shape: { shown: /^[A-Za-z0-9]{5}(-[A-Za-z0-9]{5}){4}$/, ignored: '' },
};

function read(_url: URL, page: Document): Reading | undefined {
  const table = page.querySelector('#security .token-list');
  if (!table || isHidden(table)) return undefined;
  const { user } = page.head.dataset;
  const known = user ? { account: user } : {};
  const name = page.querySelector<HTMLInputElement>('#security>:not(table) input:not([readonly])');
  const label = fold(name?.value);
  const line = [...page.querySelectorAll('.token-dialog__password,#security .app-password-row')].find(
    // The oldest interface slides the result in, which leaves the class that hid it before.
    (one) => !isHidden(one) && !one.closest('.hidden:not([style*=block])'),
  );
  if (line) {
    const fields = line.parentElement?.querySelectorAll<HTMLInputElement>('input[readonly]') ?? [];
    const values = [...fields].map(({ value }) => fold(value));
    const secret = values.find((value) => site.shape.shown.test(value));
    // The dialog is emptied before it is gone.
    if (!secret && values[1] === '') return undefined;
    if (!secret) throw changed(site.id);
    // The login name comes first, where the dialog has it.
    const [account] = values.slice(0, values.indexOf(secret));
    return { kind: 'created', ...known, ...(account && { account }), ...(label && { label }), secret };
  }
  const rows = [...table.querySelectorAll('tr[data-id]')];
  const apps = rows.filter(isApp);
  const entries = list(apps);
  // The form keeps the name of the app password that was made; those without a form are emptied.
  if (name && (label || !rows.length) && !(name.form && entries.some((entry) => entry.label === label)))
    return { kind: 'naming', ...known, label };
  if (!rows.length) return undefined;
  const loading = page.querySelector('#security :is(.icon-loading,.more button)');
  const doomed = table.querySelector(WIPING);
  const complete = !loading && !doomed && entries.length > 0 && entries.length === apps.length;
  return { kind: 'list', ...known, complete, entries };
}

const pages = ({ pathname }: URL): Pages => ({
  rare: true,
  own: /\/settings\/user\/security\/?$/.test(pathname),
});

export const reader: Reader = { ...site, pages, read };

/**
 * App passwords of Nextcloud, on any site and at any path, because apps put the same part on pages of their own
 * (`simplesettings`): the dialog of version 28 and later, the lines in the page before it, and the pages rendered on
 * the server before those (13 to 15).
 *
 * To try it: `/settings/user/security` of any site. Seen in Nextcloud's own source, all three. The page says
 * only by an icon which rows are app passwords; where it shows no key, or while one is marked for remote wipe, the list
 * is never taken as complete. The account of forms and lists is the user id, which can differ from the login name beside a new app password.
 */
export const provider: Provider = {
  ...site,
  example: 'k7RmQ-x2dLp-9TcWb-Hs4Ny-gZ8Ej',
  name: 'Nextcloud',
  monogram: 'Nc',
  links: {
    create: '{origin}/index.php/settings/user/security',
    revoke: '{origin}/index.php/settings/user/security',
    signIns: '{origin}/index.php/settings/user/security',
    help: 'https://docs.nextcloud.com/server/latest/user_manual/en/session_management.html',
  },
  renames: true,
  servers: [
    { protocol: 'webdav', host: 'https://{host}/remote.php/webdav/', user: 'account' },
    { protocol: 'caldav', host: 'https://{host}/remote.php/dav/', user: 'account' },
    { protocol: 'carddav', host: 'https://{host}/remote.php/dav/', user: 'account' },
  ],
  facts: [
    {
      id: 'nextcloud_password_elsewhere',
      date: '2026-11-26',
      source: 'https://docs.nextcloud.com/server/latest/user_manual/en/session_management.html',
      effect: 'note',
      about: 'password',
      todo: true,
      ends: 'depends',
    },
    {
      id: 'nextcloud_file_access',
      date: '2026-11-22',
      source: 'https://github.com/nextcloud/server/blob/master/apps/settings/src/components/AuthToken.vue',
      effect: 'note',
      about: 'using',
      protocols: ['webdav'],
    },
    {
      id: 'nextcloud_password_to_revoke',
      date: '2026-11-29',
      source: 'https://github.com/nextcloud/server/issues/62190',
      effect: 'note',
      about: 'revoking',
    },
    {
      id: 'nextcloud_wipe_device',
      date: '2026-11-22',
      source: 'https://github.com/nextcloud/server/blob/master/apps/settings/src/components/AuthToken.vue',
      effect: 'note',
      about: 'revoking',
    },
  ],
  labelled: true,
};
