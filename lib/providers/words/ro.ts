import type { Words } from './words';

/**
 * Romanian.
 *
 * app: FairEmail "parolă de aplicație"; mailcow "parolă aplicație". Not looked up: Google "parole pentru aplicații".
 * key: mailcow. The rest by hand.
 */
export const words: Words = {
  app: 'parol* de aplica|parol* aplica|parol* pentru+aplica|parol* specifi',
  pass: 'parol',
  once: 'o singură dată|nu o vei|nu va mai|nu mai',
  copy: 'copiat',
  name: 'nume!|numele|etichet',
  delete: 'șterge|elimin',
  key: 'aplica*+autentif|cheie secret|cheie de config',
  temp: 'temporar|unică folos|de unică|cod* de verif',
  recovery: 'recuperare|cod* de rezerv',
  serial: 'număr de serie|număr* comen',
  token: 'chei* api|chei* de acces',
  other: 'parol* rețe|licenț|card cadou|cod de invit',
  example: 'exemplu',
  own: 'parol* curent|parol* actual|confirm*+parol|repet',
};
