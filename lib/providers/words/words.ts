/**
 * The words by which a reader tells an app password from all that looks like one, a file for each language.
 *
 * A value is one string of terms separated by `|`, stems rather than forms. Text and terms are compared in lower case,
 * folded by NFKC, with one space for each run of spaces, apostrophes, hyphens and underscores.
 *
 * | in a term | means |
 * |---|---|
 * | nothing | it matches at the beginning of a word; any letters may follow |
 * | `~` first | it matches inside a word too: compounds, articles that are part of the word |
 * | Han, kana, Thai | it matches anywhere, as nothing parts words there |
 * | `*` | any letters of one word, also none |
 * | `+` | up to three words may stand between its two sides |
 * | `!` last | the word ends here: "app" of a password that is not Apple's |
 *
 * All languages count on every page: a reader cannot trust `lang`, and vendors mix. So words that many languages borrow
 * ("app password", "token", "authenticator", "Wi-Fi") stand in English alone, and a term that two languages share in
 * one. An `app` term comes first and takes its words away: the token in "App passwords / tokens" is then no evidence
 * against.
 */
export interface Words {
  /** What vendors call an app password. */
  app: string;
  /** A password in general. */
  pass: string;
  /** It was made just now and is shown once: keep it. */
  once: string;
  /** Controls that copy; only what stands on a control, or "copyright" would be one. */
  copy: string;
  /** What the field for its name is called. */
  name: string;
  /** Revokes one. */
  delete: string;
  /** Controls that give up a form: cancel, back, close. */
  cancel: string;
  /** Against: an authenticator and its set-up. */
  key: string;
  /** Against: codes and passwords that expire by themselves. */
  temp: string;
  /** Against: what recovers an account. */
  recovery: string;
  /** Against: numbers of things and people. */
  serial: string;
  /** Against: what programs, not people, send. */
  token: string;
  /** Against: networks, licences, vouchers, meetings, banks, files, databases. */
  other: string;
  /** Against: it only shows what one looks like. */
  example: string;
  /** Against: the account's own password. */
  own: string;
}

/** The kinds of words; `user` says whose something is, `login` that a name to sign in with comes, `secret` a secret key. */
export type Kind = keyof Words | 'user' | 'login' | 'secret';

/** Words of one kind, ready to be looked for in spelled texts without a large regular expression. */
export interface Sought {
  kind: string;
  /** Found at the beginning of a word. */
  bound: readonly string[];
  /** Found anywhere. */
  free: readonly string[];
  /** A text that such a term always has, and the source of a regular expression (flag `u`) for the term. */
  forms: readonly { head: string; source: string }[];
}

/** The words of all languages, as a page takes them in. */
export interface Learned {
  languages: readonly string[];
  sought: readonly Sought[];
  /** How much likelier one letter follows another in words than by chance: 26 by 26 digits (`usual.ts`). */
  pairs: string;
  /** Rows of keys, and letters and digits in their order, with a space between. */
  rows: string;
  /** Forms of texts: a name, and the source of a regular expression (flags `g` and `u`). */
  forms: readonly { name: string; source: string }[];
  /** What each observation weighs: `text.` and its name for a text, `field.` and its name for the field of a name. */
  weights: readonly { name: string; weight: number }[];
  /** By which marks the parts of a page are known: a name, and a CSS selector. */
  marks: readonly { name: string; selector: string }[];
}
