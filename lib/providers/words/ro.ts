import type { Words } from './words';

/**
 * Romanian.
 *
 * app: FairEmail "parolă de aplicație"; mailcow "parolă aplicație". Google's "parole pentru aplicații" from memory.
 * key: mailcow. The rest by hand.
 */
export const words: Words = {
  app: 'parol* de aplica|parol* aplica|parol* pentru+aplica|parol* specifi',
  pass: 'parol',
  once: 'o singură dată|nu o vei|nu va mai|nu mai|copiaz|salveaz|notea|loc sigur|generat',
  copy: 'copia|copiat',
  name: 'nume!|numele|etichet|descriere|nume aplica',
  delete: 'șterge|elimin|revoc',
  key: 'aplica*+autentif|cheie secret|cheie de config|scan*+cod',
  temp: 'temporar|unică folos|de unică|cod* de verif|cod* de secur',
  recovery: 'recuperare|cod* de rezerv',
  serial: 'număr de serie|număr* comen|număr client|referin',
  token: 'chei* api|chei* de acces',
  other: 'parol* rețe|licenț|voucher|card cadou|cod de invit|sumă de',
  example: 'exemplu',
  own: 'parol* curent|parol* actual|parol* vech|confirm*+parol|repet|am uitat|schimb*+parol',
};
