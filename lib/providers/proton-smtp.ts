import type { InventoryItem, Pages, Provider, Reader, Reading, Site } from './provider';
import { changed, fold } from './reading/dom';
import { ADDRESS } from './reading/text';

/** Its dialogs are `dialog` elements that are neither open nor have a role, so only marks on the way count as hidden. */
const HIDDEN = '[hidden],[inert],[aria-hidden=true],[style*="display: none"],.modal-two--out,template';

const site: Site = {
  id: 'proton-smtp',
  // A single-page app: its other pages turn into this one without loading.
  matches: ['https://account.proton.me/*'],
  access: 'optional',
  // The form is not known; the field that holds it is.
  shape: { shown: /^[!-~]{8,128}$/, ignored: '' },
};

function read(url: URL, page: Document): Reading | undefined {
  if (url.hostname !== 'account.proton.me') return undefined;
  const find = <E extends Element = HTMLInputElement>(selector: string) =>
    [...page.querySelectorAll<E>(selector)].find((element) => !element.closest(HIDDEN));
  if (find('#smtp-token,.smtp-token-copy')) {
    const secret = fold(find('#smtp-token')?.value);
    if (!site.shape.shown.test(secret)) throw changed(site.id);
    const account = fold(find('#smtp-username')?.value);
    // Only the address that it was made for; what the header says may be another.
    return { kind: 'created', account, secret };
  }
  const name = find('#token-name');
  const choice = find('#token-address');
  if (name && choice) {
    const account = ADDRESS.exec(fold(choice.textContent))?.[0];
    return { kind: 'naming', ...(account && { account }), label: fold(name.value) };
  }
  const button = find<HTMLButtonElement>('[data-testid="smtp-submission:generate-token"]');
  const table = button?.parentElement?.parentElement?.querySelector('table');
  if (!button || !table) return undefined;
  const entries = [...table.querySelectorAll('tbody tr')].flatMap((row): InventoryItem[] => {
    const [label, address, created, lastUsed, last] = [...row.children].map((cell) => fold(cell.textContent));
    if (!label || !address) return [];
    // Narrow windows leave the dates out.
    return [{ label, ...(created && lastUsed && last !== undefined && { created, lastUsed }) }];
  });
  // It looks empty before it loads.
  return { kind: 'list', complete: entries.length > 0 && !button.disabled, entries };
}

/** Not known; one piece of letters and digits, as such tokens are. */
const FORM = /^(?=.*\d)(?=.*[A-Za-z])[A-Za-z\d]{16,64}$/;
/** What it is called, as other languages order the words. */
const CALLED =
  'smtp token|token smtp|token de smtp|jeton smtp|токен smtp|жетон smtp|smtp トークン|smtpトークン|smtp 토큰|smtp 令牌|smtp 權杖|smtp токен|smtp tunnu|رمز smtp|אסימון smtp';
const pages = ({ pathname }: URL): Pages | undefined =>
  /\/imap-smtp\b/.test(pathname) ? { form: FORM, called: CALLED } : undefined;

export const reader: Reader = { ...site, pages, read };

/**
 * SMTP tokens of Proton Mail, for addresses of one's own domain. The account is the address that the token sends from,
 * which is also its user name; a list has the tokens of all addresses.
 *
 * To try it: https://account.proton.me/u/0/mail/imap-smtp, "Generate token" (with a plan that has it).
 * All steps are seen in Proton's own source, the address in part; the form of the token is not known.
 */
export const provider: Provider = {
  ...site,
  example: 'W7KQ2ZXN5TBRH4VM',
  name: 'Proton Mail (SMTP)',
  monogram: 'Pr',
  links: {
    create: 'https://account.proton.me/u/0/mail/imap-smtp',
    revoke: 'https://account.proton.me/u/0/mail/imap-smtp',
    help: 'https://proton.me/support/smtp-submission',
  },
  servers: [
    { protocol: 'smtp', host: 'smtp.protonmail.ch', port: 587, security: 'starttls', user: 'address' },
  ],
  facts: [
    {
      id: 'proton_smtp_one_address',
      date: '2026-11-22',
      source:
        'https://github.com/ProtonMail/WebClients/blob/13d2353680b668b148bc35c0ca911e4befca49a5/packages/components/containers/smtp/SMTPTokenModal.tsx',
      effect: 'note',
      about: 'using',
      protocols: ['smtp'],
    },
  ],
  labelled: true,
};
