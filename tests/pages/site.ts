import type { Vendor } from './words/words.ts';

/** Where a provider's pages are, what draws them and what its secrets look like. */
export interface Site {
  provider: string;
  /** Id of the provider where it has several pages that differ in everything. */
  as?: string;
  vendor?: Vendor;
  kits: readonly string[];
  /** Without the host for self-hosted software. */
  urls: readonly string[];
  brand: string;
  title: string;
  forms: readonly SecretForm[];
  /** Self-hosted, or unknown: at an invented host. */
  hosted?: 'watched' | 'asked' | 'either';
  /** It has no names. */
  nameless?: boolean;
  /** Shortest name that it takes. */
  shortest?: number;
  /** Names may hold only these. */
  names?: RegExp;
  /** The secret is in the form before it is sent, and never seen again. */
  draft?: boolean;
}

export const secretForms = [
  'letters-16',
  'letters-4x4-blank',
  'letters-4x4-dash',
  'base32-4x4-dash',
  'alnum-16-lower',
  'alnum-12',
  'alnum-20',
  'alnum-24-blank',
  'mixed-5x5-dash',
  'upper-4x5-dash',
  'upper-16',
  'alnum-32',
  'hex-32',
  'app-36',
  'letters-20-blank',
  'six-words',
] as const;
export type SecretForm = (typeof secretForms)[number];
