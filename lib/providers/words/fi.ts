import type { Words } from './words';

/**
 * Finnish.
 *
 * app: FairEmail "sovelluksen salasana", "sovellussalasana"; Apple "appikohtainen salasana"; "sovelluskohtainen
 * salasana" by hand. key: Nextcloud, tt-rss. The rest by hand.
 */
export const words: Words = {
  app: 'smtp tunnuk|sovellussalasan|sovellusten salasan|sovelluksen salasan|sovelluskohtai* salasan|ohjelmasalasan|laitesalasan|laitekohtai* salasan|salasan* sovelluks|appikohtai* salasan',
  pass: '~salasan',
  once: 'vain kerran|ei näytetä|et näe|et voi näh',
  copy: 'kopioi|leikepöy',
  name: 'nimi!|kuvaus|sovelluksen nimi',
  delete: 'kumoa|peruuta käyttö|poista|peruuta',
  key: '~suojausavain|todennussovel|tunnistautumissov|salainen avain',
  temp: 'väliaikai|tilapäi|kertakäyttö|vahvistuskoodi',
  recovery: 'palautuskood|palautusava',
  serial: 'sarjanumero|viitenumero|tilausnum',
  token: 'api tunnus|~tunnuste|api ava|käyttöava',
  other: 'verkon salas|verkkoava|lisenssiava|tuoteava|lahjakort',
  example: 'esim',
  own: 'vaihda salasana|nykyinen salas|toista salas|vahvista salas|unohd',
};
