import type { Provider, Reader, Reading, Site } from './provider';
import { changed, fold, isHidden } from './reading/dom';

const PART = '#app-password-container';
const REFUSED = `${PART} form .critical`;

const site: Site = {
  id: 'thundermail',
  matches: ['https://accounts.tb.pro/*'],
  access: 'optional',
  // Users make it up.
  shape: { shown: /^[!-~]{8,128}$/, ignored: '' },
};

function read(_url: URL, page: Document): Reading | undefined {
  const part = page.querySelector(PART);
  if (!part || isHidden(part)) return undefined;
  const value = (name: string) => part.querySelector<HTMLInputElement>(`input[name=${name}]`)?.value;
  // While the form is open it has the address; beside this part it stands as the first text.
  const address = [
    value('name'),
    ...[...page.querySelectorAll('.user-info-side-container p')].map((p) => p.textContent),
  ]
    .map(fold)
    .find((text) => /^\S+@\S+$/.test(text));
  const known = address ? { account: address } : {};
  if (part.querySelector('form')) {
    const secret = value('password');
    if (secret === undefined) throw changed(site.id, 'naming');
    // It names each by the address, and takes no two that differ.
    const label = address ?? '';
    if (!secret || secret !== value('password-confirm')) return { kind: 'naming', ...known, label };
    return {
      kind: 'drafted',
      ...known,
      label,
      secret,
      send: `${PART} [data-testid=app-passwords-add-btn]`,
      taken: `${PART} .success-message`,
      // A refusal left from an earlier try says nothing of the next.
      ...(page.querySelector(REFUSED) ? {} : { refused: REFUSED }),
    };
  }
  const badge = part.querySelector('.app-password-set-indicator-container :is(.set,.not-set)');
  if (!badge) return undefined;
  const entries = badge.matches('.set') ? [{ label: address ?? '' }] : [];
  return { kind: 'list', ...known, limit: 1, complete: true, entries };
}

export const reader: Reader = { ...site, read };

/**
 * The app password of Thundermail. There is one for each account at most, people make it up themselves, and the page
 * never shows it: it is taken from the form, when that was sent and accepted.
 *
 * To try it: https://accounts.tb.pro/mail, "App Password". Form and badges are seen in the source of
 * thunderbird-accounts and of the components it uses; how those hand names and test ids on is inferred.
 */
export const provider: Provider = {
  ...site,
  example: 'moss-Kettle7-orbit',
  name: 'Thundermail',
  monogram: 'Th',
  links: {
    create: 'https://accounts.tb.pro/mail',
    revoke: 'https://accounts.tb.pro/mail',
    help: 'https://support.tb.pro/hc/articles/46805020320275-Create-an-app-password',
  },
  limits: { entries: 1 },
  servers: [
    { protocol: 'imap', host: 'mail.thundermail.com', port: 993, security: 'tls', user: 'address' },
    { protocol: 'smtp', host: 'mail.thundermail.com', port: 465, security: 'tls', user: 'address' },
  ],
  facts: [
    {
      id: 'thundermail_one_only',
      date: '2026-08-19',
      source:
        'https://github.com/thunderbird/thunderbird-accounts/blob/7e48dc80f8903797b62eb2e7bdefc2707eb20daa/src/thunderbird_accounts/mail/views.py',
      effect: 'note',
      about: 'making',
    },
  ],
  labelled: true,
};
