import { browser } from '../../browser';

const AREAS = ['local', 'session', 'sync', 'managed'] as const;

/** What Chromium has beside the functions that every browser has. */
interface Closable {
  setAccessLevel?(access: { accessLevel: 'TRUSTED_CONTEXTS' }): Promise<void>;
}

/**
 * Keeps storage to our own pages and the background, so that a content script whose page has taken it over finds
 * nothing there. Firefox has no such function; what decides something is sealed as well, see `settings.ts`.
 */
export async function closeStorage(): Promise<void> {
  const close = async (name: (typeof AREAS)[number]) => {
    const area = browser.storage[name] as Closable | undefined;
    await area?.setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' });
  };
  const done = await Promise.allSettled(AREAS.map(close));
  const open = AREAS.filter((_, place) => done[place]?.status === 'rejected');
  if (open.length > 0) console.error('storage stays open to content scripts', open.join(' '));
}
