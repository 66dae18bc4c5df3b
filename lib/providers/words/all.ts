import { words as de } from './de';
import { words as en } from './en';
import { words as es } from './es';
import { words as fr } from './fr';
import type { Words } from './words';

/** The words of every language that somebody has written down, by its tag. */
export const vocabulary: Readonly<Record<string, Words>> = { en, de, fr, es };
