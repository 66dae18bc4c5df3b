/** Slips at certain characters, in the order to fix them. */
export const slipKinds = [
  ...(['line-break', 'invisible-character', 'blank-at-start', 'blank-at-end', 'blank-inside'] as const),
  ...(['hyphen-inside', 'separators-matter', 'start-missing', 'end-missing', 'wrong-case'] as const),
  ...(['look-alike', 'characters-swapped', 'character-doubled', 'character-extra'] as const),
  ...(['character-missing', 'one-character-wrong'] as const),
] as const;
export type SlipKind = (typeof slipKinds)[number];

/** A slip at a character of the secret, counted from 1. */
export interface Slip {
  kind: SlipKind;
  at: number;
}

/** Cost of a slip that changes the letters; all others together, at 1 each, cost less. */
export const GRAVE = 1000;
