import type { Words } from './words';

/**
 * Swedish.
 *
 * app: Google "applösenord"; Apple "appspecifikt lösenord", "App-specifika lösenord"; mailcow "applikationslösenord";
 * FairEmail "app-lösenord". key: mailcow, Nextcloud. The rest by hand.
 */
export const words: Words = {
  app: 'lösenord* för+app|applösen|app lösen|~specifik* lösen|applikationslösen|programlösen|enhetslösen|lösenord för app!|lösenord för appar|lösenord för extern',
  pass: '~lösenord|lösenkod',
  once: 'inte se det igen|skriv ned|skriv ner|en gång|inte igen|visas inte|aldrig igen',
  copy: 'urklipp',
  name: '~namn|namn|beteckn|beskriv',
  delete: 'återkalla|ta bort|radera',
  key: '~säkerhetsnyckel|autentiseringsapp|autentifikator|hemlig nyckel',
  temp: 'tillfällig|engångs|verifieringskod|säkerhetskod',
  recovery: 'återställningskod|återställningsnyck|reservkod',
  serial: 'referensn|kundnummer|ordernum',
  token: 'api nyckel|åtkomstnyckel',
  other: 'nätverksl|nätverksnyckel|licensnyck|produktnyck|presentk',
  example: 'exempel|t.ex',
  own: 'byt lösenord|ändra lösenord|nuvarande lösen|upprepa+lösen|bekräfta+lösen|glömt|ändra lösen',
};
