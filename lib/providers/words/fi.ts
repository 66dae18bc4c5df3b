import type { Words } from './words';

/**
 * Finnish.
 *
 * app: FairEmail "sovelluksen salasana", "sovellussalasana"; Apple "sovelluskohtainen salasana" and Microsoft, Google
 * "sovellussalasana", "sovelluksen salasana" from memory. key: Nextcloud, tt-rss. The rest by hand.
 */
export const words: Words = {
  app: 'sovellussalasan|sovellusten salasan|sovelluksen salasan|sovelluskohtai* salasan|ohjelmasalasan|laitesalasan|laitekohtai* salasan|salasan* sovelluks',
  pass: '~salasan',
  once: 'vain kerran|ei näytetä|et näe|et voi näh|kopioi se|tallenna se|kirjoita se|turvalli* paik|luotu',
  copy: 'kopioi|leikepöy',
  name: 'nimi!|kuvaus|sovelluksen nimi|laitteen nimi',
  delete: 'poista|peruuta',
  key: 'todennussovel|tunnistautumissov|salainen avain|määritysavain|totp salai|skannaa',
  temp: 'väliaikai|tilapäi|kertakäyttö|vahvistuskoodi|turvakoodi',
  recovery: 'palautuskood|palautusava|varakood|varmuuskood',
  serial: 'sarjanumero|viitenumero|tilausnumero|asiakasnumero',
  token: 'api ava|käyttöava|asiakassala|yksityinen avain',
  other:
    'verkon salas|verkkoava|lisenssiava|tuoteava|aktivointi|lahjakort|alennuskood|kutsukood|kokous|sormenjäl|tarkistussum|tietokan',
  example: 'esimerk|esim',
  own: 'nykyinen salas|vanha salas|toista salas|vahvista salas|unohd|vaihda salas',
};
