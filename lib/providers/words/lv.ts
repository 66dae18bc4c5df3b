import type { Words } from './words';

/**
 * Latvian.
 *
 * app: mailcow "lietotnes parole". key: mailcow, tt-rss. The rest by hand.
 */
export const words: Words = {
  app: 'lietotn* parol|lietojumprogr* parol|lietotnei paredz|parol* lietotn',
  pass: 'parol',
  once: 'tikai vienreiz|tikai vienu reizi|vairs ne|nokopē|saglabā|drošā vietā|izveidota',
  copy: 'kopēt|nokopēt|starplikt',
  name: 'nosaukums|lietotnes nos|apraksts',
  delete: 'dzēst|noņemt|atsaukt',
  key: 'autentifik*+liet|slepenā atsl|skenē',
  temp: 'pagaidu|vienreiz*|apstiprinājuma kod',
  recovery: 'atkopšan|atgūšan|rezerves kod',
  serial: 'sērijas num|pasūtījuma',
  token: 'api atslēg|piekļuves atsl',
  other: 'tīkla parol|licenc|kupon|dāvan|uzaicin',
  example: 'piemēr',
  own: 'pašreizējā parol|vecā parol|atkārto|aizmirs|mainīt parol',
};
