import type { Words } from './words';

/**
 * Croatian, Serbian and Bosnian in Latin letters.
 *
 * app: FairEmail "zaporka aplikacije", "lozinka aplikacije", "lozinka za aplikaciju". key: Nextcloud. The rest by
 * hand.
 */
export const words: Words = {
  app: 'lozink* aplik|lozink* za+aplik|zapork* aplik|zapork* za+aplik',
  pass: 'lozink|zapork',
  once: 'samo jednom|više neće|nećete moći',
  copy: 'kopira',
  name: 'naziv|ime!',
  delete: 'izbriš|ukloni',
  key: 'autentifik*+aplik|tajni ključ',
  temp: 'privremen|jednokratn|kod za prov',
  recovery: 'kod* za oporav|ključ za oporav',
  serial: 'serijski',
  token: 'api ključ',
  other: 'lozinka mreže|bon!|pozivn',
  example: 'primjer',
  own: 'trenutna loz|trenutna zap|ponovi',
};
