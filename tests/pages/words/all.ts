import { words as en } from './en.ts';
import type { Words } from './words.ts';

/** By BCP 47 tag. */
export const languages: Readonly<Record<string, Words>> = { en };
