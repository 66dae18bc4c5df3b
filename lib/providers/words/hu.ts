import type { Words } from './words';

/**
 * Hungarian.
 *
 * app: Google, FairEmail "alkalmazásjelszó"; mailcow "alkalmazás jelszó", "applikáció jelszava". key: tt-rss,
 * Nextcloud. The rest by hand.
 */
export const words: Words = {
  app: 'alkalmazásjelsz|alkalmazás* jelsz|applikáció* jelsz|alkalmazásspec|eszközjelsz',
  pass: '~jelsz',
  once: 'csak egyszer|többé nem|nem lesz lát|másolja|mentse|jegyezze|biztonságos hely|létrehozott|létrejött|generált',
  copy: 'másol|vágólap',
  name: 'név!|neve!|megnevez|leírás|címke',
  delete: 'törl|eltávol|visszavon',
  key: 'hitelesítő alk|titkos kulcs|beállító kulcs|olvassa be',
  temp: 'ideiglenes|egyszer használ|egyszeri|ellenőrző kód|biztonsági kód',
  recovery: 'helyreállítás|tartalék kód|biztonsági tartal',
  serial: 'sorozatsz|rendelésszám|ügyfélsz|hivatkozási',
  token: 'api kulcs|hozzáférési kulcs|titkos ügyfél',
  other: 'hálózati|licenc|termékkulcs|utalvány|kupon|ajándék|meghívó|ellenőrzőössz',
  example: 'például|pl.|minta',
  own: 'jelenlegi jelsz|régi jelsz|jelsz* megerős|jelsz* ismét|elfelejt|jelsz* módos',
};
