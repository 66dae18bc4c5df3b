import type { Words } from './words';

/**
 * Estonian.
 *
 * app: FairEmail "rakenduse parool", "rakenduse salasõna". key: Nextcloud. The rest by hand.
 */
export const words: Words = {
  app: 'rakenduse* parool|rakenduse* salas|rakenduseparool|rakenduspõh|seadme parool',
  pass: '~parool|salasõn',
  once: 'ainult üks kord|ainult ühe korra|enam ei|kopeeri see|salvesta see|turvalis* koh|loodi',
  copy: 'kopeeri|lõikep',
  name: 'rakenduse nimi|kirjeldus|nimetus',
  delete: 'kustuta|eemalda|tühista',
  key: 'autentimisrak|salajane võti|skann*+kood',
  temp: 'ajuti|ühekord|kinnituskood',
  recovery: 'taastek|taastamis|varukood',
  serial: 'seerianum|tellimuse',
  token: 'api võti|juurdepääsuvõ',
  other: 'võrgu par|litsents|kinkekaart|kupong|kutse',
  example: 'näiteks|näide',
  own: 'praegune par|vana par|korda|unusta|muuda par',
};
