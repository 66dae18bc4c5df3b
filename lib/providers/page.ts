/** The front door for guests in a page: which addresses are ours, and reading with the readers that were given. */
import type { Left, Moment, Reader, Reading } from './provider';
import { accountOf, readSteps } from './reading/steps';

export { textsOn } from './reading/steps';

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

/** A reading with the id of the provider that made it. */
export interface Read {
  provider: string;
  reading: Reading;
  /** The name that stands in a form beside a list. */
  typed?: string;
}

/**
 * Reads a settled page with each of the readers that fits its address, in their order.
 * @param asked the user asks to look; without it, readers that wait for that are left out, and all others read at
 * their own addresses alone.
 * @param moment what is known besides the page.
 * @returns the first reading with the id of its provider; `undefined` when the page shows nothing of ours (yet).
 * @throws AppError `provider-page-changed` when it does, but a part is missing; its details name the provider, and
 * step and part (`result step: secret`).
 */
export function readPage(
  readers: readonly Reader[],
  url: URL,
  page: Document,
  asked?: boolean,
  moment: Omit<Moment, 'asked'> = {},
): Read | undefined {
  const now = { ...moment, asked: !!asked };
  const isTurn = (reader: Reader) => asked || (!reader.asked && (reader.here?.(url) ?? true));
  const fitting = readers.filter((reader) => isTurn(reader) && fits(reader, url));
  const first = (read: (reader: Reader) => Reading | undefined, chosen: readonly Reader[]) => {
    for (const reader of chosen) {
      const reading = read(reader);
      if (reading) return { provider: reader.id, reading };
    }
    return undefined;
  };
  type Fresh = Read & { reading: Extract<Reading, { secret: string }> };
  const isFresh = (found: Read | undefined): found is Fresh =>
    found?.reading.kind === 'created' || found?.reading.kind === 'drafted';
  // A reader's complaint that its markup has changed counts only when no reader reads the page all the same.
  const complaints: { reader: Reader; error: unknown }[] = [];
  const known = first(
    (reader) => {
      try {
        return reader.read?.(url, page, now);
      } catch (error) {
        complaints.push({ reader, error });
        return undefined;
      }
    },
    fitting.filter((reader) => !reader.asked),
  );
  // A page may say elsewhere than in its known markup whose account it is.
  if (isFresh(known)) {
    const { reading } = known;
    const account = reading.account ?? accountOf(page, url);
    // The account's name is no label for a password, unless a reader knows better.
    const isWhose = !reading.account && reading.label === account;
    return account ? { ...known, reading: { ...reading, account, ...(isWhose && { label: '' }) } } : known;
  }
  // A page whose markup is a reader's own is left to that reader alone.
  const owner = known?.provider ?? complaints[0]?.reader.id;
  const mine = fitting.filter((reader) => owner === undefined || reader.id === owner);
  const label = known?.reading.kind === 'naming' ? known.reading.label : '';
  const weighed = readSteps(mine, url, page, label ? { ...now, named: label } : now);
  if (isFresh(weighed)) return weighed;
  const guessed = first(
    (reader) => reader.read?.(url, page, now),
    fitting.filter((reader) => reader.asked),
  );
  if (guessed) return guessed;
  if (complaints[0]) throw complaints[0].error;
  const typed = weighed?.reading.kind === 'naming' ? weighed.reading.label : '';
  if (known) return typed ? { ...known, typed } : known;
  // A form whose name is still to be typed is often above the list.
  if (weighed?.reading.kind === 'naming' && weighed.reading.label) return weighed;
  return first((reader) => reader.list?.(url, page), fitting) ?? weighed;
}
