import type { Words } from './words';

/**
 * Catalan.
 *
 * app: FairEmail "contrasenya d'aplicació", "contrasenya de l'aplicació"; mailcow "contrasenya a l'aplicació". key:
 * mailcow, tt-rss. The rest by hand.
 */
export const words: Words = {
  app: 'contraseny* d aplic|contraseny* de l aplic|contraseny* a l aplic|contraseny* per+aplic|contraseny* específi',
  pass: 'contraseny',
  once: 'una sola vegada|només una|no podreu',
  copy: 'porta retalls|porta papers',
  name: 'nom!|nom de',
  delete: 'suprimeix|esborra',
  key: 'app*+autenticació|clau secreta',
  temp: 'un sol ús',
  recovery: 'codi* de recup|clau de recup',
  serial: 'número de sèrie',
  token: 'clau api|clau d api',
  other: 'llicència|val de|targeta regal',
  example: 'p. ex',
  own: 'contraseny* actual|oblid|canvi*+contraseny',
};
