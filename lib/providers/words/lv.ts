import type { Words } from './words';

/**
 * Latvian.
 *
 * app: mailcow "lietotnes parole". key: mailcow, tt-rss. The rest by hand.
 */
export const words: Words = {
  app: 'lietotn* parol|lietojumprogr* parol|lietotnei paredz|parol* lietotn|lietotņu parol',
  pass: 'parol',
  once: 'tikai vienreiz|tikai vienu reizi|vairs ne',
  copy: 'kopēt|nokopēt',
  name: 'nosaukums|lietotnes nos',
  delete: 'dzēst|noņemt',
  key: 'autentifik*+liet|slepenā atsl',
  temp: 'pagaidu|vienreiz*|apstiprinājuma kod',
  recovery: 'atkopšan|atgūšan',
  serial: 'sērijas num',
  token: 'api atslēg',
  other: 'tīkla parol|dāvan|uzaicin',
  example: 'piemēr',
  own: 'pašreizējā parol|atkārto|aizmirs',
};
