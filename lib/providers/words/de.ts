import type { Words } from './words';

/**
 * German.
 *
 * app: Apple "App-spezifisches Passwort"; mailcow, ownCloud, tt-rss, FairEmail "App-Passwort"; ownCloud "App-
 * Passcode". Not looked up: Microsoft "App-Kennwort", Google "App-Passwort", GMX and WEB.DE "anwendungsspezifisches
 * Passwort", OX and WordPress "Anwendungspasswort". key: mailcow, tt-rss, Nextcloud. The rest by hand.
 */
export const words: Words = {
  app: 'passw* für ihre app|passw* für deine app|passw* für meine app|app kennw|appkennw|~anwendungskennw|~anwendungspassw|~applikationspassw|~spezifische* passw|~spezifische* kennw|~gerätepassw|~gerätekennw|passw* für+anwendung|kennw* für+anwendung|passw* für apps!',
  pass: '~passwor|~passwör|~kennw',
  once: 'einmal ang|einmalig ang|nur einmal|nicht mehr ang|nicht erneut|jetzt kop|kopieren sie|notier',
  copy: '~kopier|zwischenabl',
  name: 'bezeichn|beschreib|appname|gerätename',
  delete: 'lösch|entfern|widerruf',
  key: '~sicherheitsschl|authentifizierungs|authentifikator|geheim* schlüssel|~geheimschlüssel|einrichtungsschl|sicherheitsschl',
  temp: 'temporär|vorläufig|einmalpas|einmalken|einmalcode|befrist|bestätigungsc',
  recovery: 'wiederherstellungsc|wiederherstellungss|~ersatzcode|~notfallcode',
  serial: '~seriennu|referenznu|bestellnu',
  token: 'api schl|zugriffsschl|clientgeheim|geheim* client',
  other:
    'netzwerkschl|netzwerkpas|netzwerkken|~lizenzschl|~produktschl|aktivierungs|gutschein|geschenk|einladungsc|besprechungs|prüfsumme|fingerabdr|~datenbank',
  example: 'beispiel|z. b|z.b',
  own: 'aktuelles pass|aktuelles kenn|passw* wiederh|kennw* wiederh|passw* bestät|kennw* bestät|passw* verg|kennw* verg|passw* änd|kennw* änd',
};
