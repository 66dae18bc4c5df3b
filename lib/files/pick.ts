/** Judges what was found in a file: what looks like an app password, whose it is, and what the vault has already. Pure. */

import { SECRET } from '../bounds';
import type { Found } from '../managers/manager';
import { anyOf, type Terms } from '../terms';

/** What has to be known of a provider. */
export interface KnownProvider {
  readonly id: string;
  readonly name: string;
  /** Hosts of its pages; those under them count as well. */
  readonly hosts: readonly string[];
  readonly shape: { readonly shown: RegExp; readonly ignored: string };
  /** Set where its hosts have other secrets too, so that only one with its shape is its. */
  readonly isShared?: boolean;
}

/** An entry of the vault with its secret; without one where a password manager has it. */
export interface Existing {
  readonly id: string;
  readonly provider: string;
  readonly account: string;
  readonly label: string;
  readonly secret?: string | undefined;
}

/** Why something looks like an app password: its secret has the shape of the provider's, or its folder, a tag or other words say so. */
export type Sign = 'shape' | 'folder' | 'tag' | 'words';

/**
 * A row of a file against the vault. `known`: this very secret is in the vault, or came before in the same file;
 * `differing`: an entry for the same provider, account and label has another secret; `unfit`: too long for a secret.
 */
export type ImportStatus = 'new' | 'known' | 'differing' | 'unfit';

export interface Candidate {
  found: Found;
  /** Id of the provider; `other` when its site is not known. */
  provider: string;
  /** In the form that clients need. */
  secret: string;
  signs: readonly Sign[];
  /** Whether the signs are enough to take it for an app password unasked. */
  likely: boolean;
  /** Only `new` is added unasked. */
  status: ImportStatus;
  /** Id of the entry that is meant by `known` and `differing`. */
  entry?: string;
}

/** Names for app passwords, as the beginning of a word, in the languages of those who keep them. */
const NAMES: Terms = {
  en: ['\\bapp(?:lication)?[- ]?(?:specific[- ])?pass(?:word|code)'],
  de: ['\\b(?:app|anwendungs)[- ]?(?:pass|kenn)w[oö]rt'],
  fr: ["mots? de passe d['’ ]?application"],
  es: ['contraseñas? (?:de|para) (?:la )?aplicaci'],
  it: ["password per (?:l['’]?)?app"],
  pt: ['senhas? de app'],
  nl: ['app-?wachtwoord'],
  pl: ['has[łl][oa] aplikacji'],
  ru: ['парол[ьи] приложени'],
  tr: ['uygulama şifre'],
  ja: ['アプリ\\s?パスワード'],
  'zh-Hans': ['应用(?:专用)?密码'],
  'zh-Hant': ['應用程式密碼'],
  ar: ['كلمات? مرور التطبيق'],
};
const NAMED = anyOf(NAMES);
/** Folds texts that differ only in case or in extra spaces. */
const fold = (text: string) => text.normalize('NFC').trim().replace(/\s+/g, ' ').toLowerCase();

/** Makes a candidate of each found item, in their order. */
export function pick(
  found: readonly Found[],
  providers: readonly KnownProvider[],
  existing: readonly Existing[],
): Candidate[] {
  const hosts = new Map(
    providers.flatMap((one) => one.hosts.map((host) => [host.toLowerCase(), one] as const)),
  );
  const ids = new Map(providers.map((one) => [one.id, one]));
  const names = new Map(providers.map((one) => [fold(one.name), one]));
  const nameOf = (provider: string, account: string, label: string) =>
    JSON.stringify([provider, fold(account), fold(label)]);
  const bySecret = new Map<string, string | undefined>();
  const byName = new Map<string, string>();
  for (const { id, provider, account, label, secret } of existing) {
    if (secret !== undefined) bySecret.set(secret, id);
    byName.set(nameOf(provider, account, label), id);
  }
  return found.map((one) => {
    const folder = fold(one.folder.split('/').at(-1) ?? '').replace(/^app passwords /, '');
    const host = findByHost(one.url, hosts);
    const isOther = host?.isShared && !makeCanonical(one.secret, host).fits;
    const known = ids.get(one.provider ?? '') ?? (isOther ? undefined : host) ?? names.get(folder);
    const provider = known?.id ?? one.provider ?? 'other';
    const { secret, fits } = makeCanonical(one.secret, known);
    const signs = listSigns(one, fits);
    const told = signs.some((sign) => sign !== 'shape' || isTelling(known));
    const likely = told || one.provider !== undefined;
    const candidate: Candidate = { found: one, provider, secret, signs, likely, status: 'new' };
    const entry = bySecret.get(secret) ?? bySecret.get(one.secret);
    const namesake = byName.get(nameOf(provider, one.account, one.label));
    if (secret === '' || secret.length > SECRET) candidate.status = 'unfit';
    else if (bySecret.has(secret) || bySecret.has(one.secret)) {
      candidate.status = 'known';
      if (entry !== undefined) candidate.entry = entry;
    } else if (namesake !== undefined) {
      candidate.status = 'differing';
      candidate.entry = namesake;
    }
    if (!bySecret.has(secret)) bySecret.set(secret, undefined);
    return candidate;
  });
}

function findByHost(url: string, hosts: ReadonlyMap<string, KnownProvider>): KnownProvider | undefined {
  const host =
    /^(?:[a-z][a-z+.-]*:\/\/)?(?:[^/?#@]*@)?([^/?#:]+)/i.exec(url.trim())?.[1]?.toLowerCase() ?? '';
  const labels = host.replace(/\.$/, '').split('.');
  return labels
    .slice(0, 10)
    .map((_, at) => hosts.get(labels.slice(at).join('.')))
    .find((one) => one !== undefined);
}

/** The secret as clients need it, and whether it has the provider's shape, with or without what sign-in ignores. */
function makeCanonical(text: string, known: KnownProvider | undefined): { secret: string; fits: boolean } {
  if (!known || text.length > SECRET) return { secret: text, fits: false };
  const shown = text.trim().replace(/\s+/g, ' ');
  const { shown: shape, ignored } = known.shape;
  const bare = [...shown].filter((character) => !ignored.includes(character)).join('');
  const grouped = ignored.includes(' ') ? bare.replace(/.{4}(?=.)/g, '$& ') : bare;
  const fits = [shown, bare, grouped, bare.replace(/.{4}(?=.)/g, '$&-')].some((form) => matches(shape, form));
  return { secret: fits ? bare : text, fits };
}

/** Passwords as people make them up. A shape that one of them fits proves nothing. */
const ORDINARY = ['sunflower', 'Sunflower7', 'Sunflower-2024!'];

function isTelling(known: KnownProvider | undefined): boolean {
  return known !== undefined && !ORDINARY.some((password) => matches(known.shape.shown, password));
}

function matches(shape: RegExp, text: string): boolean {
  shape.lastIndex = 0;
  return shape.test(text);
}

function listSigns(found: Found, fits: boolean): Sign[] {
  const says = (text: string) => NAMED.test(text.slice(0, 10_000));
  const signs: Sign[] = [];
  if (fits) signs.push('shape');
  if (says(found.folder)) signs.push('folder');
  if (found.tags.some((tag) => says(tag))) signs.push('tag');
  if (says(found.label) || says(found.notes)) signs.push('words');
  return signs;
}
