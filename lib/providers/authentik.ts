import type { Provider, Reader, Reading, Site } from './provider';
import { changed, fold, isHidden } from './reading/dom';

/** What all of its pages consist of. */
const APP = 'ak-interface-user,ak-interface-admin';
/** The step after a service account was made; the older ones keep the form's element. */
const RESULT = [
  'ak-user-service-account-result-page',
  'ak-user-service-account-form',
  'ak-user-service-account',
];
/** Most shadow roots looked into. */
const BUDGET = 400;

const site: Site = {
  id: 'authentik',
  matches: [],
  access: 'self-hosted',
  // Sixty characters, unless the administrator chose another length.
  shape: { shown: /^[A-Za-z0-9]{32,255}$/, ignored: '' },
};

/** Every element with a shadow root of its own, those in shadow roots included. */
function* findHosts(
  root: ParentNode,
  left = { roots: BUDGET },
): Generator<Element & { shadowRoot: ShadowRoot }> {
  for (const element of root.querySelectorAll('*')) {
    if (!element.localName.includes('-') || !element.shadowRoot || left.roots-- < 0) continue;
    yield element as Element & { shadowRoot: ShadowRoot };
    yield* findHosts(element.shadowRoot, left);
  }
}

/** The name that the server gives to the app password of a service account. */
function nameOf(user: string): string {
  const slug = user
    .toLowerCase()
    .replace(/[^\w\s-]/g, '')
    .trim()
    .replace(/[\s-]+/g, '-');
  return `service-account-${slug}-password`;
}

function readResult(root: ShadowRoot): Reading | undefined {
  const [user, token, other] = root.querySelectorAll<HTMLInputElement>('input[readonly]');
  // Behind dots it is not shown yet.
  if (!user || !token || other || token.type === 'password' || isHidden(token)) return undefined;
  const account = fold(user.value);
  const secret = fold(token.value);
  if (!site.shape.shown.test(secret)) throw changed(site.id);
  return { kind: 'created', ...(account && { account, label: nameOf(account) }), secret };
}

function readList(root: ShadowRoot): Reading | undefined {
  const rows = [...root.querySelectorAll('ak-token-copy-button[identifier]')].map((button) => ({
    label: button.getAttribute('identifier') ?? '',
    intent: button.closest('tr')?.querySelector('ak-user-token-form')?.getAttribute('intent'),
  }));
  if (!rows.length) return undefined;
  const parts = [...root.querySelectorAll('ak-table-pagination,ak-table-search')];
  const isPart = parts.some(({ shadowRoot }) =>
    [...(shadowRoot?.querySelectorAll<HTMLInputElement>('input,button') ?? [])].some((one) =>
      one.localName === 'input'
        ? one.value
        : /__nav/.test(one.parentElement?.className ?? '') && !one.disabled,
    ),
  );
  const entries = rows
    .filter(({ intent }) => intent === 'app_password')
    .map(({ label }) => ({ label, remoteId: label }));
  // Older versions say only in an opened row which ones are API tokens.
  const complete = rows.every(({ intent }) => intent) && !isPart;
  return entries.length || complete ? { kind: 'list', complete, entries } : undefined;
}

function read(_url: URL, page: Document): Reading | undefined {
  if (!page.querySelector(APP)) return undefined;
  for (const { localName, shadowRoot } of findHosts(page)) {
    const reading = RESULT.includes(localName)
      ? readResult(shadowRoot)
      : localName === 'ak-user-token-list' && readList(shadowRoot);
    if (reading) return reading;
  }
  return undefined;
}

export const reader: Reader = { ...site, read };

/**
 * App passwords of authentik: those of service accounts, and the list of one's own. One that users make for
 * themselves is never shown: a button copies it, also later.
 *
 * To try it: `/if/user/#/settings`, "Tokens and App passwords"; for a service account `/if/admin/#/identity/users`.
 * Result, list and the name that the server gives are seen in its own source, of several versions.
 */
export const provider: Provider = {
  ...site,
  example: 'k7RmQx2dLp9TcWbHs4NygZ8EjvB3fKq6XzPt5nMw1RhYc8DsJ4uLg2TaVe9o',
  name: 'authentik',
  monogram: 'Au',
  links: {
    create: '{origin}/if/user/#/settings',
    revoke: '{origin}/if/user/#/settings',
    help: 'https://docs.goauthentik.io/',
  },
  renames: true,
  // Any service that the organisation puts behind it.
  servers: [],
  facts: [
    {
      id: 'authentik_only_copied',
      date: '2026-11-29',
      source:
        'https://github.com/goauthentik/authentik/blob/0301574bbbc0afa081c29c1e049499f7305d1b1a/web/src/elements/buttons/TokenCopyButton/ak-token-copy-button.ts',
      effect: 'note',
      about: 'making',
      todo: true,
    },
    {
      id: 'authentik_changes_by_itself',
      date: '2026-11-29',
      source:
        'https://github.com/goauthentik/authentik/blob/3e93caff36e80593bbd715cd4ffff5e37b8d6013/web/src/admin/users/ServiceAccountForm.ts',
      effect: 'note',
      about: 'using',
    },
  ],
  labelled: true,
};
