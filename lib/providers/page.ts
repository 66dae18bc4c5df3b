/** The front door for guests in a page: which addresses are ours, and reading with the readers that were given. */
import type { Left, Reader, Reading } from './provider';
import { readSteps } from './reading/steps';

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
    const alike = pattern.startsWith(`${protocol}//`) && wanted === (local ? hostname : host);
    return alike && hasPath(pathname.slice(1).toLowerCase(), path.join('/').toLowerCase().split('*'));
  });
}

/** True when a path begins with the first part and has the others after it, in their order, the last at its end. */
function hasPath(path: string, parts: readonly string[]): boolean {
  let at = 0;
  return parts.every((part, number) => {
    const found = number ? path.indexOf(part, at) : path.startsWith(part) ? 0 : -1;
    at = found + part.length;
    return found >= 0;
  });
}

/** What a page shows that looks like an app password and surely is something else; `undefined` when it shows none. */
export function leftOn(readers: readonly Reader[], page: Document): Left | undefined {
  return readers.map((reader) => reader.leaves?.(page)).find((left) => left);
}

/** True for pages that may be read with `reader`: its own addresses, or any plain HTTPS page for self-hosted software. */
function fits({ access, matches }: Reader, url: URL): boolean {
  if (access !== 'self-hosted') return hostMatches(url, matches);
  return isPlain(url);
}

/** True for an HTTPS address with nothing before an `@` and no dot at the end of its host. */
export function isPlain({ protocol, username, password, hostname }: URL): boolean {
  return protocol === 'https:' && !username && !password && !hostname.endsWith('.');
}

/**
 * Reads a settled page with each of the readers that fits its address, in their order.
 * @param asked the user asks to look; without it, readers that wait for that are left out, and all others read at
 * their own addresses alone.
 * @param named the name that the user typed a moment ago.
 * @returns the first reading with the id of its provider; `undefined` when the page shows nothing of ours (yet).
 * @throws AppError `provider-page-changed` when it does, but a part is missing; the message names provider, step and
 * part (`microsoft-work: result step: secret`).
 */
export function readPage(
  readers: readonly Reader[],
  url: URL,
  page: Document,
  asked?: boolean,
  named = '',
): { provider: string; reading: Reading } | undefined {
  const moment = { asked: !!asked, named };
  const isTurn = (reader: Reader) => asked || (!reader.asked && (reader.here?.(url) ?? true));
  const fitting = readers.filter((reader) => isTurn(reader) && fits(reader, url));
  const first = (read: (reader: Reader) => Reading | undefined, chosen: readonly Reader[]) => {
    for (const reader of chosen) {
      const reading = read(reader);
      if (reading) return { provider: reader.id, reading };
    }
    return undefined;
  };
  const known = first(
    (reader) => reader.read?.(url, page, moment),
    fitting.filter((reader) => !reader.asked),
  );
  if (known) return known;
  const weighed = readSteps(fitting, url, page, moment);
  if (weighed?.reading.kind === 'created') return weighed;
  const guessed = first(
    (reader) => reader.read?.(url, page, moment),
    fitting.filter((reader) => reader.asked),
  );
  if (guessed) return guessed;
  // A form whose name is still to be typed is often above the list.
  if (weighed?.reading.kind === 'naming' && weighed.reading.label) return weighed;
  return first((reader) => reader.list?.(url, page), fitting) ?? weighed;
}
