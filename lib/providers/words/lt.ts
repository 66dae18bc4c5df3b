import type { Words } from './words';

/**
 * Lithuanian.
 *
 * app: mailcow "programėlės slaptažodis". The rest by hand.
 */
export const words: Words = {
  app: 'program* slaptaž|taikom* slaptaž|slaptaž* programėl',
  pass: 'slaptaž',
  once: 'tik vieną kartą|daugiau nebus|nebegal',
  copy: 'kopijuo|nukopij',
  name: 'pavadinimas|programėlės pav',
  delete: 'ištrint|pašalint',
  key: 'autentifik*+program|slaptasis raktas',
  temp: 'laikin|vienkartin|patvirtinimo kod',
  recovery: 'atkūrimo|atsargin',
  serial: 'serijos num',
  token: 'api*+raktas',
  other: 'tinklo slaptaž|dovan|kvietim',
  example: 'pavyzd',
  own: 'dabartinis slaptaž|pakarto|pamirš',
};
