/**
 * What speaks for and against a text being a fresh app password: named observations, each with a weight. A text is
 * taken for one from `ENOUGH` on. Pages get the tables with the words. The weights were chosen by us and tried on
 * pages that others drew (`npm run pages`); no single one decides.
 */
export const WEIGHTS = {
  // The text itself.
  rareForm: 2,
  chance: 1,
  written: -2,
  wordLike: -9,
  wordsUnsaid: -8,
  sample: -8,
  // How it is shown.
  readOnly: 2,
  editable: -1,
  nameField: -8,
  old: -12,
  unsaidField: -6,
  code: 1.5,
  apart: 1.5,
  ownLine: 0.5,
  only: 1,
  // What stands beside it.
  copyBeside: 3,
  copyInStep: 1.5,
  bareIcon: 1,
  copyButton: 3,
  labelApp: 4,
  labelPass: 2.5,
  titleApp: 4,
  titlePass: 1,
  upperApp: 2,
  aroundApp: 2,
  token: 1.5,
  once: 1.5,
  asked: 1,
  named: 2,
  ownAddress: 2,
  dialog: 0.5,
  news: 1,
  // What speaks against it.
  labelElse: -10,
  labelOwn: -4,
  titleElse: -7,
  question: -6,
  upperElse: -2,
  aroundElse: -4,
  areaElse: -7,
  elsewhere: -6,
  example: -10,
  frame: -4,
  quoted: -9,
  article: -20,
  picture: -4,
  several: -3,
  rowRemoves: -7,
  alike: -6,
  rows: -4,
  removes: -7,
  screen: -6,
  button: -1,
  unspoken: -4,
  asksPassword: -4,
  busy: -8,
} as const;
export type Observation = keyof typeof WEIGHTS;

/** From this sum of weights on, a text is a fresh app password. */
export const ENOUGH = 5;
/** Two texts whose sums are nearer than this count as alike. */
export const APART = 1;

/** What speaks for and against a field being the one for the name. */
export const NAMING = {
  label: 3,
  labelApp: 3,
  titleApp: 3,
  upperApp: 1.5,
  aroundApp: 1.5,
  ownAddress: 1.5,
  only: 1.5,
  button: 0.5,
  otherTitle: -1.5,
  otherMarks: -3,
  labelElse: -4,
  titleElse: -4,
  password: -2,
  secret: -6,
  long: -1,
  busy: -4,
} as const;
export type NamingObservation = keyof typeof NAMING;

/** Groups of observations of a text, for callers that ask whether one of them was made. */
export const GROUPS = {
  /** Ways in which pages show what the user is to copy. */
  held: { copyBeside: 1, readOnly: 1, apart: 1, code: 1 },
  /** The page calls it a password. */
  said: { titlePass: 1, labelPass: 1 },
  /** The page says that it is an app password, or that it was made just now. */
  spoken: { labelApp: 1, titleApp: 1, upperApp: 1, aroundApp: 1, once: 1, named: 1 },
  /** Something was made just now. */
  fresh: { once: 1, named: 1, news: 1 },
  /** What makes an app password, or something like it, of what is only a password: generators and strangers have those. */
  strange: { labelApp: 1, titleApp: 1, upperApp: 1, aroundApp: 1, token: 1, once: 1, named: 1 },
  /** Words that call the text itself a password, whatever words further off say. */
  called: { labelApp: 1, titleApp: 1, labelPass: 1 },
} as const satisfies Record<string, Partial<Record<Observation, 1>>>;
