/** How long and how large things may be, kept apart from the model so that pages that ask stay free of its schemas. */

/** Most characters of a label, an account name and other short texts. */
export const SHORT = 200;
/** Most characters of notes. */
export const LONG = 10_000;
/** Most characters of a secret; real ones have 12 to 40. */
export const SECRET = 200;
/** Fewest characters of a passphrase, and its least score (zxcvbn's), where no policy asks for more. */
export const LEAST_PASSPHRASE = { length: 10, score: 3 } as const;

/** Settings that are whole numbers: least, most, and what holds until the user changes it. The settings page has a field for each. */
export const numberSettings = {
  autoLockMinutes: [1, 480, 10],
  limitDays: [1, 3650, 180],
  leadDays: [0, 365, 14],
  /** Local hour of the day for the one notification. */
  reminderHour: [0, 23, 10],
} as const;
export type NumberSetting = keyof typeof numberSettings;

/** Settings that are on or off, and what holds until the user changes it. The settings page has a tick for each. */
export const switchSettings = {
  notify: true,
  /** One key alone may do something. */
  singleKeys: true,
  /** The first steps are still shown. */
  checklist: true,
} as const;
export type SwitchSetting = keyof typeof switchSettings;
