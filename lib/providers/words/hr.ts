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
  once: 'samo jednom|više neće|nećete moći|kopirajte|spremite|sigurno mjes|generiran|stvoren',
  copy: 'kopira',
  name: 'naziv|ime!|oznaka|opis',
  delete: 'izbriš|ukloni|opozovi',
  key: 'autentifik*+aplik|tajni ključ|skenir',
  temp: 'privremen|jednokratn|kod za prov|kontrolni kod',
  recovery: 'kod* za oporav|ključ za oporav|rezervni kod',
  serial: 'serijski|broj narudž',
  token: 'api ključ|pristupni ključ',
  other: 'lozinka mreže|licenc|kupon|bon!|pozivn',
  example: 'primjer',
  own: 'trenutna loz|trenutna zap|stara loz|ponovi|potvrd*+loz|zaborav|promijeni loz',
};
