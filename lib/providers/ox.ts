import type { Pages, Provider, Reader, Reading, Site } from './provider';
import { changed, fold, isHidden } from './reading/dom';

const HOSTS = ['office.mailbox.org', 'app.mailbox.org', 'email.ionos.com', 'email.ionos.de'];

/** What follows the words before a colon, such as "IP: "; dates have digits before theirs. */
function unlabel(element: Element): string {
  return fold(element.textContent).replace(/^[^:：\d]*[:：]\s*/, '');
}

/** The choice of an application; it comes once the server has said which there are. */
const SCOPE = '#settings-scope,.appAddSpan ~ * select[name=scope]';

/**
 * The field for the name: in the form of the settings pane, which has a sentence of its own above it, or wherever else
 * a host puts the choice of an application, such as a dialog.
 */
function findName(page: Document): HTMLInputElement | undefined {
  const scope = page.querySelector(SCOPE);
  for (
    let area = page.querySelector('.appAddSpan')?.parentElement ?? scope?.parentElement;
    area;
    area = area.parentElement
  ) {
    const texts = [...area.querySelectorAll<HTMLInputElement>('input')].filter(({ type }) => type === 'text');
    const field = texts.find(({ name }) => name === 'name') ?? texts[0];
    if (field || area.matches('fieldset,form,[role=dialog],.settings-detail-pane')) return field;
  }
  return undefined;
}

const site: Site = {
  id: 'ox',
  // A single-page app, which its hosts put below this path.
  matches: HOSTS.map((host) => `https://${host}/appsuite/*`),
  access: 'self-hosted',
  // Its own generator makes four groups of four letters; hosts may plug in another. Hyphens count.
  shape: { shown: /^[!-~]{8,64}$/, ignored: '' },
};

function read(_url: URL, page: Document): Reading | undefined {
  const find = (selector: string) =>
    [...page.querySelectorAll(selector)].find((element) => !isHidden(element));
  const name = findName(page);
  const info = find('#appPassLoginInfo');
  if (info) {
    const secret = fold(info.querySelector('.appPassword')?.textContent);
    if (!site.shape.shown.test(secret)) throw changed(site.id);
    const login = /[^\s:：]+$/.exec(fold(info.firstChild?.textContent))?.[0];
    // A host may say first what others say last.
    const account = login === secret ? undefined : login;
    // The form stays as it was, behind the dialog; a host's own sentence may name it.
    const label = fold(name?.value) || fold(info.parentElement?.querySelector('strong,b,em,q')?.textContent);
    return { kind: 'created', ...(account && { account }), ...(label && { label }), secret };
  }
  // Form and list share the page, and the form always has a name in it.
  const items = [...(find('#passwordList')?.querySelectorAll('li[data-id]') ?? [])];
  const entries = items.map((item) => {
    const [lastUsed, ...places] = [...item.querySelectorAll('.appLoginData')].map(unlabel);
    return {
      label: fold(item.querySelector('.list-item-title,.list-title')?.textContent),
      remoteId: item.getAttribute('data-id') ?? '',
      ...(lastUsed && { lastUsed }),
      ...(places.length && { lastPlace: places.join(', ') }),
    };
  });
  if (entries.length) return { kind: 'list', complete: true, entries };
  if (!name || isHidden(name) || !page.querySelector(SCOPE)) return undefined;
  return { kind: 'naming', label: fold(name.value) };
}

/** As its own generator makes them; what hosts plug in instead is read by the markup alone. */
const FORM = /^(?:[a-z]{4}(?:-[a-z]{4}){3}|(?=.*\d)(?=.*[a-z])[A-Za-z\d]{12,32})$/;
const pages = ({ pathname }: URL): Pages | undefined =>
  /^\/appsuite\//.test(pathname) ? { form: FORM } : undefined;

export const reader: Reader = { ...site, pages, read };

/**
 * Application passwords of OX App Suite, which mailbox.org, IONOS and other mail hosts use.
 *
 * To try it: https://office.mailbox.org/appsuite/, settings, "Security", "Application passwords" (where the host
 * offers them). Form, result and list are seen in the source of versions 7 and 8, and so is the generator; which
 * hosts use it is third-party knowledge.
 */
export const provider: Provider = {
  ...site,
  example: 'qzkw-htrm-vbxn-plcg',
  name: 'OX App Suite (mailbox.org, IONOS and others)',
  monogram: 'Ox',
  links: {
    create: '{origin}/appsuite/#!!&app=io.ox/settings',
    revoke: '{origin}/appsuite/#!!&app=io.ox/settings',
  },
  // They differ from host to host.
  servers: [],
  facts: [
    {
      id: 'ox_one_application',
      date: '2026-11-22',
      source:
        'https://github.com/open-xchange/appsuite-frontend/blob/ce8e67923bcc6c971ff1fd627088eaab3e2fce90/ui/apps/io.ox/settings/security/appPasswords/settings/addPassword.js',
      effect: 'note',
      about: 'making',
    },
  ],
  labelled: true,
};
