import type { View } from './reading/view';

/**
 * What the page shows right now.
 * `naming`: the form, with what the user has typed so far.
 * `created`: a new app password; `seems` is what the page calls it otherwise. An empty `account` means that the page
 * says nothing that may be it.
 * `drafted`: shown only before its form is sent, which a click on what fits the selector `send` does, or on what `send`
 * takes for it. It counts once the form is gone or the page shows something that fits `taken`, and no longer once the
 * page shows something that fits `refused`.
 * `list`: the app passwords that exist.
 */
export type Reading =
  | { kind: 'naming'; account?: string; label: string }
  | { kind: 'created'; account?: string; label?: string; secret: string; seems?: 'token' }
  | {
      kind: 'drafted';
      account?: string;
      label: string;
      secret: string;
      /** What sends the form: a selector of own markup, or a judgement of what was pressed, with all that is around it. */
      send: string | ((path: readonly EventTarget[]) => boolean);
      taken?: string;
      refused?: string;
    }
  | {
      kind: 'list';
      account?: string;
      limit?: number;
      complete: boolean;
      entries: InventoryItem[];
      /** The page says that the server refused what the page before sent. */
      refused?: boolean;
    };

/** One row of a provider's own list; dates as the page's machine-readable text, else as shown. */
export interface InventoryItem {
  label: string;
  remoteId?: string;
  created?: string;
  expires?: string;
  lastUsed?: string;
  lastPlace?: string;
}

/** What a secret looks like. */
export interface SecretShape {
  /** The secret as the page shows it, trimmed, white space runs folded to one space. */
  readonly shown: RegExp;
  /** Characters that are shown but that sign-in ignores; the canonical form is without them. Empty when all count. */
  readonly ignored: '' | ' ' | '-' | ' -';
}

export type Protocol = 'imap' | 'pop' | 'smtp' | 'caldav' | 'carddav' | 'webdav' | 'eas' | 'api';

export interface ServerSettings {
  readonly protocol: Protocol;
  /** Host name, or a URL for CalDAV, CardDAV and WebDAV; `{host}` is the host of a self-hosted site. */
  readonly host: string;
  readonly port?: number;
  readonly security?: 'tls' | 'starttls';
  /** The form of the user name: whole address, part before the @, or the account name as is. */
  readonly user: 'address' | 'local-part' | 'account';
}

/**
 * A dated, sourced statement on what app passwords of a provider can and cannot do. Its words are the message
 * `fact.<id>`, and `fact_ahead.<id>` before its day where it was announced.
 */
export interface Fact {
  /** Lower case with underscores, unique over all providers. */
  readonly id: string;
  /** UTC day `YYYY-MM-DD` from which it holds; where no source says that, the day its source was read. */
  readonly date: string;
  /** Address of the page that says so. */
  readonly source: string;
  /** `retired`: app passwords no longer work for `protocols` (all, when absent). `note`: good to know. */
  readonly effect: 'retired' | 'note';
  /** When it matters: while one is used, when one is made or revoked, when the account's own password changes. */
  readonly about: 'using' | 'making' | 'revoking' | 'password';
  /** Set where the message `fact_todo.<id>` says what to do. */
  readonly todo?: true;
  readonly protocols?: readonly Protocol[];
  /** UTC day on which its source was last read, where `date` is another; one before `date` makes it an announcement. */
  readonly checked?: string;
  /**
   * What becomes of app passwords when the account's own password changes: all end `with-password`, keep working until
   * the user deletes them `by-hand`, or it `depends`.
   */
  readonly ends?: 'with-password' | 'by-hand' | 'depends';
}

/** Where a provider's pages are, and what they show. */
export interface Site {
  /** Stable, lower case, the name of its file; stored in vaults, so never rename it. */
  readonly id: string;
  /** Match patterns of its app-password pages, as narrow as the site allows; empty for self-hosted software. */
  readonly matches: readonly string[];
  /**
   * `built-in`: its hosts are in the manifest. `self-hosted`: any site. `optional`: switched on by the user.
   * `practice`: development builds only. `ended`: nowhere, since its app passwords have ended; it has no reader.
   */
  readonly access: 'built-in' | 'optional' | 'self-hosted' | 'practice' | 'ended';
  /** What a secret looks like, for reading and for the paste check. */
  readonly shape: SecretShape;
}

