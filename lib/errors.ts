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

/**
 * The one error class. `code` is for programs and chooses the words a person reads;
 * `message` is for developers and never holds page text, labels or secrets.
 */
export class AppError extends Error {
  readonly code: ErrorCode;

  constructor(code: ErrorCode, message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.name = 'AppError';
    this.code = code;
  }
}

/** The code of anything thrown; what is not an `AppError` is a `bug`. */
export function codeOf(error: unknown): ErrorCode {
  return error instanceof AppError ? error.code : 'bug';
}
