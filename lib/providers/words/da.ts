import type { Words } from './words';

/**
 * Danish.
 *
 * app: Google, mailcow, FairEmail "app-adgangskode"; Microsoft "appadgangskode"; Apple "app-specifik adgangskode".
 * key: mailcow, Nextcloud. The rest by hand.
 */
export const words: Words = {
  app: 'app adgangsk|appadgangsk|app kodeord|appkodeord|~specifik* adgangsk|~specifik* kodeord|programadgangsk|enhedsadgangsk|adgangsk* til app!|adgangsk* til apps!|adgangsk* til+programm',
  pass: '~adgangskode|kodeord',
  once: 'én gang|en gang!|ikke igen|vises ikke|aldrig igen|kopier den|gem den|skriv den ned|sikkert sted|genereret|er oprettet',
  copy: 'kopier|udklip',
  name: 'navn|betegn|beskriv|etiket|appnavn|enhedsnavn',
  delete: 'slet|fjern|tilbagekald',
  key: 'godkendelsesapp|autentificerings|hemmelig nøgle|opsætningsnøgle|totp hemmelig|scan+kode!',
  temp: 'midlertidig|engangs|bekræftelseskode|sikkerhedskode',
  recovery: 'gendannelseskode|gendannelsesnøgle|reservekode|backupkode|nødkode',
  serial: 'serienummer|referencen|ordrenummer|kundenummer|sagsnummer',
  token: 'api nøgle|adgangsnøgle|klienthemmelig|privat nøgle',
  other:
    'netværksad|netværksn|licensnøgle|produktnøgle|aktiverings|gavekort|rabatkode|invitationsk|mødeid|fingeraftr|kontrolsum',
  example: 'eksempel|f.eks|fx!',
  own: 'nuværende adgangsk|gammel adgangsk|gentag+adgangsk|bekræft+adgangsk|glemt|skift adgangsk',
};
