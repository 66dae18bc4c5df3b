import { words as ar } from './ar';
import { words as bg } from './bg';
import { words as ca } from './ca';
import { words as cs } from './cs';
import { words as da } from './da';
import { words as de } from './de';
import { words as el } from './el';
import { words as en } from './en';
import { words as es } from './es';
import { words as et } from './et';
import { words as fa } from './fa';
import { words as fi } from './fi';
import { words as fr } from './fr';
import { words as he } from './he';
import { words as hi } from './hi';
import { words as hr } from './hr';
import { words as hu } from './hu';
import { words as id } from './id';
import { words as is } from './is';
import { words as it } from './it';
import { words as ja } from './ja';
import { words as ko } from './ko';
import { words as lt } from './lt';
import { words as lv } from './lv';
import { words as nb } from './nb';
import { words as nl } from './nl';
import { words as pl } from './pl';
import { words as pt } from './pt';
import { words as ro } from './ro';
import { words as ru } from './ru';
import { words as sk } from './sk';
import { words as sl } from './sl';
import { words as sv } from './sv';
import { words as th } from './th';
import { words as tr } from './tr';
import { words as uk } from './uk';
import { words as vi } from './vi';
import type { Words } from './words';
import { words as zhHans } from './zh-hans';
import { words as zhHant } from './zh-hant';

/** The words of every language that has a file here, by its tag. */
export const vocabulary: Readonly<Record<string, Words>> = {
  en,
  de,
  fr,
  es,
  is,
  it,
  pt,
  nl,
  sv,
  da,
  nb,
  fi,
  pl,
  cs,
  sk,
  hu,
  ro,
  ru,
  uk,
  bg,
  el,
  tr,
  ar,
  he,
  fa,
  ja,
  'zh-Hans': zhHans,
  'zh-Hant': zhHant,
  ko,
  ca,
  hr,
  sl,
  lt,
  lv,
  et,
  id,
  vi,
  th,
  hi,
};
