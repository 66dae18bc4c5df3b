import { signal } from '@preact/signals';

export type Route =
  | { page: 'list' | 'review' | 'settings' | 'forgot' | 'add' }
  | { page: 'entry'; id: string };

/** Reads a route from the hash; what is not known is the list. */
export function readRoute(hash: string): Route {
  const [page, id] = hash.replace(/^#\/?/, '').split('/');
  if (page === 'entry' && id) return { page, id };
  if (page === 'review' || page === 'settings' || page === 'forgot' || page === 'add') return { page };
  return { page: 'list' };
}

/** Where the tab is. */
export const route = signal<Route>(readRoute(location.hash));

/** Follows the hash, so that links, history and bookmarks work as in any page. */
export function followHash(): void {
  window.addEventListener('hashchange', () => {
    route.value = readRoute(location.hash);
  });
}
