/**
 * Forms of texts, as sources of regular expressions (flags `g` and `u`): what is general about secrets, as the words are
 * what is general about language. Pages get the table with the words.
 */
const FORMS = {
  /** One piece of 12 to 128 signs, perhaps with a telling prefix. */
  piece: String.raw`^(?=\S{12,128}$)[A-Za-z\d_+/=.~!$%&*#?^:;,@\-]+$`,
  /** Three groups and more. */
  groups: String.raw`^[A-Za-z\d]{3,8}(?:([ –\-])[A-Za-z\d]{3,8})(?:\1[A-Za-z\d]{3,8}){1,7}$`,
  /** A signed token (RFC 7519, JSON Web Token): three parts, of which the first begins like this in all of them. */
  signed: String.raw`^eyJ[\w\-]+\.[\w\-]+\.[\w\-]+$`,
  /** Words in a row. */
  words: String.raw`^[a-z]{3,12}(?:([ \-])[a-z]{3,12})(?:\1[a-z]{3,12}){3,8}$`,
  /** Addresses, hosts, numbers and dates, and what says which letters are allowed. */
  otherwise: String.raw`^\/|^(sha|md|SHA|MD)\d+:|:\/\/|^[a-z\d_\-]+(\.[a-z\d_\-]+)+(\/.*)?$|^\d[\d .:\/\-]*$|a-z|A-Z|@.*\.`,
  /** Dots for what is not shown. */
  masked: '^[•●·*⬤○_xX]{6,}$',
  /** A part of a long secret, as it is cut up for the eye. */
  part: String.raw`^[A-Za-z\d_+\/=\-]{2,8}$`,
  /** Fields of other steps, by their marks: codes, addresses, numbers, answers. */
  otherField: 'code|otp|mail|phone|tel|numeric|verif|answer|search|find|filter|captcha',
} as const;
export type FormName = keyof typeof FORMS;

/** The table as it is handed on. */
export const formTable = Object.entries(FORMS).map(([name, source]) => ({ name, source }));
