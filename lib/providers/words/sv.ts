import type { Words } from './words';

/**
 * Swedish.
 *
 * app: Google "applösenord"; Apple "appspecifikt lösenord", "App-specifika lösenord"; mailcow "applikationslösenord";
 * FairEmail "app-lösenord". key: mailcow, Nextcloud. The rest by hand.
 */
export const words: Words = {
  app: 'applösen|app lösen|~specifik* lösen|applikationslösen|programlösen|enhetslösen|lösenord för app!|lösenord för appar|lösenord för extern',
  pass: '~lösenord|lösenkod',
  once: 'en gång|inte igen|visas inte|aldrig igen',
  copy: 'urklipp',
  name: 'namn|beteckn|beskriv',
  delete: 'ta bort|radera',
  key: 'autentiseringsapp|autentifikator|hemlig nyckel',
  temp: 'tillfällig|engångs|verifieringskod|säkerhetskod',
  recovery: 'återställningskod|återställningsnyck|reservkod',
  serial: 'referensn|kundnummer|ordernum',
  token: 'api nyckel|åtkomstnyckel',
  other: 'nätverksl|nätverksnyckel|licensnyck|produktnyck|presentk',
  example: 'exempel|t.ex',
  own: 'nuvarande lösen|upprepa+lösen|bekräfta+lösen|glömt|ändra lösen',
};
