import type { Words } from './words';

/**
 * Slovenian.
 *
 * app: mailcow "geslo aplikacije"; FairEmail "geslo programa". key: mailcow. The rest by hand.
 */
export const words: Words = {
  app: 'gesl* aplik|gesl* za+aplik|gesl* program|gesl* za+program',
  pass: 'gesl',
  once: 'samo enkrat|ne boste mogli|ne bo več|kopirajte|shranite|varno mesto|ustvarjen',
  copy: 'kopiraj|kopiran|odložišč',
  name: 'ime aplik|naziv prog|oznaka',
  delete: 'izbriši|odstrani|prekliči',
  key: 'preverjanje prist|skrivni ključ|skeniraj',
  temp: 'začasn|enkratn|potrditvena koda|overitvena koda',
  recovery: 'obnovit|rezervna koda',
  serial: 'serijska štev|številka naroč',
  token: 'dostopni ključ',
  other: 'licenčn|darilni|vabil',
  example: 'primer!|na primer',
  own: 'trenutno geslo|staro geslo|ponovi|potrd*+gesl|pozab|spremeni geslo',
};
