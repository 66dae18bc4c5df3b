/**
 * Forms of texts, as sources of regular expressions (flags `g` and `u`): what is general about secrets, as the words are
 * what is general about language. Pages get the table with the words.
 */
const FORMS = {
  /** One piece of 12 to 200 signs, perhaps with a telling prefix. */
  piece: String.raw`^(?=\S{12,200}$)[A-Za-z\d_+/=.~!$%&*#?^:;,@\-]+$`,
  /** Three groups and more. */
  groups: String.raw`^[A-Za-z\d]{3,8}(?:([ –\-])[A-Za-z\d]{3,8})(?:\1[A-Za-z\d]{3,8}){1,7}$`,
  /** Three groups or more of four or five, as people do not write words. */
  regular: String.raw`^[A-Za-z\d]{4,5}(?:([ \-])[A-Za-z\d]{4,5})(?:\1[A-Za-z\d]{4,5}){1,6}$`,
  /** A signed token (RFC 7519, JSON Web Token): three parts, of which the first begins like this in all of them. */
  signed: String.raw`^eyJ[\w\-]+\.[\w\-]+\.[\w\-]+$`,
  /** Letters side by side; digits side by side; where the case changes as in no word. */
  run: '[a-z]{2,}',
  digits: String.raw`\d+`,
  turn: '[a-z][A-Z]|[A-Z]{2}[a-z]',
  /** Words in a row. */
  words: String.raw`^[a-z]{3,12}(?:([ \-])[a-z]{3,12})(?:\1[a-z]{3,12}){3,8}$`,
  /** Addresses, hosts, numbers and dates, and what says which letters are allowed. */
  otherwise: String.raw`^\/|^(sha|md|SHA|MD)\d+:|:\/\/|^[a-z\d_\-]+(\.[a-z\d_\-]+)+(\/.*)?$|^\d[\d .:\/\-]*$|a-z|A-Z|@.*\.`,
  /** Dots for what is not shown. */
  masked: '^[•●·*⬤○_xX]{6,}$',
  /** A part of a long secret, as it is cut up for the eye. */
  part: String.raw`^[A-Za-z\d_+\/=\-]{2,8}$`,
  /** Three words and more. */
  sentence: String.raw`\S\s+\S+\s+\S`,
  /** Something too long for most words. */
  long: String.raw`\S{12}`,
  /** Base 32 in one case (RFC 4648), as authenticators have it. */
  base32: '^([A-Z2-7]+|[a-z2-7]+)$',
  /** Parts of texts that people write. */
  written: 'pass|word|secret|http|@',
  /** Values of `clip-path` and `clip` that leave nothing, or next to nothing. */
  clipped: String.raw`^inset\((.* )?100%|^inset\([5-9]\d(\.\d+)?%|^(circle|ellipse)\(0|^polygon\((0(px|%)? 0(px|%)?(, )?)+\)$|^rect\((0px,? 0px,? 0px,? 0px|1px,? 1px,? 1px,? 1px)\)$`,
  /** Colours and filters that leave hardly any. */
  faint: String.raw`^rgba\(.*, 0(\.0\d*)?\)$|opacity\(0`,
  /** "Copy" as programmers write it in attributes. */
  copy: '[ckCK][oO][pP][iyIY](?![rR])|[cC]lip[bB]',
  /** A picture and no word: icon fonts use private signs. */
  bare: String.raw`^[\s\uE000-\uF8FF]*$`,
  /** A text so short, and with nothing after a colon, that it names what comes next. */
  caption: '^[^:：]{1,25}[:：]?$',
  /** What stands before a colon in a line, and what after it. */
  led: String.raw`^(.{1,60}[:：])\s*(\S.*)$`,
  /** The same at the first colon: what comes before a name to sign in with. */
  told: String.raw`^(.{2,30}?)[:：] *(\S.*)$`,
  /** What stands before a secret in its own text, up to a colon or an equals sign. */
  saying: String.raw`^(.{0,80}[:：=])\s*(\S.*)$`,
  /** A name to sign in with, perhaps after an `@`. */
  login: String.raw`^(@?)(\p{L}[\p{L}\p{N}._+\-]{1,63})(?=$| )`,
  question: String.raw`[?？؟](\s|$)`,
  /** Types of `input` that hold no text. */
  noField: '^(checkbox|radio|hidden|button|submit|reset|image|range|color|file)$',
  /** Types of fields that a name may be given in. */
  nameField: '^(text|textarea|search|select-one|url)$',
  /** Fields of other steps, by their marks: codes, addresses, numbers, answers. */
  otherField: 'code|otp|mail|phone|tel|numeric|verif|answer|search|find|filter|captcha',
} as const;
export type FormName = keyof typeof FORMS;

/** The table as it is sent to pages. */
export const formTable = Object.entries(FORMS).map(([name, source]) => ({ name, source }));
