import { BUTTONS, DIALOGS, fold, isHidden, readSteps } from './dom';
import type { Listed, Provider, Reader, Reading, Site } from './provider';

const ROWS = 'li,tr,[role=listitem],[role=row]';
/** Parts of the page around its content. */
const FRAME = 'header,[role=banner],nav,[role=search],footer';
const TYPED = 'input:not([readonly],[type=hidden],[type=checkbox],[type=radio]),textarea:not([readonly])';
/** What the dialogs about app passwords are called; needed for names and lists in every language, for secrets in these. */
const TITLE =
  /app[-‑ ]spe[cz]ifi[cs]|anwendungsspezifisch|mots? de passe pour app|contraseñas? (específicas? )?de app|password specific\S+ per l|senhas? específicas? de app|(アプリ|App ?)用パスワード|App ?专用密码/iu;

/** The languages of these; in others, a secret's form alone decides. */
const TITLED = /^(en|de|fr|es|it|pt|ja|zh)/;

/** The one text in the dialog that has a secret's form, which no word and no other code here has. */
function findSecret(dialog: Element, form: RegExp): string | undefined {
  if (dialog.querySelector(TYPED)) return undefined;
  const texts = [...dialog.querySelectorAll<HTMLInputElement>('input[readonly]')].map(({ value }) => value);
  // Most dialogs are left alone without looking at their parts.
  if (/[a-z]{4}-[a-z]{4}/.test(dialog.textContent ?? ''))
    for (const part of dialog.querySelectorAll('*'))
      if (!part.childElementCount && !part.closest(ROWS) && !isHidden(part))
        texts.push(fold(part.textContent));
  const [secret, other] = new Set(texts.filter((text) => form.test(text)));
  return other ? undefined : secret;
}

/** Rows with a name and one button, the one that revokes it; every date has a number in it. */
function list(root: Element): Listed[] {
  // A step small enough to be read has no more rows.
  return [...root.querySelectorAll(ROWS)].slice(0, 333).flatMap((row) => {
    if (
      row.querySelectorAll(BUTTONS).length !== 1 ||
      row.querySelector('a,input') ||
      row.closest(FRAME) ||
      isHidden(row)
    )
      return [];
    const parts = [...row.querySelectorAll('*')].filter(
      (part) => !part.childElementCount && !part.closest(BUTTONS) && !isHidden(part),
    );
    const [label, created = '', lastUsed] = parts
      .map((part) => fold(part.textContent))
      .filter((text) => text);
    const dates = /\p{N}/u.test(created) ? { created, ...(lastUsed && { lastUsed }) } : {};
    return label ? [{ label, ...dates }] : [];
  });
}

const site: Site = {
  id: 'apple',
  // A single-page app: signing in turns its first page into this one without loading.
  matches: ['https://account.apple.com/*'],
  access: 'optional',
  shape: { shown: /^[a-z]{4}(-[a-z]{4}){3}$/, ignored: '' },
};

function read(url: URL, page: Document): Reading | undefined {
  if (url.hostname !== 'account.apple.com' || !/^\/account\/manage\b/.test(url.pathname)) return undefined;
  const dialogs = [...page.querySelectorAll(DIALOGS)];
  const dialog = dialogs.reverse().find((one) => !isHidden(one));
  if (!dialog || dialog.querySelectorAll('*').length > 2000) return undefined;
  const secret = findSecret(dialog, site.shape.shown);
  const title = TITLE.exec(fold(dialog.textContent))?.[0];
  if (secret && (title || !TITLED.test(page.documentElement.lang))) return { kind: 'created', secret };
  if (!title) return undefined;
  const reading = readSteps(site, page, undefined, title);
  // An editable field with a secret in it is one that shows it, not a name.
  if (reading?.kind === 'naming' && site.shape.shown.test(reading.label)) return undefined;
  const entries = list(dialog);
  // A name in a secret's form beside the picture that revokes it looks like a secret beside the one that copies it.
  const named = reading?.kind === 'created' && entries.some(({ label }) => label === reading.secret);
  if (reading && !named) return reading;
  return entries.length ? { kind: 'list', limit: 25, complete: false, entries } : undefined;
}

export const reader: Reader = { ...site, read };

/**
 * App-specific passwords of Apple accounts. Before the secret is shown the page asks for the account's own password.
 *
 * To try by hand: https://account.apple.com/account/manage, "Sign-In and Security", "App-Specific Passwords".
 * The flow and the limit are documented by the vendor, the form of secrets by third parties. The markup of today's
 * page is inferred; scripts show that of 2021, whose field for the secret is covered. A list is never called complete.
 */
export const provider: Provider = {
  ...site,
  example: 'vkqz-hwmt-rbxn-pgdl',
  name: 'Apple',
  links: {
    create: 'https://account.apple.com/account/manage',
    revoke: 'https://account.apple.com/account/manage',
    help: 'https://support.apple.com/102654',
  },
  limits: { entries: 25 },
  servers: [
    { protocol: 'imap', host: 'imap.mail.me.com', port: 993, security: 'tls', user: 'local-part' },
    { protocol: 'smtp', host: 'smtp.mail.me.com', port: 587, security: 'starttls', user: 'address' },
    { protocol: 'caldav', host: 'https://caldav.icloud.com', user: 'address' },
    { protocol: 'carddav', host: 'https://contacts.icloud.com', user: 'address' },
  ],
  facts: [
    {
      id: 'apple_end_with_password',
      date: '2026-11-22',
      source: 'https://support.apple.com/102654',
      effect: 'note',
      about: 'password',
      todo: true,
      ends: 'with-password',
    },
    {
      id: 'apple_two_factor_needed',
      date: '2026-11-22',
      source: 'https://support.apple.com/102654',
      effect: 'note',
      about: 'making',
    },
    {
      id: 'apple_sign_in_instead',
      date: '2026-11-22',
      source: 'https://support.apple.com/ms-my/102654',
      effect: 'note',
      about: 'making',
      todo: true,
    },
  ],
  labelled: true,
};
