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
export const copyControls = ['text', 'icon', 'icon-labelled', 'none'] as const;
export type CopyControl = (typeof copyControls)[number];

/** How the page shows whose account it is. */
export const accountPlaces = ['header', 'avatar-label', 'address', 'in-step', 'none'] as const;
export type AccountPlace = (typeof accountPlaces)[number];

/** What steps that stand in a container have in common. */
interface Held {
  title: string;
  titleForm: TitleForm;
  container: Container;
}

/** The page on which a person begins: what exists already, and a button that begins a new one. */
export interface ListStep {
  kind: 'list';
  title: string;
  rows: { label: string; created: string }[];
  add: string;
  remove: string;
}

/** Asks for a name. */
export interface NamingStep extends Held {
  kind: 'naming';
  field: string;
  placeholder?: string;
  /** What is in the field when the user continues. */
  value: string;
  /** What stands in it from the start: kept from an earlier visit, or typed before an error. */
  filled?: string;
  /**
   * The user types `value`; picks it from suggestions; or leaves what the page put there, from the start (`filled`) or a
   * moment later (the stage does that).
   */
  give: 'type' | 'suggest' | 'preset';
  /** Buttons or options with these texts; picking one fills the field. */
  suggestions?: string[];
  next: string;
  /** The word of a button that calls `back`, which cancels; none: no such button. */
  back?: string;
  /** It stays on the page, below or above the next step, with what was typed. */
  stays?: boolean;
}

/** Shows the secret. Words around it: a sentence before and after, the label beside the value. */
export interface ResultStep extends Held {
  kind: 'result';
  before: string;
  caption: string;
  after: string;
  secret: string;
  /** The secret as pages write it, in groups; joined with `joint` it is the secret. One group: none are made. */
  groups: string[];
  joint: string;
  place: Place;
  copy: CopyControl;
  copyWord: string;
  /** Hovering or focusing the copy control shows its word. */
  tooltip: boolean;
  /** Lines such as name, user name, server, that stand with the secret. */
  facts: { caption: string; value: string }[];
  /**
   * The secret is in a form that is still to be sent, with a field for the name; `done` sends it. An error after it: the
   * server refused, and nothing was made.
   */
  draft?: { field: string; value: string };
  done: string;
}

/** Something that is no app password, shown like one. */
export interface OtherStep extends Held {
  kind: 'other';
  neighbour: Neighbour;
  caption: string;
  /** Several lines: several values (recovery codes, rows of devices). */
  value: string;
  /** A sentence that says what it is. */
  text: string;
  copy: CopyControl;
  copyWord: string;
  /** The word of the button that closes it; empty: none. */
  done: string;
}

/** The server refused; `again` calls `back`. */
export interface ErrorStep {
  kind: 'error';
  title: string;
  container: Container;
  text: string;
  again: string;
}

/** Nothing to see yet; the stage continues by itself. */
export interface SpinnerStep {
  kind: 'spinner';
  container: Container;
  text: string;
}

/** One thing that a person sees. Words are in the scene's language, as the vendor writes them where that is known. */
export type Step = ListStep | NamingStep | ResultStep | OtherStep | ErrorStep | SpinnerStep;

export interface Scene {
  /** `seed/number`, which makes the same scene again. */
  id: string;
  /** Id of the provider as in `lib/providers`, or `unknown` for a site of none of them. */
  provider: string;
  /** Which kit draws it. */
  kit: string;
  /** A number of the scene's own from which kits choose among ways of drawing the same thing. */
  variant: number;
  /** Address at which the browser shows it. */
  url: string;
  /** BCP 47. */
  language: string;
  /** Title of the document, and name in the page's header. */
  title: string;
  brand: string;
  /** Every dimension's value, by name, for the report. */
  dimensions: Record<string, string>;
  timing: Timing;
  /** The user clicks "Scan this page" once the last step is shown; else the page is watched. */
  asked: boolean;
  /** The e-mail address or name of the account, and how the page shows it. */
  account: string;
  accountPlace: AccountPlace;
  /** What `avatar-label` calls the button, the account in it. */
  accountWords: string;
  steps: Step[];
  /** Numbers of steps before which a new document is loaded. */
  reloads: number[];
  /** Stands on the page besides the steps. */
  beside: OtherStep[];
  /** What a person would have kept; no secret: the page has none and nothing may be caught. */
  expect: { secrets: { secret: string; label: string; account?: string }[] };
}
