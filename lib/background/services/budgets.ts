import { browser } from '../../browser';
import { AppError } from '../../errors';
import { HOUR } from '../../time';

const OFFERS = 'capture-offers';
/** Most captures an hour from one host: far above what people make, far below a flood. */
const HOURLY = 10;
/** While the user does nothing, a tab makes one capture for a host in this time (ms), however often it reloads. */
const ALONE = 600_000;
/** Most budgets remembered. */
const MOST = 500;

/** Where a secret comes from. */
export interface Source {
  /** Host. */
  site: string;
  /** Absent where no page speaks: our own menu. */
  tabId?: number | undefined;
  /** True when its owner did something for it, in the page or in our own parts. */
  isMeant: boolean;
}

/**
 * Takes one capture from the budget of its source. Captures that follow an act of the user have a budget of their own,
 * which nothing that a page does alone can use up.
 * @throws AppError `capture-too-many`
 */
export async function spend({ site, tabId, isMeant }: Source, now: number): Promise<void> {
  const stored = await browser.storage.session.get(OFFERS);
  const offers = Object.entries((stored[OFFERS] as Record<string, number[]> | undefined) ?? {});
  const recent = new Map(
    offers
      .map(([key, times]) => [key, times.filter((at) => Math.abs(now - at) < HOUR)] as const)
      .filter(([, times]) => times.length > 0),
  );
  const limits = isMeant
    ? [{ key: `meant ${site}`, most: HOURLY, time: HOUR }]
    : [
        { key: `alone ${tabId} ${site}`, most: 1, time: ALONE },
        { key: `alone ${site}`, most: HOURLY, time: HOUR },
      ];
  for (const { key, most, time } of limits) {
    const spent = (recent.get(key) ?? []).filter((at) => Math.abs(now - at) < time);
    if (spent.length >= most) throw new AppError('capture-too-many', key.split(' ')[0] ?? '');
  }
  for (const { key } of limits) {
    const times = recent.get(key) ?? [];
    // The latest last, so that the oldest is forgotten first.
    recent.delete(key);
    recent.set(key, [...times, now]);
  }
  await browser.storage.session.set({ [OFFERS]: Object.fromEntries([...recent].slice(-MOST)) });
}

/** Forgets all that was spent. */
export async function forgetSpent(): Promise<void> {
  await browser.storage.session.remove(OFFERS);
}
