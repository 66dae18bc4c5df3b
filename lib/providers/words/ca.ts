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
  once: 'una sola vegada|només una|no podreu|no es tornar|copieu|deseu|lloc segur|s ha generat|s ha creat',
  copy: 'copia|copiat|porta retalls|porta papers',
  name: 'nom!|nom de|etiqueta|descripció',
  delete: 'suprimeix|esborra|elimina|revoca',
  key: 'app*+autenticació|autenticador|clau secreta|secret totp|escane',
  temp: 'temporal|un sol ús|codi de verif',
  recovery: 'codi* de recup|clau de recup',
  serial: 'número de sèrie|referència',
  token: 'clau api|clau d api|clau d accés',
  other: 'llicència|val de|targeta regal|codi d invit',
  example: 'exemple|p. ex',
  own: 'contraseny* actual|repet|confirm*+contraseny|oblid|canvi*+contraseny',
};
