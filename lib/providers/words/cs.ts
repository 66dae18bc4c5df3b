import type { Words } from './words';

/**
 * Czech.
 *
 * app: mailcow, tt-rss, FairEmail "heslo aplikace"; ownCloud "hesla / tokeny aplikace". As other pages quote them:
 * Apple "hesla pro konkrétní aplikace", Google "hesla aplikací". key, token: mailcow, tt-rss. The rest is ours.
 */
export const words: Words = {
  app: 'hesl* aplik|hesel aplik|hesl* pro+aplik|hesel pro+aplik|hesla / tokeny|hesl* zaříz|hesl* pro app!|hesl* pro externí|hesl* pro+program|hesl* programu|hesel programů|aplikační hesl|aplikačních hesel|hesl* pro zařízení|kód aplikace|hesl* specifické',
  pass: 'hesl|hesel',
  once: 'už ho neuvid|zapište si|jen jednou|pouze jednou|znovu nezob|už neuvid|už se nezob|nebude znovu|nebude již|již nezob|nebudete moci|nebude možné|už nikdy|naposledy|pouze nyní|jedenkrát|jednou zobraz|zapište|poznamenejte|uložte|zkopírujte|uschovejte|bezpečném míst|bezpečné míst|bylo vytvoř|bylo vygener|vytvořeno|vygenerov|použijte toto|zadejte toto|vložte toto|vaše nové heslo|vaše heslo aplik|toto je vaše|než zavřete|před zavřením',
  copy: 'kopír|zkopír|schránk',
  name: 'štítek|popis|název|jméno!|popis|pojmenuj|pojmenov|označení|titulek|účel|k čemu|komentář',
  delete:
    'odvol|smazat|odebrat|odstran|vymaz|zrušit přístup|odpojit|zneplat|zrušit platn|deaktiv|ukončit relac|odhlásit ze|odhlásit všech|odhlásit zaříz',
  cancel: 'zrušit!|storno|zavřít|zpět!|zahodit|teď ne|nyní ne|později|odmítnout|přeskočit|ne, děkuji',
  key: 'bezpečnostní klíč|ověřovací aplik|aplik*+ověř|tajný klíč|autentizační aplik|autentifikační aplik|autentikátor|autentifikátor|ověřovací app|naskenuj+kód|naskenuj+qr|skenov* kód|načtěte+kód|načtěte qr|nelze naskenovat kód|nemůžete naskenovat|nedaří se naskenovat|zadejte+klíč|zadat klíč|klíč ručně|klíč pro nastav|konfigurační klíč|instalační klíč|klíč účtu|tajný kód|sdílené tajemství',
  temp: 'dočasn|jednoráz|ověřovací kód|bezpečnostní kód|kód pro ověř|potvrzovací kód|přihlašovací kód|autorizační kód|autentizační kód|sms kód|kód z sms|kód zařízení|párovací kód|přístupový kód|počáteční heslo|vyprší za|vyprší po|platn* po dobu|platí+minut|platn*+minut|platn*+hodin|šestimístn|6místn|časově omez|resetovací kód',
  recovery:
    'kód* pro obnov|obnovovac|záložní kód|obnov* kód|kód* obnov|záchrann* kód|záchrann* klíč|nouzov* kód|nouzov* klíč|nouzov* hesl|náhradní kód|rezervní kód|záložní klíč|záložních kód|záložní fráz|klíč* obnov|klíč* pro obnov|fráz* pro obnov|tajná fráze|odemykací kód|sada pro obnov',
  serial:
    'sériové č|číslo zák|výrobní čís|referenční čís|referenční kód|zákaznické čís|číslo faktury|číslo účtu|číslo případu|číslo zásilky|sledovací čís|číslo smlouvy|číslo transak|číslo rezerv|kód rezervace|číslo modelu|číslo potvrz|číslo požad|id požad|identifikátor korel|identifikátor požad|identifikátor transak|id relace|id zákaz|id účtu|id zaříz|id uživ|kód chyby|chybový kód|variabilní symbol',
  token:
    'klíč*+api!|klíč* api|api klíč|soukromý klíč|privátní klíč|veřejný klíč|šifrovací klíč|podpisový klíč|přístupový klíč|tajný klíč klienta',
  other:
    'heslo k síti|heslo sítě|licenč|produktov|dárk|síťový klíč|heslo routeru|heslo směrov|kód produktu|aktivační kód|aktivační klíč|registrační kód|slevový kód|slevov|propagační kód|kupón|poukaz|zvací kód|kód pozv|id schůzky|kód schůzky|heslo schůzky|heslo odkazu|heslo k odkazu|heslo souboru|heslo hosta|heslo ke sdílení|odkaz ke sdílení|sdílecí odkaz|peněženk|kontrolní souč|otisk|databáz|bankovní účet|přihlášená zařízení|zařízení, na kterých|zařízení, kde|na těchto zařízeních jste|kde jste přihlášen|aktivní relace|aktuální relace|poslední aktivity|nedávné aktivity|historie přihl|naposledy aktivní|naposledy viděn|relace prohl|spravovat zařízení|správa zařízení|aplikace s přístupem k|aplikace, které mají přístup|· vaše zařízení|· moje zařízení',
  example:
    'příklad|např|ukázk|vzor!|vzor:|vypadá takto|vypadá jako|vypadá přibl|vypadá následovně|vypadat takto|podobně jako|podobné tomuto|není skutečné|nejde o skutečné|není opravdové|smyšlen|pro ilustr|má tvar|má podobu|co je heslo|co je to heslo|co jsou hesla|co jsou to hesla|co je+heslo|k čemu slouží hesla|jak fungují hesla|· o heslech',
  own: 'současné heslo|aktuální heslo|zopak|potvr*+hesl|změnit hesl|staré heslo|původní heslo|předchozí heslo|stávající heslo|dosavadní heslo|současného hesla|· heslo účtu|· heslo k účtu|· přihlašovací heslo|znovu zadejte hesl|zadejte znovu|ověřte hesl|změna hesla|zapomenut|obnovit heslo|resetovat heslo|nové heslo+znovu|nové heslo+potvr|hlavní heslo|zadejte své heslo|zadejte heslo k účtu',
};
