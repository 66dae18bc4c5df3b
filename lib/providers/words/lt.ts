import type { Words } from './words';

/**
 * Lithuanian.
 *
 * app: mailcow "programėlės slaptažodis". The rest by hand.
 */
export const words: Words = {
  app: 'programėl* slaptaž|program* slaptaž|taikom* slaptaž|slaptaž* programėl',
  pass: 'slaptaž',
  once: 'tik vieną kartą|daugiau nebus|nebegal|nukopijuok|išsaugok|saugioje viet|sukurtas',
  copy: 'kopijuo|nukopij',
  name: 'pavadinimas|programėlės pav|aprašym',
  delete: 'ištrint|pašalint|atšaukt',
  key: 'autentifik*+program|slaptasis raktas|nuskait',
  temp: 'laikin|vienkartin|patvirtinimo kod',
  recovery: 'atkūrimo|atsargin',
  serial: 'serijos num|užsakymo',
  token: 'api*+raktas|prieigos raktas',
  other: 'tinklo slaptaž|licenc|kupon|dovan|kvietim',
  example: 'pavyzd',
  own: 'dabartinis slaptaž|senas slaptaž|pakarto|pamirš|keisti slaptaž',
};
