import type { Words } from './words';

/**
 * Danish.
 *
 * app: mailcow, FairEmail "app-adgangskode". Not looked up: Google, Microsoft "appadgangskode", Apple "app-specifik
 * adgangskode". key: mailcow, Nextcloud. The rest by hand.
 */
export const words: Words = {
  app: 'adgangskode* til+app|~applikationsadgangskode|app adgangsk|appadgangsk|app kodeord|appkodeord|~specifik* adgangsk|~specifik* kodeord|programadgangsk|enhedsadgangsk|adgangsk* til app!|adgangsk* til apps!|adgangsk* til+programm',
  pass: '~adgangskode|kodeord',
  once: 'ikke se den igen|skriv den ned|én gang|en gang!|ikke igen|vises ikke',
  copy: 'kopié|udklip',
  name: 'navn|betegn|etiket',
  delete: 'tilbagekald|slet|fjern',
  key: '~sikkerhedsnøgle|godkendelsesapp|autentificerings|hemmelig nøgle',
  temp: 'midlertidig|engangs|bekræftelseskode|sikkerhedskode',
  recovery: 'gendannelseskode|gendannelsesnøgle',
  serial: 'referencen|ordrenummer',
  token: 'api nøgle|adgangsnøgle',
  other: 'netværksad|netværksn|licensnøgle|produktnøgle|gavekort',
  example: 'eksempel|fx!',
  own: 'nuværende adgangsk|gentag+adgangsk|bekræft+adgangsk|glemt|skift adgangsk',
};
