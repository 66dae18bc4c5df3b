import type { Words } from './words';

/**
 * German.
 *
 * app: Microsoft "App-Kennwort", Google, Nextcloud, mailcow "App-Passwort"; Apple, GMX, WEB.DE "anwendungsspezifisches
 * Passwort"; OX, WordPress "Anwendungspasswort"; Nextcloud of old "gerätespezifisches Passwort". once: Nextcloud.
 * The rest by hand.
 */
export const words: Words = {
  app: 'app kennw|appkennw|~anwendungskennw|~anwendungspassw|~applikationspassw|~spezifische* passw|~spezifische* kennw|~gerätepassw|~gerätekennw|passw* für+anwendung|kennw* für+anwendung|passw* für apps!',
  pass: '~passwor|~passwör|~kennw|passc',
  once: '~einmal angez|~einmal sicht|nur einmal|nur dieses|nicht noch einmal|nicht mehr ang|nicht erneut|nicht wieder|jetzt kop|jetzt spei|kopieren sie|notieren|sicher* ort|sicher* auf|generiert|erzeugt|wurde erstellt|neues passwort für',
  copy: '~kopier|zwischenabl',
  name: '~name|bezeich|beschrei|titel',
  delete: 'lösch|entfern|widerruf|zurückzieh|trenn',
  key: 'authentifizierungs|authentifikator|geheim* schlüssel|~geheimschlüssel|einrichtungsschlüssel|einrichtungscode|~sicherheitsschlüssel|scannen+code|qr code*+scan|otp schlüssel',
  temp: 'temporär|befristet|vorläufig|einmalpas|einmalken|einmalcode|einmal code|bestätigungsc|sicherheitsc|prüfcode|zugangscode|läuft ab|gültig bis',
  recovery: 'wiederherst|~backup code|~ersatzcode|~notfallc|rettungs|merkphrase|sicherungsc',
  serial:
    '~seriennu|~referenz|bestellnu|kundennu|sendung|auftragsnu|rechnung|vorgangsnu|aktenz|~benutzern|benutzer id',
  token:
    'api schlüssel|zugriffsschl|zugangsschl|geheim* client|clientgeheim|geheimer client|privat* schlüssel|signaturs|verschlüsselungss',
  other:
    'netzwerk|~lizenz|~produktschl|aktivierung|~gutschein|geschenk|rabatt|einlad|besprech|konferenz|~prüfsumme|~fingerabdr|~datenbank|verbindungszeich|~gastpas',
  example: 'beispiel|zum beispiel|z. b|z.b|etwa so|sieht so|muster',
  own: 'aktuelles pass|aktuelles kenn|altes pass|altes kenn|bisherig|kontopass|kontokenn|anmelden bei|passw* wiederh|kennw* wiederh|passw* bestät|kennw* bestät|passw* vergess|kennw* vergess|passw* änd|kennw* änd|hauptpass',
};
