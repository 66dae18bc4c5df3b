/**
 * What a generated page is, before any library draws it. A scene follows from its seed alone and is plain JSON; the
 * plan makes scenes, kits draw their steps with a real component library, the stage plays them in a browser with real
 * clicks and keys, and the runner compares what the reader found with what a person would have seen.
 */

/** Where the secret stands. */
export const places = [
  'input',
  'readonly-input',
  'textarea',
  'text',
  'code',
  'output',
  'chip',
  'list-row',
  'table-cell',
  'button-text',
  'characters',
  'groups',
  'beside-button',
  'property',
  'not-editable',
  'role-textbox',
  'layout-table',
  'shadow-nested',
  'slotted',
] as const;
export type Place = (typeof places)[number];

/** What holds the step that shows the secret. */
export const containers = ['dialog', 'panel', 'inline', 'unfold', 'page'] as const;
export type Container = (typeof containers)[number];

/** How the step says what it is about. */
export const titles = ['heading', 'aria-label', 'aria-labelledby', 'none'] as const;
export type TitleForm = (typeof titles)[number];

/** Where the name was given. */
export const namings = [
  'same-page',
  'page-before',
  'dialog',
  'earlier-step-reload',
  'edited-after-back',
  'kept',
  'suggested',
  'set-by-page',
  'none',
] as const;
export type NamingForm = (typeof namings)[number];

/** When, and after what, the secret appears. */
export const timings = [
  'at-once',
  'late',
  'spinner',
  'two',
  'error-first',
  'reopened',
  'class-shown',
  'remounted',
] as const;
export type Timing = (typeof timings)[number];

/** What stands on the page that looks like an app password and is none. */
export const neighbours = [
  'none',
  'authenticator-key-groups',
  'authenticator-key-letters',
  'authenticator-key-piece',
  'temporary-access-pass',
  'recovery-codes',
  'help-example',
  'device-list',
  'token-serial',
  'hidden-copy',
  'transparent-copy',
  'clipped-copy',
  'off-screen-copy',
  'sixteen-letter-word',
  'api-token',
  'own-password',
] as const;
export type Neighbour = (typeof neighbours)[number];

/** A control that copies beside the secret. */
export type CopyControl = 'text' | 'icon' | 'icon-labelled' | 'none';

/** One thing that a person sees. Words are in the scene's language, as the vendor writes them where that is known. */
export type Step =
  | { kind: 'list'; title: string; rows: { label: string; created: string }[]; add: string; remove: string }
  | {
      kind: 'naming';
      title: string;
      titleForm: TitleForm;
      container: Container;
      field: string;
      placeholder?: string;
      /** What the user types; `suggested`: picked from suggestions instead; `preset`: the page sets it. */
      value: string;
      give: 'type' | 'suggest' | 'preset';
      suggestions?: string[];
      next: string;
      back?: string;
    }
  | {
      kind: 'result';
      title: string;
      titleForm: TitleForm;
      container: Container;
      /** Words around it: a sentence before and after, the label beside the value. */
      before: string;
      caption: string;
      after: string;
      secret: string;
      place: Place;
      copy: CopyControl;
      copyWord: string;
      tooltip: boolean;
      done: string;
    }
  | {
      kind: 'other';
      neighbour: Neighbour;
      title: string;
      titleForm: TitleForm;
      container: Container;
      caption: string;
      value: string;
      copy: CopyControl;
      copyWord: string;
      done: string;
    }
  | { kind: 'error'; title: string; container: Container; text: string; again: string }
  | { kind: 'spinner'; text: string };

export interface Scene {
  /** `seed/number`, which makes the same scene again. */
  id: string;
  /** Id of the provider as in `lib/providers`, or `unknown` for a site that nobody knows. */
  provider: string;
  /** Which kit draws it. */
  kit: string;
  /** Address at which the browser shows it. */
  url: string;
  /** BCP 47. */
  language: string;
  /** Every dimension's value, by name, for the report. */
  dimensions: Record<string, string>;
  /** The user clicks "Look on this page" once the last step is shown; else the page is watched. */
  asked: boolean;
  /** The e-mail address or name of the account, and how the page shows it. */
  account: string;
  accountPlace: 'header' | 'avatar-label' | 'address' | 'in-step' | 'none';
  steps: Step[];
  /** Stands on the page besides the steps. */
  beside: Neighbour[];
  /** What a person would have kept; no secret: the page has none and nothing may be caught. */
  expect: { secrets: { secret: string; label: string; account?: string }[] };
}
