import type { Words } from './words';

/**
 * Dutch.
 *
 * app: Google, Microsoft, mailcow, ownCloud "app-wachtwoord", "appwachtwoord"; Apple "app-specifiek wachtwoord"; tt-
 * rss "applicatiewachtwoorden"; ownCloud "app-toegangscode". key: mailcow, Nextcloud. The rest by hand.
 */
export const words: Words = {
  app: 'app wachtw|appwachtw|app toegangsc|~specifie* wachtw|applicatiewachtw|toepassingswachtw|apparaatwachtw|wachtw* voor+applic|wachtw* voor apps!',
  pass: '~wachtwoord|toegangscode',
  once: 'één keer|eenmalig get|niet opnieuw|niet meer|nooit meer|kopieer dit|kopieer het|sla dit|sla het|noteer|veilige plek|veilige plaats|gegenereerd|aangemaakt',
  copy: 'kopie|gekopieerd|klembord',
  name: 'naam|beschrijv|omschrijv|titel',
  delete: 'verwijder|intrek|trek in|wis!',
  key: 'authenticatie app|authenticatieapp|geheime sleutel|instelsleutel|totp geheim|scan+qr|verificatie app',
  temp: 'tijdelijk|eenmalig* wachtw|eenmalig* code|verificatiecode|bevestigingsc|beveiligingsc',
  recovery: 'herstelcode|herstelsleutel|back upcode|reservecode|noodcode',
  serial: 'serienummer|referentien|ordern|bestelnummer|klantnummer|volgnummer',
  token: 'api sleutel|toegangssleutel|clientgeheim|privésleutel|ondertekenings',
  other:
    'netwerkwachtw|netwerksleutel|licentie|productcode|productsleutel|activerings|cadeau|tegoedbon|kortings|uitnodigings|vergader|vingerafdr|controlegetal',
  example: 'voorbeeld|bijv|zoals',
  own: 'huidig* wachtw|oud* wachtw|herhaal+wachtw|bevestig+wachtw|wachtw* verget|wachtw* wijz|wijzig+wachtw',
};
