/** Every way in which Spare Key can fail, named by the room that found it. Stored in reports: never reuse a code. */
export const errorCodes = [
  'provider-page-changed',
  'capture-too-many',
  'capture-gone',
  'capture-invalid',
  'vault-missing',
  'vault-exists',
  'vault-locked',
  'vault-wrong-passphrase',
  'vault-wrong-recovery-code',
  'vault-mistyped-recovery-code',
  'vault-weak-passphrase',
  'vault-corrupt',
  'vault-too-new',
  'vault-full',
  'vault-blocked',
  'vault-unreadable',
  'entry-gone',
  'entry-changed',
  'entry-without-secret',
  'bridge-not-installed',
  'bridge-silent',
  'bridge-locked',
  'bridge-not-paired',
  'bridge-refused',
  'bridge-timeout',
  'bridge-unknown-outcome',
  'bridge-gone',
  'bridge-too-old',
  'bridge-failed',
  'bridge-unchecked',
  'file-invalid',
  'file-wrong-passphrase',
  'file-too-large',
  'file-too-new',
  'site-not-allowed',
  'site-unreadable',
  'policy-forbids',
  'message-forbidden',
  'message-invalid',
  'message-unanswered',
  'bug',
] as const;

export type ErrorCode = (typeof errorCodes)[number];

/** What a page that is known and cannot be read is reported with. */
export interface PageChange {
  /** The provider's id. */
  provider: string;
  /** What is missing on its page: `result step: secret`. */
  part: string;
}

/** What programs need to know of an error besides its code. */
export interface ErrorDetails extends Partial<PageChange> {
  /** Of `bridge-too-old`: it is the extension that is the older one. */
  isOurs?: true;
  /** Of `bridge-failed`: no answer came, or none that can be understood, so it is unknown what was done. */
  isUnanswered?: true;
}

/**
 * The one error class. `code` is for programs and chooses the words a person reads; `details` are for programs;
 * `message` is for developers. None of them ever holds page text, labels or secrets.
 */
export class AppError extends Error {
  override readonly name = 'AppError';
  readonly code: ErrorCode;
  readonly details: ErrorDetails;

  constructor(code: ErrorCode, message: string, options: { cause?: unknown; details?: ErrorDetails } = {}) {
    super(message, options);
    this.code = code;
    this.details = options.details ?? {};
  }
}

/** The details of anything thrown; none of what is not an `AppError`. */
export function detailsOf(error: unknown): ErrorDetails {
  return error instanceof AppError ? error.details : {};
}

/** The code of anything thrown; what is not an `AppError` is a `bug`. */
export function codeOf(error: unknown): ErrorCode {
  return error instanceof AppError ? error.code : 'bug';
}
