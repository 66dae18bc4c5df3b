import type { Words } from './words';

/**
 * Norwegian.
 *
 * app: Apple "app-spesifikt passord"; mailcow, ownCloud, FairEmail "app-passord", which English matches. key:
 * Nextcloud. The rest by hand.
 */
export const words: Words = {
  app: 'passord* for+app|~applikasjonspassord|~spesifikt passord|~spesifikke passord|programpassord|enhetspassord|passord for app!|passord for apper|passord for+program',
  pass: '~passord',
  once: 'ikke igjen|kopier det|lagre det|skriv det ned',
  copy: 'utklipp',
  name: '~navn|appnavn',
  delete: 'tilbakekall',
  key: '~sikkerhetsnøkkel|hemmelig nøkkel|oppsettsnøkkel',
  temp: 'bekreftelseskode|sikkerhetskode',
  recovery: 'gjenopprettingsk|gjenopprettingsn',
  serial: 'referansen',
  token: 'api nøkkel|tilgangsnøkkel',
  other: 'nettverkspass|nettverksn|lisensnøkkel|produktnøkkel',
  example: 'f.eks',
  own: 'bytt passord|endre passord|nåværende passord|gjenta+passord|bekreft+passord|endre passord',
};
