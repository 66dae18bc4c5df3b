import { signal } from '@preact/signals';
import { leaveFailure } from './session';

const plain = ['review', 'lists', 'forgot', 'add', 'report', 'sketch'] as const;

/** `section` is absent where the settings begin. */
export type Route =
  | { page: (typeof plain)[number] | 'list' }
  | { page: 'entry' | 'replace'; id: string }
  | { page: 'settings'; section?: string };

/** Reads a route from the hash; what is not known is the list. */
export function readRoute(hash: string): Route {
  const [page, id] = hash.replace(/^#\/?/, '').split('/');
  if ((page === 'entry' || page === 'replace') && id) return { page, id };
  if (page === 'settings') return id ? { page, section: id } : { page };
  // Its address before the settings had sections.
  if (page === 'transfer') return { page: 'settings', section: 'transfer' };
  const known = plain.find((one) => one === page);
  return { page: known ?? 'list' };
}

/** Where the tab is. */
export const route = signal<Route>(readRoute(location.hash));

/** Follows the hash, so that links, history and bookmarks work as in any page. */
export function followHash(): void {
  window.addEventListener('hashchange', () => {
    leaveFailure();
    route.value = readRoute(location.hash);
  });
}
