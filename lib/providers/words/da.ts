import type { Words } from './words';

/**
 * Danish.
 *
 * app: mailcow, FairEmail "app-adgangskode". Not looked up: Google, Microsoft "appadgangskode", Apple "app-specifik
 * adgangskode". key: mailcow, Nextcloud. The rest is ours.
 */
export const words: Words = {
  app: '~program kodeord|~programkodeord|kodeord til programmer|adgangskode* til+app|~applikationsadgangskode|app adgangsk|appadgangsk|app kodeord|appkodeord|~specifik* adgangsk|~specifik* kodeord|programadgangsk|enhedsadgangsk|adgangsk* til app!|adgangsk* til apps!|adgangsk* til+programm|adgangskode til en app|adgangskode* til apps|adgangskode* til appen|adgangskode til ekstern|adgangskode* til+klient|programkode!|app kode!|appkode!|enhedskodeord|applikations adgangsk',
  pass: '~adgangskode|kodeord|~kodeord',
  once: 'ikke se den igen|skriv den ned|én gang|en gang!|ikke igen|vises ikke|kun en gang|kun denne ene|kun vist|vises kun|ikke blive vist|ikke vist igen|ikke kunne se|noter|skriv koden|gem den|gem det|kopier den|kopiér|sikkert sted|er oprettet|blev oprettet|er genereret|oprettet|brug denne|indtast denne|indsæt denne|din nye adgangsk|dit nye kodeord|her er din|inden du lukker|før du lukker',
  copy: 'kopié|udklip|kopi!',
  name: 'vælg app|navn|betegn|etiket|titel|formål|hvad skal du bruge|mærkat',
  delete:
    'tilbagekald|slet|fjern|ophæv|frakobl|afbryd forbind|annuller adgang|deaktiver|afslut sess|log ud overalt|log ud af alle|log enhed',
  cancel: 'fortryd|luk!|tilbage!|gå tilbage|ikke nu|senere!|afvis|kassér|kasser|nej tak',
  key: '~sikkerhedsnøgle|godkendelsesapp|autentificerings|hemmelig nøgle|godkendelses app|godkenderapp|godkender!|bekræftelsesapp|scan+kode|kan ikke scanne kode|kan du ikke scanne|indtast+nøgle|nøglen manuelt|manuel nøgle|opsætningsnøgle|konfigurationsnøgle|kontonøgle|hemmelig kode|delt hemmelighed',
  temp: 'midlertidig|engangs|bekræftelseskode|sikkerhedskode|tidsbegræns|verificeringskode|godkendelseskode|login kode|loginkode|enhedskode|parringskode|adgangspas|udløber om|udløber efter+minut|gyldig i+minut|gyldig i+time|gælder i+minut|sekscifret|6 cifret|startadgangsk',
  recovery:
    'gendannelseskode|gendannelsesnøgle|gendannelses kode|gendannelsessæt|gendannelsesord|gendannelsesfrase|sikkerhedskopikode|sikkerhedskopieringskode|reservekode|nødkode|nødnøgle|redningskode|oplåsningskode|hemmelig frase',
  serial:
    'referencen|ordrenummer|referencekode|ordrenr|kundenu|kundenr|sagsnu|sags id|pakkenu|sporingsnu|kontraktnu|bookingnu|reservationsnu|bekræftelsesnu|anmodnings id|kunde id|bruger id|enheds id|fejlkode',
  token:
    'api nøgle|adgangsnøgle|privat nøgle|offentlig nøgle|krypteringsnøgle|signeringsnøgle|klienthemmelig',
  other:
    'netværksad|netværksn|licensnøgle|produktnøgle|gavekort|netværkskode|routeradg|produktkode|aktiveringsnøgle|rabatkode|kampagnekode|kupon|værdibevis|invitationskode|invitation|møde id|mødekode|delingsadg|filadg|gæsteadg|delingslink|tegnebog|kontrolsum|fingeraftryk|enheder, du er logget|enheder du er logget|enheder, hvor du|enheder hvor du|hvor du er logget|logget ind på disse|tilsluttede enheder|aktuel session|nuværende session|loginaktivitet|login aktivitet|loginhistorik|sidst aktiv|sidst set|senest aktiv|senest set|browsersession|administrer enheder|administrer dine enheder|apps med adgang til|apps, der har adgang|· dine enheder|· mine enheder',
  example:
    'eksempel|fx!|fx.|ser sådan ud|ser således ud|ser ud som|ser nogenlunde|ligner|ikke en rigtig|ikke et rigtigt|opdigtet|hvad er en app|hvad er en+adgangskode|hvad er et+kodeord|hvad er app|hvorfor app|sådan fungerer app',
  own: 'nuværende adgangsk|gentag+adgangsk|bekræft+adgangsk|glemt|skift adgangsk|gammel adgangsk|gamle adgangsk|tidligere adgangsk|aktuel adgangsk|nuværende kodeord|din nuværende|· kontoadgangsk|· adgangskode til kontoen|· loginadg|gentag adgangsk|bekræft adgangsk|bekræft din|verificer adgangsk|gentag kodeord|skift kodeord|ændr adgangsk|nulstil adgangsk|ny adgangsk*+gentag|ny adgangsk*+bekræft|hovedadgangsk|indtast din adgangsk|opdater adgangsk|eksisterende adgangskode!',
};
