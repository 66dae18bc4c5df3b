import type { Words } from './words';

/**
 * Hungarian.
 *
 * app: Google, FairEmail "alkalmazásjelszó"; mailcow "alkalmazás jelszó", "applikáció jelszava". key: tt-rss,
 * Nextcloud. The rest by hand.
 */
export const words: Words = {
  app: 'jelsz* az alkalmaz|jelsz* alkalmaz|alkalmazásjelsz|alkalmazás* jelsz|applikáció* jelsz|alkalmazásspec|eszközjelsz',
  pass: '~jelsz',
  once: 'jegyezze fel|nem nézheti meg|csak egyszer|többé nem|nem lesz lát|másolja',
  copy: 'másol|vágólap',
  name: 'neve|címke|leírás|név!|neve!|megnevez',
  delete: 'visszavon|törl|eltávol',
  key: 'biztonsági kulcs|hitelesítő alk|titkos kulcs|beállító kulcs',
  temp: 'ideiglenes|egyszer használ|egyszeri|ellenőrző kód',
  recovery: 'helyreállítás|tartalék kód',
  serial: 'sorozatsz|rendelésszám',
  token: 'api kulcs|hozzáférési kulcs',
  other: 'hálózati|licenc|termékkulcs|utalvány|ajándék',
  example: 'példa|például|pl.',
  own: 'jelszó módos|jelszó megvált|jelenlegi jelsz|jelsz* megerős|jelsz* ismét|elfelejt',
};
