import type { Reading } from '../providers/provider';

/** What is seen on a page, and what is known besides. */

/** A reading with the id of the provider that made it. */
export interface Read {
  provider: string;
  reading: Reading;
  /** The name that stands in a form beside a list. */
  typed?: string;
}

/** A fresh secret, with what was read beside it or typed a moment before. */
export interface Fresh {
  provider: string;
  account: string;
  label: string;
  secret: string;
  /** True when the user asked to look; then no gesture in the page is needed. */
  asked: boolean;
  /** What the page calls it, where that is no app password. */
  seems?: 'token';
  /** The page leaves; the next one may say that the server refused it. */
  leaving?: true;
}

/** A fresh secret as it is reported. */
export interface Reported extends Fresh {
  /** The user did something in this document not long before. */
  gesture: boolean;
}

/** What a page lists. */
export type ListReading = Extract<Reading, { kind: 'list' }>;

/** What the user did on this page. */
export interface Typed {
  /** The name that was typed for an app password a moment ago; empty when none. */
  named: string;
  /** True for a field that the user has typed into. */
  typed(field: Element): boolean;
  /** True for a text that was on the page already when the user last continued with a name. */
  old(text: string): boolean;
}

/** What the user typed or the page said before a secret is shown. */
export interface Note {
  provider: string;
  label: string;
  account: string;
}
