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
  once: 'csak egyszer|többé nem|nem lesz lát|másolja',
  copy: 'másol|vágólap',
  name: 'név!|neve!|megnevez',
  delete: 'törl|eltávol',
  key: 'hitelesítő alk|titkos kulcs|beállító kulcs',
  temp: 'ideiglenes|egyszer használ|egyszeri|ellenőrző kód',
  recovery: 'helyreállítás|tartalék kód',
  serial: 'sorozatsz|rendelésszám',
  token: 'api kulcs|hozzáférési kulcs',
  other: 'hálózati|licenc|termékkulcs|utalvány|ajándék',
  example: 'például|pl.',
  own: 'jelenlegi jelsz|jelsz* megerős|jelsz* ismét|elfelejt',
};
