import type { ProviderCard, Row } from '../../lib/messaging/shapes';
import type { RowGroup } from './row-order';

/** What the popup puts before the rest of the list. */
interface Ahead {
  /** Ids of what was saved a moment ago. */
  fresh: ReadonlySet<string>;
  /** Host of the page in front, with its port where it is not 443; `undefined` where the browser does not say. */
  host: string | undefined;
  providers: readonly Pick<ProviderCard, 'id' | 'matches'>[];
}

/** Headings of these groups. */
interface Names {
  fresh: string;
  site: string;
  rest: string;
}

/** Whether a match pattern is of this host. */
function isOf(pattern: string, hostname: string): boolean {
  const host = /^[a-z*]+:\/\/([^/:]*)/.exec(pattern)?.[1] ?? '';
  return host.startsWith('*.') ? `.${hostname}`.endsWith(host.slice(1)) : host === hostname;
}

/**
 * Puts what was just saved first, then what belongs to the site in front, then the rest; each keeps its order. Where
 * there is only the rest, it has no heading.
 */
export function groupAhead(
  rows: readonly Row[],
  { fresh, host, providers }: Ahead,
  names: Names,
): RowGroup[] {
  const hostname = host?.replace(/:\d+$/, '');
  const here = new Set(
    providers
      .filter(({ matches }) => hostname && matches.some((pattern) => isOf(pattern, hostname)))
      .map(({ id }) => id),
  );
  const isHere = ({ site, provider, status }: Row) =>
    host !== undefined && status !== 'revoked' && (site === host || here.has(provider));
  const first = rows.filter(({ id }) => fresh.has(id));
  const second = rows.filter((row) => !fresh.has(row.id) && isHere(row));
  if (first.length + second.length === 0) return [{ id: 'all', name: '', rows }];
  const taken = new Set([...first, ...second]);
  const groups = [
    { id: 'fresh', name: names.fresh, rows: first },
    { id: 'site', name: names.site, rows: second },
    { id: 'rest', name: names.rest, rows: rows.filter((row) => !taken.has(row)) },
  ].filter((group) => group.rows.length > 0);
  return groups;
}
