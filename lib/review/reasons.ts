/** What review, reconcile and paste check may find: words that the vault stores nowhere. */

/** Why an entry is asked about, worst first. */
export const reasons = [
  'retired',
  'to-revoke',
  'replacing',
  'unused',
  'kept-until',
  'too-old',
  'soon-too-old',
] as const;
export type Reason = (typeof reasons)[number];

/** How an entry stands; of several the first that holds. */
export const conditions = [
  'gone',
  'to-revoke',
  'retired',
  'replaced',
  'replacing',
  'unused',
  'kept-until',
  'too-old',
  'soon-too-old',
  'fine',
] as const;
export type Condition = (typeof conditions)[number];

/**
 * How an entry stands to its limit, worst first. `overdue`: older, and not kept on purpose within the limit.
 * `misdated`: its secret changed on a day that is still to come, so its age is unknown. `confirmed`: older, and
 * kept. `within`: younger. `over`: revoked.
 */
export const complianceStatuses = ['overdue', 'misdated', 'confirmed', 'within', 'over'] as const;
export type ComplianceStatus = (typeof complianceStatuses)[number];

/** How far a replacement is: `make` the new one, `move` the places where the old one is in use, `revoke` the old one; `done` when it is. */
export const replaceSteps = ['make', 'move', 'revoke', 'done'] as const;
export type ReplaceStep = (typeof replaceSteps)[number];

/** One question of the review. */
export interface Due {
  id: string;
  reason: Reason;
  /** The instant (ms) from which it should be asked. */
  from: number;
  /** Whole days since the secret last changed. */
  ageDays: number;
  /** Id of the fact behind `retired`. */
  fact?: string;
  /** Whole days for which it was not used when the provider's list last showed it, behind `unused`. */
  unusedDays?: number;
}

/** For what an answer is suggested. */
export const evidence = ['retired', 'decided', 'never-used', 'unused', 'policy', 'used'] as const;
/** Answers that may be suggested. */
export const suggestedAnswers = ['keep', 'replace', 'revoke', 'revoked'] as const;

/** An answer that the evidence speaks for. */
export interface Suggestion {
  answer: (typeof suggestedAnswers)[number];
  because: (typeof evidence)[number];
}

/**
 * Why it cannot be told which rows of a provider's list are which entries. `together`: as many of both, so none is
 * missing. `alike`: different numbers. `nameless`, `shortened`: no names, cut ones. `renamed`, `remade`: perhaps.
 * `elsewhere`: another account or site. `incomplete`: not all shown. `empty`, `nothing-fits`: likelier misread.
 */
export const doubts = [
  'together',
  'alike',
  'nameless',
  'shortened',
  'renamed',
  'remade',
  'elsewhere',
  'incomplete',
  'empty',
  'nothing-fits',
] as const;
export type Doubt = (typeof doubts)[number];

/** What the paste check finds: what a text is instead of the secret, slips in the order to fix them, what is right. */
export const pasteKinds = [
  'older-password',
  'other-entry',
  'empty',
  'masked',
  'not-of-this-form',
  'different',
  'label-or-account-included',
  'doubled-whole',
  'quotes-around',
  'line-break',
  'invisible-character',
  'blank-at-start',
  'blank-at-end',
  'blank-inside',
  'hyphen-inside',
  'separators-matter',
  'start-missing',
  'end-missing',
  'wrong-case',
  'look-alike',
  'characters-swapped',
  'character-doubled',
  'character-extra',
  'character-missing',
  'one-character-wrong',
  'right-but-retired',
  'right-with-separators',
  'right',
] as const;
export type PasteKind = (typeof pasteKinds)[number];
