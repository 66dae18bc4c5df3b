import type { Words } from './words';

/**
 * Polish.
 *
 * app: Microsoft, Apple, tt-rss "hasło aplikacji"; Google, mailcow, ownCloud "hasło do aplikacji"; ownCloud "hasła /
 * tokeny aplikacji". key, token: mailcow, Nextcloud. The rest by hand.
 */
export const words: Words = {
  app: 'hasł* aplik|hase* aplik|hasł* do+aplik|hase* do+aplik|hasł* dla+aplik|hasła / tokeny|hasł* urządz',
  pass: 'hasł|haseł',
  once: 'tylko raz|nie zobacz|nie będzie można|ponownie wyśw|skopiuj to|zapisz je|bezpiecznym miejscu|wygenerowan|zostało utw',
  copy: 'kopiuj|skopiow|schow',
  name: 'nazwa|etykiet|opis',
  delete: 'usuń|unieważ|odwoł',
  key: 'uwierzytelniając|tajny klucz|klucz konfig|zeskanuj+kod',
  temp: 'tymczas|jednoraz|kod weryf|kod bezpiecz',
  recovery: 'kod* odzysk|klucz* odzysk|kod* zapas|kod* awaryj',
  serial: 'numer ser|numer zam|numer klient|numer ref',
  token: 'klucz* api|klucz* dost|klucz* pryw',
  other: 'hasł* sieci|klucz* lic|klucz* prod|bon!|kupon|karta podar|kod zapros|odcisk|suma kontr',
  example: 'przykład|np.',
  own: 'bieżące hasł|aktualne hasł|obecne hasł|powtórz+hasł|potwierdź+hasł|zapomn|zmień hasł',
};