/**
 * What looks like an app password and surely is none: what recovers an account, an authenticator's key, or what a
 * network, a licence, a voucher or a number has.
 */
export type Left = 'recovery' | 'key' | 'other';

/** What is known of a page besides itself when it is read. */
export interface Moment {
  /** The name that the user typed for an app password a moment ago; empty when none. */
  readonly named?: string;
  /** The user asks to look. */
  readonly asked?: boolean;
  /** True for a field that the user has typed into. */
  readonly typed?: (field: Element) => boolean;
  /** True for a text that was on the page already when the user last continued with a name. */
  readonly old?: (text: string) => boolean;
}

/** What `ReadDraft` is given to look for a form that is still to be sent. */
export interface Drafting {
  readonly pages: Pages;
  /** The secret that a text shows. */
  secretOf(text: string): string | undefined;
}

/** Reads a form that shows the secret before it is sent (`reading/drafting.ts`). */
export type ReadDraft = (
  view: View,
  site: Drafting,
  url: URL,
  page: Document,
  moment?: Moment,
) => Reading | undefined;

/** What a provider knows about a page of its own, for reading that weighs all that the page shows. */
export interface Pages {
  /** Nothing but app passwords is at this address. */
  readonly own?: boolean;
  /** What else the vendor calls an app password, as spelled texts, separated by `|`. */
  readonly called?: string;
  /** Texts in the form of its secrets are hardly ever anything else. */
  readonly rare?: true;
  /** The form to look for, where that of `shape` fits too much. */
  readonly form?: RegExp;
  /** The page shows secrets before its form is sent, none is made until then, and this reads such a form. */
  readonly drafts?: ReadDraft;
  /** They are words in a row. */
  readonly words?: true;
  /** They have no name to be asked for. */
  readonly nameless?: true;
}

/**
 * The part of a provider that runs as a guest in its page. It is kept apart from what only our own pages show, so that
 * it stays small there, and no page of ours reads pages.
 */
export interface Reader extends Site {
  /** It reads only when the user asks to look, and after all others read nothing. */
  readonly asked?: true;
  /** True for the addresses at which it reads by itself; all that it fits, when absent. The user may ask for others. */
  here?(url: URL): boolean;
  /**
   * Reads a settled page whose markup is known. Pure: no clock, no network, no writes.
   * @returns `undefined` when this is not (yet) an app-password page.
   * @throws AppError `provider-page-changed` when it is one, but a part we need is missing.
   */
  read?(url: URL, page: Document, moment?: Moment): Reading | undefined;
  /** Facts for reading that weighs what the page shows, where `read` knows no such markup. */
  pages?(url: URL): Pages | undefined;
  /** Reads the list of app passwords that the page shows, where nothing else was read. */
  list?(url: URL, page: Document): Reading | undefined;
  /** Says what a page shows that is left alone on purpose; asked only after nothing was read. */
  leaves?(page: Document): Left | undefined;
}

/** A service that issues app passwords, and the pages where it does. */
export interface Provider extends Site {
  /** An invented secret in canonical form, for words on the screen and for tests. */
  readonly example: string;
  readonly name: string;
  /** One or two Latin letters, the first a capital, unlike those of all others; our own pages show them in a tile beside its name. */
  readonly monogram: string;
  /** Addresses a person opens; for self-hosted software `{origin}` is the site's origin. */
  readonly links: { create?: string; revoke: string; signIns?: string; help?: string };
  /** Set where one that exists can be given another name, so that a name alone proves less. */
  readonly renames?: true;
  readonly limits?: { entries?: number; shortestLabel?: number };
  readonly servers: readonly ServerSettings[];
  /** Dated, sourced statements the review uses. */
  readonly facts: readonly Fact[];
  /** False where app passwords have no name of their own, so that ours asks for one. */
  readonly labelled: boolean;
}
