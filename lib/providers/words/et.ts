import type { Words } from './words';

/**
 * Estonian.
 *
 * app: FairEmail "rakenduse parool", "rakenduse salasõna". key: Nextcloud. The rest by hand.
 */
export const words: Words = {
  app: 'rakenduse* parool|rakenduse* salas|rakenduseparool|rakenduspõh|seadme parool',
  pass: '~parool|salasõn',
  once: 'ainult üks kord|ainult ühe korra|enam ei',
  copy: 'kopeeri|lõikep',
  name: 'rakenduse nimi|kirjeldus',
  delete: 'kustuta|eemalda',
  key: 'autentimisrak|salajane võti',
  temp: 'ajuti|ühekord|kinnituskood',
  recovery: 'taastek|taastamis',
  serial: 'seerianum',
  token: 'api võti',
  other: 'võrgu par|litsents|kinkekaart',
  example: 'näiteks',
  own: 'praegune par|korda|unusta',
};
