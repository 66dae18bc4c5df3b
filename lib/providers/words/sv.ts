import type { Words } from './words';

/**
 * Swedish.
 *
 * app: Google, Microsoft "applösenord"; Apple "appspecifikt lösenord", "App-specifika lösenord"; mailcow
 * "applikationslösenord"; FairEmail "app-lösenord". key: mailcow, Nextcloud. The rest by hand.
 */
export const words: Words = {
  app: 'applösen|app lösen|~specifik* lösen|applikationslösen|programlösen|enhetslösen|lösenord för app!|lösenord för appar|lösenord för extern',
  pass: '~lösenord|lösenkod',
  once: 'en gång|inte igen|visas inte|aldrig igen|kopiera det|spara det|skriv ner|säker plats|säkert ställe|genererat|har skapats',
  copy: 'kopier|urklipp',
  name: 'namn|beteckn|beskriv|etikett|appnamn|enhetsnamn',
  delete: 'ta bort|radera|återkalla|upphäv',
  key: 'autentiseringsapp|autentifikator|hemlig nyckel|konfigurationsnyckel|totp hemlig|skann*+kod|verifieringsapp',
  temp: 'tillfällig|engångs|verifieringskod|säkerhetskod|bekräftelsekod',
  recovery: 'återställningskod|återställningsnyck|reservkod|säkerhetskopieringskod',
  serial: 'serienummer|referensn|ordernummer|kundnummer|ärendenummer',
  token: 'api nyckel|åtkomstnyckel|klienthemlig|privat nyckel|signeringsnyckel',
  other:
    'nätverksl|nätverksnyckel|licensnyck|produktnyck|aktiverings|presentkort|rabattkod|inbjudningsk|mötes|fingeravtr|kontrollsumma|databas',
  example: 'exempel|t.ex|t ex',
  own: 'nuvarande lösen|gammalt lösen|upprepa+lösen|bekräfta+lösen|glömt|ändra+lösen|byt lösen',
};
