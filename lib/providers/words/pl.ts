import type { Words } from './words';

/**
 * Polish.
 *
 * app: Apple, Microsoft, tt-rss, FairEmail "hasło aplikacji"; mailcow, ownCloud "hasło do aplikacji"; ownCloud "hasła
 * / tokeny aplikacji". key, token: mailcow, Nextcloud. The rest by hand.
 */
export const words: Words = {
  app: 'has* specyficzn* dla apl|hasł* aplik|hase* aplik|hasł* do+aplik|hase* do+aplik|hasł* dla+aplik|hasła / tokeny|hasł* urządz',
  pass: 'hasł|haseł',
  once: 'tylko raz|nie zobacz|nie będzie można|ponownie wyśw',
  copy: 'kopiuj|skopiow|schow',
  name: 'nazwa|etykiet|opis',
  delete: 'usuń|unieważ',
  key: 'klucz* bezpiecz|klucz* zabezp|uwierzytelniając|tajny klucz|klucz konfig',
  temp: 'tymczas|jednoraz|kod weryf|kod bezpiecz',
  recovery: 'kod* odzysk|klucz* odzysk|kod* zapas',
  serial: 'numer ser|numer zam',
  token: 'klucz* api|klucz* dost',
  other: 'kod* zaprosz|hasł* sieci|klucz* lic|klucz* prod|bon!|podarun',
  example: 'przykład|np.',
  own: 'obecne has|aktualne has|twoje has|has* do konta|bieżące hasł|powtórz+hasł|potwierdź+hasł|zapomn|zmień hasł',
};
