import type { Words } from './words';

/**
 * Norwegian.
 *
 * app: Google, Microsoft, mailcow, ownCloud "app-passord"; Apple "app-spesifikt passord". "App-passord" itself is
 * matched by English. key: Nextcloud. The rest by hand.
 */
export const words: Words = {
  app: '~spesifikt passord|~spesifikke passord|apppassord|programpassord|enhetspassord|passord for app!|passord for apper|passord for+program',
  pass: '~passord',
  once: 'én gang|ikke igjen|vises ikke|kopier det|lagre det|skriv det ned|sikkert sted|trygt sted|generert|er opprettet',
  copy: 'kopier|utklipp',
  name: 'beskriv|etikett|appnavn',
  delete: 'slett|fjern|tilbakekall',
  key: 'autentiseringsapp|hemmelig nøkkel|oppsettsnøkkel|skann*+kode',
  temp: 'midlertidig|engangs|bekreftelseskode|sikkerhetskode',
  recovery: 'gjenopprettingsk|gjenopprettingsn|reservekode|sikkerhetskopik',
  serial: 'serienummer|referansen|ordrenummer|kundenummer',
  token: 'api nøkkel|tilgangsnøkkel|klienthemmelig|privat nøkkel',
  other:
    'nettverkspass|nettverksn|lisensnøkkel|produktnøkkel|aktiverings|gavekort|rabattkode|invitasjonsk|møte id|fingeravtr|kontrollsum',
  example: 'eksempel|f.eks',
  own: 'nåværende passord|gammelt passord|gjenta+passord|bekreft+passord|glemt|endre passord',
};
