import { providers, readers } from './all';
import type { Provider, Reader, Reading, SecretShape } from './provider';

/**
 * True when a page at `url` fits one of the match patterns, taken strictly: the exact host over HTTPS at its default
 * port, nothing before an `@`, and a path that starts as the pattern does up to its `*`, case aside. In development
 * builds, hosts below `localhost` may use plain HTTP at any port.
 */
export function hostMatches(url: URL, patterns: readonly string[]): boolean {
  const { protocol, hostname, host, pathname } = url;
  const local =
    import.meta.env.MODE !== 'production' && protocol === 'http:' && /\.localhost$/.test(hostname);
  if (!(local || protocol === 'https:') || url.username || url.password) return false;
  return patterns.some((pattern) => {
    const [, , wanted, ...path] = pattern.split('/');
    const [start = ''] = path.join('/').toLowerCase().split('*');
    const alike = pattern.startsWith(`${protocol}//`) && wanted === (local ? hostname : host);
    return alike && pathname.slice(1).toLowerCase().startsWith(start);
  });
}

/**
 * The readers to try on a page at this address: those whose match patterns fit; else, on an HTTPS host that is no
 * other provider's, those for self-hosted software.
 * @param granted match patterns of the sites on which the user wants those for self-hosted software; all, when absent,
 * as when the user asks to look at one page.
 */
export function readerFor(url: URL, granted?: readonly string[]): readonly Reader[] {
  const fitting = readers.filter((reader) => hostMatches(url, reader.matches));
  if (fitting.length) return fitting;
  const taken = readers.some(({ matches }) =>
    matches.some((pattern) => pattern.split('/')[2] === url.hostname),
  );
  const plain = url.protocol === 'https:' && !url.username && !url.password && !url.hostname.endsWith('.');
  if (taken || !plain || (granted && !hostMatches(url, granted))) return [];
  return readers.filter(({ access }) => access === 'self-hosted');
}

/**
 * Reads a settled page with each reader that fits its address.
 * @returns the first reading with the id of its provider; `undefined` when the page shows nothing of ours (yet).
 * @throws AppError `provider-page-changed` when it does, but a part is missing; the message names provider, step and
 * part (`microsoft-work: result step: secret`).
 */
export function readPage(
  url: URL,
  page: Document,
  granted?: readonly string[],
): { provider: string; reading: Reading } | undefined {
  for (const reader of readerFor(url, granted)) {
    const reading = reader.read(url, page);
    if (reading) return { provider: reader.id, reading };
  }
  return undefined;
}

/** The form of a secret that clients need: without the characters that sign-in ignores. */
export function canonical(shape: SecretShape, secret: string): string {
  return [...secret].filter((character) => !shape.ignored.includes(character)).join('');
}

/** The provider with this id; `undefined` for `other` and for those of later versions. */
export function providerById(id: string): Provider | undefined {
  return providers.find((provider) => provider.id === id);
}

/** Match patterns that belong into the manifest: built-in providers, and the practice site in development builds. */
export function builtInMatches(): string[] {
  // From the readers, because the content script's own registration must not pull in the rest.
  return readers
    .filter(({ access }) => access !== 'self-hosted' && access !== 'optional')
    .flatMap(({ matches }) => matches);
}
