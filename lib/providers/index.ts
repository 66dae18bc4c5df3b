import { providers } from './all';
import { hostMatches, isPlain } from './page';
import type { Provider, SecretShape, Site } from './provider';

/**
 * The readers to try on a page at this address: those whose match patterns fit; else those for self-hosted software, on
 * an HTTPS host that is no other provider's.
 * @param granted match patterns of the sites on which the user wants those for self-hosted software; all, when absent,
 * as when the user asks to look at one page.
 */
export function readerFor(url: URL, granted?: readonly string[]): readonly Site[] {
  const fitting = providers.filter((reader) => hostMatches(url, reader.matches));
  if (fitting.length) return fitting;
  const taken = providers.some(({ matches }) => matches.some((pattern) => hostOf(pattern) === url.hostname));
  if (taken || !isPlain(url) || (granted && !hostMatches(url, granted))) return [];
  return providers.filter(({ access }) => access === 'self-hosted');
}

/** The form of a secret that clients need: without the characters that sign-in ignores. */
export function canonical(shape: SecretShape, secret: string): string {
  return [...secret].filter((character) => !shape.ignored.includes(character)).join('');
}

/** The provider with this id; `undefined` for `other` and for those of later versions. */
export function providerById(id: string): Provider | undefined {
  return providers.find((provider) => provider.id === id);
}

/**
 * The provider that has ended its app passwords, when it made a secret that is used at this site (a host); its form
 * decides, because the site still makes other secrets.
 */
export function endedAt(site: string, secret: string): Provider | undefined {
  return providers.find(({ access, links, shape }) => {
    const host = hostOf(links.revoke);
    return access === 'ended' && (site === host || site.endsWith(`.${host}`)) && shape.shown.test(secret);
  });
}

/** A content script: our files, in the order in which they run, on the pages that fit. */
export interface PageScript {
  /** Of a provider, or of a host. */
  id: string;
  matches: string[];
  js: string[];
}

/** The files that read a page with these readers; the build makes one of each reader. */
export function filesFor(chosen: readonly Pick<Site, 'id'>[]): string[] {
  return ['content-scripts/capture.js', ...chosen.map(({ id }) => `readers/${id}.js`)];
}

/** The files for a page that the user asks to look at: those for its address, then the general reader. */
export function filesToLook(url: URL): string[] {
  return filesFor([...readerFor(url), { id: 'other' }]);
}

/** Scripts that belong into the manifest: of built-in providers, and of the practice site in development builds. */
export function builtInScripts(): PageScript[] {
  return providers
    .filter(({ access }) => access !== 'self-hosted' && access !== 'optional' && access !== 'ended')
    .map((reader) => ({ id: reader.id, matches: [...reader.matches], js: filesFor([reader]) }));
}

/**
 * Scripts for hosts that the user has granted: a provider's own where the host is one of its, on its pages alone;
 * those of all self-hosted software on any other.
 */
export function grantedScripts(hosts: readonly string[]): PageScript[] {
  const known = providers.flatMap((reader) => {
    const matches = reader.matches.filter((pattern) => hosts.includes(hostOf(pattern)));
    return matches.length ? [{ id: reader.id, matches, js: filesFor([reader]) }] : [];
  });
  const named = new Set(providers.flatMap(({ matches }) => matches.map(hostOf)));
  const selfHosted = providers.filter(({ access }) => access === 'self-hosted');
  const others = hosts
    .filter((host) => !named.has(host))
    .map((host) => ({ id: host, matches: [`https://${host}/*`], js: filesFor(selfHosted) }));
  return [...known, ...others];
}

/** The host of a match pattern or an address. */
export function hostOf(pattern: string): string {
  return pattern.split('/')[2] ?? '';
}
