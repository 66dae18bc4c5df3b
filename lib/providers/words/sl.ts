import type { Words } from './words';

/**
 * Slovenian.
 *
 * app: mailcow "geslo aplikacije"; FairEmail "geslo programa". key: mailcow. The rest by hand.
 */
export const words: Words = {
  app: 'gesl* aplik|gesl* za+aplik|gesl* program|gesl* za+program',
  pass: 'gesl',
  once: 'samo enkrat|ne boste mogli|ne bo več',
  copy: 'odložišč',
  name: 'ime aplik',
  delete: 'odstrani|prekliči',
  key: 'preverjanje prist|skrivni ključ',
  temp: 'začasn|enkratn|potrditvena koda',
  recovery: 'obnovit|rezervna koda',
  serial: 'serijska štev',
  token: 'dostopni ključ',
  other: 'darilni|vabil',
  example: 'primer!',
  own: 'trenutno geslo|potrd*+gesl|pozab',
};
