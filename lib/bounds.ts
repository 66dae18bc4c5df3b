/** How long and how large things may be, kept apart from the model so that pages that ask stay free of its schemas. */

/** Most characters of a label, an account name and other short texts. */
export const SHORT = 200;
/** Most characters of notes. */
export const LONG = 10_000;
/** Most characters of a secret; real ones have 12 to 40. */
export const SECRET = 200;
/** Fewest characters of a passphrase, and its least score (zxcvbn's), where no policy asks for more. */
export const LEAST_PASSPHRASE = { length: 10, score: 3 } as const;

/** Settings that are whole numbers: least and most. The settings page has a field for each. */
export const numberSettings = {
  autoLockMinutes: [1, 480],
  limitDays: [1, 3650],
  leadDays: [0, 365],
  /** Local hour of the day for the one notification. */
  reminderHour: [0, 23],
} as const;
export type NumberSetting = keyof typeof numberSettings;

/**
 * Settings that are on or off; `singleKeys`: one key alone may do something; `checklist`: the first steps are still shown.
 * The settings page has a tick for each.
 */
export const switchSettings = ['notify', 'singleKeys', 'checklist'] as const;
export type SwitchSetting = (typeof switchSettings)[number];
