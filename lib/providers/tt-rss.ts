import type { InventoryItem, Provider, Reader, Reading, Site } from './provider';
import { changed, fold, isHidden } from './reading/dom';

const site: Site = {
  id: 'tt-rss',
  matches: [],
  access: 'self-hosted',
  // Sixteen different ones, without vowels and what looks alike.
  shape: { shown: /^[0-9a-df-hj-kmnp-tv-zA-DF-HJ-KMNP-TV-Z*%+^]{16}$/, ignored: '' },
};

function list(table: Element): InventoryItem[] {
  return [...table.querySelectorAll('tr[data-row-id]')].map((row) => {
    const [, label = '', created, lastUsed] = [...row.children].map((cell) => fold(cell.textContent));
    return {
      label,
      remoteId: row.getAttribute('data-row-id') ?? '',
      ...(created && { created }),
      // One that was never used counts from the beginning of time.
      ...(lastUsed && !/\b1970\b/.test(lastUsed) && { lastUsed }),
    };
  });
}

function read(_url: URL, page: Document): Reading | undefined {
  const part = page.querySelector('#app_passwords_holder');
  const table = part?.querySelector('#app-password-list');
  if (!part || !table || isHidden(part)) return undefined;
  const entries = list(table);
  const alert = part.querySelector('.alert');
  if (!alert) return { kind: 'list', complete: true, entries };
  const secret = fold(alert.querySelector('strong')?.textContent);
  if (!site.shape.shown.test(secret)) throw changed(site.id);
  // The browser asked for the name, so no field has it; the new one has the highest number.
  const [newest] = [...entries].sort((one, other) => Number(other.remoteId) - Number(one.remoteId));
  return { kind: 'created', ...(newest?.label && { label: newest.label }), secret };
}

export const reader: Reader = { ...site, read };

/**
 * App passwords of Tiny Tiny RSS, at any path. They are for its API alone, which programs on phones use.
 *
 * To try it: `/prefs.php` of a tt-rss, "Personal data / Authentication", "App passwords". Seen in its own source,
 * and tried on the real program (Debian's package). The page does not say whose account it is.
 */
export const provider: Provider = {
  ...site,
  example: 'kR7*wxZ4mT+pNc9%',
  name: 'Tiny Tiny RSS',
  monogram: 'Tt',
  links: {
    create: '{origin}/tt-rss/prefs.php',
    revoke: '{origin}/tt-rss/prefs.php',
  },
  servers: [{ protocol: 'api', host: 'https://{host}/tt-rss/api/', user: 'account' }],
  facts: [
    {
      id: 'tt_rss_needed_with_otp',
      date: '2026-11-29',
      source:
        'https://sources.debian.org/src/tt-rss/21~git20210204.b4cbc79%2Bdfsg-1.2/classes/pref/prefs.php/',
      effect: 'note',
      about: 'using',
    },
  ],
  labelled: true,
};
