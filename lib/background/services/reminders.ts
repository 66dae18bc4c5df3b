import { browser } from '../../browser';
import type { AppPassword, Settings } from '../../model';
import { type FactsOf, isDecided } from '../../review/due';
import type { Limits } from '../../review/limits';
import {
  countDue,
  dueDays,
  findLocalDay,
  findRetry,
  type LocalClock,
  nextPoke,
  settleNotifiedDay,
  shouldNotify,
  toDays,
} from '../../review/schedule';
import { createSerialQueue } from '../serial-queue';

export const REVIEW_ALARM = 'review';
export const REVIEW_NOTIFICATION = 'review';

const DAYS = 'due-days';
const UNFINISHED = 'unfinished-days';
const NOTIFIED = 'last-notified-day';

/**
 * What the reminder says of so many to answer, or, where there are none, of so many to finish; given by the caller,
 * because words come from messages.
 */
export type DueWords = (
  due: number,
  unfinished: number,
) => { title: string; message: string; review: string; later: string };

/** Places of the notification's buttons. */
export const REVIEW_BUTTON = 0;

/** The badge, the alarm and the one notification a day, from nothing but days: no label and no provider is known here. */
export interface Reminders {
  /** Computes the days again after a change; only possible while unlocked. */
  update(entries: readonly AppPassword[]): Promise<void>;
  /**
   * The same, where the instants (ms) are known already from which entries ask for an answer, and from which those that
   * are decided are to be finished.
   */
  note(starts: readonly number[], unfinished: readonly number[]): Promise<void>;
  /**
   * Brings badge, alarm and notification up to date; for start, alarms and changes. While a window of the browser fills
   * the screen, the notification waits.
   */
  poke(): Promise<void>;
  /** How many ask for an answer: the number on every way to the review. */
  due(): Promise<number>;
  forget(): Promise<void>;
}

export function createReminders(options: {
  settings(): Promise<Settings & Limits>;
  facts: FactsOf;
  waiting(): Promise<number>;
  words: DueWords;
  now(): number;
}): Reminders {
  const { settings, facts, waiting, words, now } = options;
  // Two at the same time would both find that nothing was shown yet.
  const enqueue = createSerialQueue();

  async function days(key = DAYS): Promise<number[]> {
    const stored = (await browser.storage.local.get(key))[key];
    // Others could have written it: what is no day is passed over.
    return Array.isArray(stored) ? stored.filter(Number.isFinite) : [];
  }

  async function poke(): Promise<void> {
    const [known, unfinished] = await Promise.all([days(), days(UNFINISHED)]);
    const chosen = await settings();
    const due = countDue(known, now());
    // One meaning: things that wait for you.
    const things = due + (await waiting());
    await browser.action.setBadgeText({ text: things === 0 ? '' : String(things) });
    await browser.action.setBadgeBackgroundColor({ color: '#0b5d54' });
    const stored = await browser.storage.local.get(NOTIFIED);
    const noted = Number.isFinite(stored[NOTIFIED]) ? (stored[NOTIFIED] as number) : undefined;
    const time = { settings: chosen, ...readClock(now()) };
    const lastNotifiedDay = settleNotifiedDay(noted, time);
    if (lastNotifiedDay !== noted) await browser.storage.local.set({ [NOTIFIED]: lastNotifiedDay });
    const wanted = shouldNotify({ days: [...known, ...unfinished], lastNotifiedDay, ...time });
    const retry = wanted && (await isScreenFilled()) ? findRetry(time) : undefined;
    await browser.alarms.create(REVIEW_ALARM, { when: retry ?? nextPoke(time) });
    if (!wanted || retry !== undefined) return;
    // Noted first: a worker killed in between stays silent for a day instead of speaking twice.
    await browser.storage.local.set({ [NOTIFIED]: findLocalDay(time) });
    const { title, message, review, later } = words(due, countDue(unfinished, now()));
    const said = { type: 'basic' as const, iconUrl: browser.runtime.getURL('/icon/128.png'), title, message };
    const buttons = [{ title: review }, { title: later }];
    // Firefox knows no buttons and refuses them; its notification leads to the review when it is clicked.
    const show = async (words: typeof said) => browser.notifications.create(REVIEW_NOTIFICATION, words);
    await show({ ...said, buttons } as typeof said)
      .catch(() => show(said))
      // A desktop without notifications must not keep the user from unlocking; the badge says the same.
      .catch(() => undefined);
  }

  async function write(known: readonly number[], unfinished: readonly number[]): Promise<void> {
    await browser.storage.local.set({ [DAYS]: known, [UNFINISHED]: unfinished });
    await poke();
  }

  async function update(entries: readonly AppPassword[]): Promise<void> {
    const limits = await settings();
    const list = (some: readonly AppPassword[]) => dueDays(some, limits, facts);
    await write(list(entries.filter((entry) => !isDecided(entry))), list(entries.filter(isDecided)));
  }

  return {
    update: (entries) => enqueue(() => update(entries)),
    note: (starts, unfinished) => enqueue(() => write(toDays(starts), toDays(unfinished))),
    poke: () => enqueue(poke),
    due: async () => countDue(await days(), now()),
    forget: () => browser.storage.local.remove([DAYS, UNFINISHED, NOTIFIED]),
  };
}

/** The clock of the person at this machine. @param now ms since 1970 */
export function readClock(now: number): LocalClock {
  return { now, offsetMinutes: -new Date(now).getTimezoneOffset() };
}

/** Whether a window of the browser fills the screen, as it does in a presentation; false where the browser cannot tell. */
async function isScreenFilled(): Promise<boolean> {
  try {
    const windows = await browser.windows.getAll();
    return windows.some(({ state }) => state === 'fullscreen');
  } catch {
    return false;
  }
}
