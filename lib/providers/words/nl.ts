import type { Words } from './words';

/**
 * Dutch.
 *
 * app: Microsoft, ownCloud, FairEmail "app-wachtwoord"; mailcow "appwachtwoord"; tt-rss "applicatiewachtwoorden";
 * ownCloud "app-toegangscode". As other pages quote it: Apple "app-specifiek wachtwoord". key: mailcow, Nextcloud. The
 * rest by hand.
 */
export const words: Words = {
  app: 'wachtwoord* voor+app|app wachtw* / token|app wachtw|appwachtw|app toegangsc|~specifie* wachtw|applicatiewachtw|toepassingswachtw|apparaatwachtw|wachtw* voor+applic|wachtw* voor apps!',
  pass: '~wachtwoord|toegangscode',
  once: 'één keer|eenmalig get|niet opnieuw|niet meer',
  copy: 'kopië|kopie|gekopieerd|klembord',
  name: '~naam|naam|beschrijv|omschrijv',
  delete: 'verwijder|intrek',
  key: '~beveiligingssleutel|authenticatieapp|geheime sleutel|instelsleutel',
  temp: 'tijdelijk|eenmalig* wachtw|eenmalig* code|verificatiecode',
  recovery: 'herstelcode|herstelsleutel|back upcode',
  serial: 'serienummer|referentien|bestelnummer',
  token: 'api sleutel|toegangssleutel',
  other: 'netwerkwachtw|netwerksleutel|licentie|productcode|cadeau|uitnodigings',
  example: 'voorbeeld|bijv',
  own: 'huidig* wachtw|herhaal+wachtw|bevestig+wachtw|wachtw* verget|wachtw* wijz',
};
