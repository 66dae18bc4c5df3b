import { words as da } from './da';
import { words as de } from './de';
import { words as en } from './en';
import { words as es } from './es';
import { words as fi } from './fi';
import { words as fr } from './fr';
import { words as it } from './it';
import { words as nb } from './nb';
import { words as nl } from './nl';
import { words as pt } from './pt';
import { words as sv } from './sv';
import type { Words } from './words';

/** The words of every language that somebody has written down, by its tag. */
export const vocabulary: Readonly<Record<string, Words>> = {
  en,
  de,
  fr,
  es,
  it,
  pt,
  nl,
  sv,
  da,
  nb,
  fi,
};
