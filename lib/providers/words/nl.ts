import type { Words } from './words';

/**
 * Dutch.
 *
 * app: Microsoft, ownCloud, FairEmail "app-wachtwoord"; mailcow "appwachtwoord"; tt-rss "applicatiewachtwoorden";
 * ownCloud "app-toegangscode". As other pages quote it: Apple "app-specifiek wachtwoord". key: mailcow, Nextcloud. The
 * rest is ours.
 */
export const words: Words = {
  app: 'wachtwoord* voor+app|app wachtw* / token|app wachtw|appwachtw|app toegangsc|~specifie* wachtw|applicatiewachtw|toepassingswachtw|apparaatwachtw|wachtw* voor+applic|wachtw* voor apps!|wachtw* voor een app!|wachtw* voor deze app!|wachtw* voor externe|app code!|appcode!|wachtw* van de app!|programmawachtw|wachtw* voor+programma|wachtw* voor+mailprogr|apparaat wachtw|app specifieke code',
  pass: '~wachtwoord|toegangscode',
  once: 'één keer|eenmalig get|niet opnieuw|niet meer|slechts eenmaal|maar eenmaal|eenmaal getoond|eenmaal weergeg|slechts één|maar 1 keer|één enkele keer|nooit meer|kunt het niet|kun je het niet|niet nogmaals|noteer|schrijf het op|schrijf dit|bewaar|sla het|sla dit|sla deze op|kopieer|veilige plek|veilige plaats|is aangemaakt|is gemaakt|is gegenereerd|aangemaakt!|gegenereerd|gebruik dit|voer dit|plak dit|je nieuwe wachtw|uw nieuwe wachtw|je nieuwe app|voordat je|voordat u|dit is je|dit is uw',
  copy: 'kopië|kopie|gekopieerd|klembord',
  name: 'selecteer app|selecteer je app|selecteer uw app|kies je app|~naam|naam|beschrijv|omschrijv|benaming|waarvoor|doel!|opmerking|benoem',
  delete:
    'verwijder|intrek|wis!|wissen|ontkoppel|loskoppel|afmelden op|overal afmelden|overal uitloggen|uitloggen op|toegang beëind|sessie beëind|deactiveer',
  cancel:
    'sluit!|sluiten!|terug!|terug naar|niet nu|nu niet|later!|negeer|verwerp|weggooien|afwijzen|nee, bedankt',
  key: '~beveiligingssleutel|authenticatieapp|geheime sleutel|instelsleutel|verificatie app|verificatieapp|~authenticatie app|scan+code|kun je+niet scannen|kan niet scannen|voer deze sleutel|voer de sleutel|sleutel invoeren|sleutel handmatig|handmatige sleutel|installatiesleutel|configuratiesleutel|instellingssleutel|accountsleutel|geheime code|gedeeld geheim',
  temp: 'tijdelijk|eenmalig* wachtw|eenmalig* code|verificatiecode|eenmalig|beveiligingscode|bevestigingscode|aanmeldcode|inlogcode|inlog code|apparaatcode|koppelcode|toegangspas|6 cijferige|zescijferige|verloopt over|verloopt na+minu|verloopt in|minuten geldig|uur geldig|geldig gedurende|beginwachtw|startwachtw|herstel wachtw',
  recovery:
    'herstelcode|herstelsleutel|back upcode|herstel code|herstel sleutel|herstelzin|herstelwoord|herstelkit|noodcode|noodsleutel|reservesleutel|~back upcode|backupsleutel|back upsleutel|ontgrendelcode|ontgrendelsleutel|geheime zin',
  serial:
    'sleutel id|serienummer|referentien|bestelnummer|serie nummer|referentie:|referentiecode|klantnummer|klantnr|bestelnr|factuurn|rekeningn|zaaknummer|dossiern|ticketn|trackingn|volgnummer|contractn|lidmaatschapsn|transactien|transactie id|boekingsn|reserveringsn|reserveringscode|modeln|bevestigingsn|aanvraagn|aanvraag id|correlatie|sessie id|klant id|gebruikers id|apparaat id|foutcode|polisn',
  token:
    'api sleutel|toegangssleutel|toegangs sleutel|privésleutel|publieke sleutel|openbare sleutel|versleutelingssl|ondertekeningss',
  other:
    'netwerkwachtw|netwerksleutel|licentie|productcode|cadeau|uitnodigings|netwerk wachtw|routerwachtw|productsleutel|activeringsc|activatiec|registratiecode|kortingsc|actiecode|tegoedbon|waardebon|vergadering id|vergadercode|vergaderings|deelwachtw|bestandswachtw|wachtwoord voor de link|gastwachtw|gedeelde link|deellink|portemonnee|controlegetal|vingerafdr|~database|bankrek|aangemelde appar|ingelogde appar|apparaten waarop|apparaten waar je|op deze apparaten bent|waar je bent aangem|waar je bent ingel|waar u bent aangem|actieve sessie|huidige sessie|aanmeldactiviteit|inlogactiviteit|inloggeschied|aanmeldgeschied|laatst actief|laatst gezien|laatst online|browsersessie|browser sessie|apparaten beheren|beheer apparaten|beheer je apparaten|apps met toegang tot|apps die toegang hebben|· je apparaten|· uw apparaten|· mijn apparaten',
  example:
    'voorbeeld|bijv|bv.|b.v.|zoals:|ziet er zo uit|ziet eruit als|ziet er uit als|ziet er als volgt|ziet er ongeveer|lijkt op|dit is geen echt|geen echt|fictie|ter illustr|heeft de vorm|wat is een app|wat is een toepass|wat is+wachtwoord|wat zijn app|wat zijn+wachtwoorden|waarom app wachtw|hoe werken app|· over app',
  own: 'huidig* wachtw|herhaal+wachtw|bevestig+wachtw|wachtw* verget|wachtw* wijz|oud wachtw|oude wachtw|bestaand wachtw|huidige wachtw|· accountwachtw|· wachtwoord van je account|· aanmeldwachtw|· inlogwachtw|wachtwoord herhalen|wachtwoord bevestigen|bevestig je wachtw|bevestig uw wachtw|opnieuw invoeren|opnieuw typen|wachtw* opnieuw inst|nieuw wachtw*+herhaal|nieuw wachtw*+bevestig|hoofdwachtw|masterwachtw|voer je wachtwoord|voer uw wachtwoord|vergeten',
};
