import type { Words } from './words';

/**
 * Norwegian.
 *
 * app: Apple "app-spesifikt passord"; mailcow, ownCloud, FairEmail "app-passord", which English matches. key:
 * Nextcloud. The rest is ours.
 */
export const words: Words = {
  app: 'passord* for+app|~applikasjonspassord|~spesifikt passord|~spesifikke passord|programpassord|enhetspassord|passord for app!|passord for apper|passord for+program|passord for en app!|passord for appen|passord for ekstern|applikasjons passord|program passord',
  pass: '~passord',
  once: 'ikke igjen|kopier det|lagre det|skriv det ned|bare en gang|kun denne gangen|vises bare|ikke bli vist|ikke vises igjen|ikke se det igjen|aldri igjen|lagre passord|kopier passord|ta vare på|trygt sted|er opprettet|ble opprettet|er generert|opprettet|bruk dette|skriv inn dette|lim inn|ditt nye passord|her er',
  copy: 'utklipp',
  name: 'velg app|~navn|appnavn|tittel|hva skal du bruke|merkelapp',
  delete:
    'tilbakekall|opphev|koble fra|avslutt økt|logg ut overalt|logg av overalt|logg ut av alle|logg ut enhet',
  cancel: 'lukk!|tilbake!|gå tilbake|angre|ikke nå|avvis|forkast|nei takk',
  key: '~sikkerhetsnøkkel|hemmelig nøkkel|oppsettsnøkkel|godkjenningsapp|autentikator|skann+kode|skann+qr|kan ikke skanne kode|kan du ikke skanne|angi+nøkkel|skriv inn+nøkkel|nøkkelen manuelt|manuell nøkkel|konfigurasjonsnøkkel|installasjonsnøkkel|kontonøkkel|delt hemmelighet',
  temp: 'bekreftelseskode|sikkerhetskode|tidsbegrens|verifiseringskode|verifikasjonskode|godkjenningskode|påloggingskode|innloggingskode|paringskode|sammenkoblingskode|tilgangskode|tilgangspass|utløper om|utløper etter+minu|gyldig i+minu|sekssifret|6 sifret',
  recovery:
    'gjenopprettingsk|gjenopprettingsn|gjenopprettings kode|gjenopprettingsfrase|gjenopprettingsord|sikkerhetskopikode|reservenøkkel|nødnøkkel|opplåsingskode',
  serial:
    'referansen|referanse:|bestillingsnu|saksnu|kontraktsnu|transaksjonsn|transaksjons id|bestillingsref|bekreftelsesnu|forespørsels id|korrelasjons|økt id|bruker id|feilkode',
  token: 'api nøkkel|tilgangsnøkkel|privat nøkkel|offentlig nøkkel|krypteringsnøkkel|signeringsnøkkel',
  other:
    'nettverkspass|nettverksn|lisensnøkkel|produktnøkkel|ruterpassord|lisenskode|aktiveringsnøkkel|kampanjekode|verdikort|invitasjonskode|invitasjon|møte id|møtekode|delingspassord|filpassord|gjestepassord|delingslenke|lommebok|kontrollsum|fingeravtrykk|enheter du er pålogget|enheter du er logget|enheter der du|der du er pålogget|der du er logget|pålogget på disse|påloggede enheter|tilkoblede enheter|aktive økt|aktiv økt|gjeldende økt|nåværende økt|siste aktiviteter|påloggingsaktivitet|innloggingsaktivitet|påloggingslogg|sist aktiv|sist sett|nettleserøkt|administrer enheter|administrer enhetene|apper med tilgang til|apper som har tilgang|· enhetene dine|· dine enheter|· mine enheter',
  example:
    'f.eks|f. eks|ser slik ut|ser omtrent|ikke et ekte|ikke ekte|oppdiktet|illustrasjon|hva er et app|hva er et+passord|hva er app|slik fungerer app',
  own: 'bytt passord|endre passord|nåværende passord|gjenta+passord|bekreft+passord|endre passord|gammelt passord|gamle passord|tidligere passord|gjeldende passord|ditt nåværende|· kontopassord|· passord for kontoen|· påloggingspassord|gjenta passord|bekreft passord|bekreft ditt|verifiser passord|nytt passord*+gjenta|nytt passord*+bekreft|hovedpassord|tilbakestill passord|skriv inn passordet ditt|oppdater passord',
};
