import type { Words } from './words';

/**
 * German.
 *
 * app: Microsoft "App-Kennwort"; Google, Nextcloud, mailcow, ownCloud, tt-rss "App-Passwort"; Apple "App-spezifisches"
 * and of old, with GMX and WEB.DE, "anwendungsspezifisches Passwort"; OX, WordPress "Anwendungspasswort"; Nextcloud of
 * old "gerätespezifisches Passwort"; ownCloud "App-Passcode" (English). key: mailcow, tt-rss, Nextcloud. The rest by
 * hand.
 */
export const words: Words = {
  app: 'app kennw|appkennw|~anwendungskennw|~anwendungspassw|~applikationspassw|~spezifische* passw|~spezifische* kennw|~gerätepassw|~gerätekennw|passw* für+anwendung|kennw* für+anwendung|passw* für apps!',
  pass: '~passwor|~passwör|~kennw',
  once: 'einmal ang|einmalig ang|nur einmal|noch einmal ang|nicht mehr ang|nicht erneut|jetzt kop|kopieren sie|notier|sicheren ort|generiert|erzeugt|wurde erstellt|neues passwort für',
  copy: '~kopier|zwischenabl',
  name: 'bezeichn|beschreib|appname|gerätename|anwendungsname',
  delete: 'lösch|entfern|widerruf',
  key: 'authentifizierungs|authentifikator|geheim* schlüssel|~geheimschlüssel|einrichtungsschl|sicherheitsschl|scannen+code|~code*+scann|~totp schl',
  temp: 'temporär|vorläufig|einmalpas|einmalken|einmalcode|bestätigungsc|sicherheitsc|prüfcode|zugangscode',
  recovery: 'wiederherstellungsc|wiederherstellungss|~ersatzcode|~notfallcode|rettungs|sicherungscode',
  serial: '~seriennu|referenznu|bestellnu|kundennu|sendungs|auftragsnu|rechnungsnu|vorgangsnu|aktenz',
  token: 'api schl|zugriffsschl|clientgeheim|geheim* client|privat* schl|signaturschl|verschlüsselungsschl',
  other:
    'netzwerkschl|netzwerkpas|netzwerkken|~lizenzschl|~produktschl|aktivierungs|gutschein|geschenk|rabatt|einladungsc|besprechungs|konferenz|prüfsumme|fingerabdr|~datenbank|verbindungszeich',
  example: 'beispiel|z. b|z.b|sieht+so aus|muster',
  own: 'aktuelles pass|aktuelles kenn|altes pass|altes kenn|passw* wiederh|kennw* wiederh|passw* bestät|kennw* bestät|passw* verg|kennw* verg|passw* änd|kennw* änd',
};
