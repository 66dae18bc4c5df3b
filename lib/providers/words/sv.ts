import type { Words } from './words';

/**
 * Swedish.
 *
 * app: Google "applösenord"; Apple "appspecifikt lösenord", "App-specifika lösenord"; mailcow "applikationslösenord";
 * FairEmail "app-lösenord". key: mailcow, Nextcloud. The rest is ours.
 */
export const words: Words = {
  app: 'lösenord* för+app|applösen|app lösen|~specifik* lösen|applikationslösen|programlösen|enhetslösen|lösenord för app!|lösenord för appar|lösenord för extern|lösenord för en app!|lösenord för appen|lösenord för denna app|lösenord för program|lösenord för+program|applikations lösen|program lösen|appkod!|app kod!|lösenord för tredje',
  pass: '~lösenord|lösenkod',
  once: 'inte se det igen|skriv ned|skriv ner|en gång|inte igen|visas inte|aldrig igen|bara denna gång|kan inte visas|inte att visas|inte visas igen|inte se lösen|inte kunna se|kommer inte att|anteckna|spara det|spara lösen|kopiera det|kopiera lösen|säkert ställe|säker plats|har skapats|har genererats|skapades|genererat|använd det här|använd detta|ange det här lösen|klistra in|ditt nya lösen|ditt applösen|här är ditt|innan du stänger|innan du lämnar',
  copy: 'urklipp',
  name: 'välj app|~namn|namn|beteckn|beskriv|rubrik|benämn|syfte|vad ska du använda|används till',
  delete:
    'återkalla|ta bort|radera|avlägsna|koppla bort|koppla från|dra tillbaka|inaktivera|avsluta sess|logga ut överallt|logga ut från alla|logga ut enhet|spärra',
  cancel: 'avbryt|stäng!|tillbaka!|gå tillbaka|ångra|inte nu|senare!|avfärda|avvisa|kasta!|släng',
  key: '~säkerhetsnyckel|autentiseringsapp|autentifikator|hemlig nyckel|autentiserings app|autenticeringsapp|verifieringsapp|autentiserare|skanna+kod|skanna+qr|läs av+kod|kan inte skanna kod|kan du inte skanna|kan inte skanna qr|ange+nyckel|skriv in+nyckel|nyckeln manuellt|manuell nyckel|konfigurationsnyck|installationsnyck|kontonyckel|hemlig kod|delad hemlighet',
  temp: 'tillfällig|engångs|verifieringskod|säkerhetskod|tidsbegränsa|åtkomstpass|bekräftelsekod|inloggningskod|verifikationskod|sms kod|enhetskod|parkopplingskod|åtkomstkod|upphör om+minut|upphör om+tim|går ut om|giltig* i+minut|giltig* i+tim|gäller i+minut|gäller i+tim|sexsiffrig|6 siffrig|startlösen|återställ lösen',
  recovery:
    'återställningskod|återställningsnyck|reservkod|återställnings kod|återställningsfras|återställningsord|återställningskit|säkerhetskopieringskod|reservnyck|backupkod|nödkod|nödnyckel|nödfallskod|räddningskod|upplåsningskod|hemlig fras',
  serial:
    'referensn|kundnummer|ordernum|serienr|referens:|referenskod|ordernr|beställningsnu|fakturanu|ärendenu|ärende id|kollinu|spårningsnu|avtalsnu|medlemsnu|bokningsnu|bokningskod|modelln|bekräftelsenu|begärans id|begärande id|korrelations|sessions id|kund id|användar id|enhets id|felkod',
  token:
    'nyckel+api!|api nyckel|åtkomstnyckel|api nyck|privat nyckel|offentlig nyckel|krypteringsnyck|signeringsnyck|klienthemlig',
  other:
    'nätverksl|nätverksnyckel|licensnyck|produktnyck|presentk|routerlösen|licenskod|aktiveringskod|aktiveringsnyck|registreringskod|kampanjkod|kupong|värdekod|inbjudningskod|inbjudan|mötes id|möteskod|möteslösen|delningslösen|fillösen|gästlösen|delningslänk|plånbok|kontrollsumma|fingeravtryck|databas|bankkonto|inloggade enhet|enheter där du|enheter som du är inlogg|där du är inlogg|inloggad på dessa|aktiva sess|aktiv session|aktuell session|nuvarande session|inloggningsaktivitet|inloggningshistor|senast aktiv|senast sedd|webbläsarsess|hantera enheter|hantera dina enheter|appar med åtkomst till|appar som har åtkomst|· dina enheter|· mina enheter',
  example:
    'exempel|t.ex|t. ex|ser ut så här|ser ut som|ser ut ungefär|ser ut enligt|liknar|inte ett riktigt|inte på riktigt|påhittad|i stil med|provlösen|vad är ett app|vad är ett+lösenord|vad är applösen|vad är app|varför applösen|så fungerar applösen|· om app|t ex!',
  own: 'byt lösenord|ändra lösenord|nuvarande lösen|upprepa+lösen|bekräfta+lösen|glömt|ändra lösen|gammalt lösen|gamla lösen|tidigare lösen|befintligt lösen|aktuellt lösen|ditt nuvarande|· kontolösen|· lösenord för kontot|· inloggningslösen|upprepa lösen|bekräfta lösen|bekräfta ditt|verifiera lösen|skriv lösenordet igen|ange lösenordet igen|nytt lösen*+upprepa|nytt lösen*+bekräfta|huvudlösen|ange ditt lösen|skriv ditt lösen|uppdatera lösen',
};
