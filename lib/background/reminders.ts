import { browser } from '../browser';
import type { AppPassword, Settings } from '../model';
import type { FactsOf, Limits } from '../review/policy';
import { countDue, dueDays, findLocalDay, type LocalClock, nextPoke, shouldNotify } from '../review/schedule';

export const REVIEW_ALARM = 'review';
export const REVIEW_NOTIFICATION = 'review';

const DAYS = 'due-days';
const NOTIFIED = 'last-notified-day';

/** What the reminder says; given by the caller, because words come from messages. */
export type DueWords = (due: number) => { title: string; message: string; review: string; later: string };

/** Places of the notification's buttons. */
export const REVIEW_BUTTON = 0;

/** The badge, the alarm and the one notification a day, from nothing but days: no label and no provider is known here. */
export interface Reminders {
  /** Computes the days anew after a change; only possible while unlocked. */
  update(entries: readonly AppPassword[]): Promise<void>;
  /** Brings badge, alarm and notification up to date; for start, alarms and changes. */
  poke(): Promise<void>;
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

  async function days(): Promise<number[]> {
    const stored = await browser.storage.local.get(DAYS);
    return (stored[DAYS] as number[] | undefined) ?? [];
  }

  function clock(): LocalClock {
    return { now: now(), offsetMinutes: -new Date(now()).getTimezoneOffset() };
  }

  async function poke(): Promise<void> {
    const known = await days();
    const chosen = await settings();
    const due = countDue(known, now());
    // One meaning: things that wait for you.
    const things = due + (await waiting());
    await browser.action.setBadgeText({ text: things === 0 ? '' : String(things) });
    await browser.action.setBadgeBackgroundColor({ color: '#0b5d54' });
    await browser.alarms.create(REVIEW_ALARM, { when: nextPoke({ settings: chosen, ...clock() }) });
    const stored = await browser.storage.local.get(NOTIFIED);
    const lastNotifiedDay = stored[NOTIFIED] as number | undefined;
    if (!shouldNotify({ days: known, lastNotifiedDay, settings: chosen, ...clock() })) return;
    // Noted first: a worker killed in between stays silent for a day instead of speaking twice.
    await browser.storage.local.set({ [NOTIFIED]: findLocalDay(clock()) });
    const { title, message, review, later } = words(due);
    const said = { type: 'basic' as const, iconUrl: browser.runtime.getURL('/icon/128.png'), title, message };
    const buttons = [{ title: review }, { title: later }];
    // Firefox knows no buttons and refuses them; its notification leads to the review when it is clicked.
    const show = async (words: typeof said) => browser.notifications.create(REVIEW_NOTIFICATION, words);
    await show({ ...said, buttons } as typeof said)
      .catch(() => show(said))
      // A desktop without notifications must not keep anybody from unlocking; the badge says the same.
      .catch(() => undefined);
  }

  return {
    async update(entries) {
      await browser.storage.local.set({ [DAYS]: dueDays(entries, await settings(), facts) });
      await poke();
    },
    poke,
    due: async () => countDue(await days(), now()),
    forget: () => browser.storage.local.remove([DAYS, NOTIFIED]),
  };
}
