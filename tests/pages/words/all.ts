import { words as ar } from './ar.ts';
import { words as cs } from './cs.ts';
import { words as da } from './da.ts';
import { words as de } from './de.ts';
import { words as en } from './en.ts';
import { words as es } from './es.ts';
import { words as fi } from './fi.ts';
import { words as fr } from './fr.ts';
import { words as hu } from './hu.ts';
import { words as it } from './it.ts';
import { words as ja } from './ja.ts';
import { words as ko } from './ko.ts';
import { words as nb } from './nb.ts';
import { words as nl } from './nl.ts';
import { words as pl } from './pl.ts';
import { words as ptBr } from './pt-br.ts';
import { words as ru } from './ru.ts';
import { words as sv } from './sv.ts';
import { words as tr } from './tr.ts';
import type { Words } from './words.ts';
import { words as zhHans } from './zh-hans.ts';

/** By BCP 47 tag. */
export const languages: Readonly<Record<string, Words>> = {
  en,
  de,
  fr,
  es,
  'pt-BR': ptBr,
  it,
  nl,
  sv,
  da,
  nb,
  fi,
  pl,
  cs,
  hu,
  ru,
  tr,
  ar,
  ja,
  'zh-Hans': zhHans,
  ko,
};
