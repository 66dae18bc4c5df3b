import type { Words } from './words';

/**
 * Czech.
 *
 * app: mailcow, tt-rss, FairEmail "heslo aplikace"; Apple "hesla pro konkrétní aplikace"; Google "hesla aplikací";
 * ownCloud "hesla / tokeny aplikace". key, token: mailcow, tt-rss. The rest by hand.
 */
export const words: Words = {
  app: 'hesl* aplik|hesel aplik|hesl* pro+aplik|hesel pro+aplik|hesla / tokeny|hesl* zaříz',
  pass: 'hesl|hesel',
  once: 'jen jednou|pouze jednou|znovu nezob|už neuvid|nebude možné|zkopírujte|uložte|zapište|bezpečné míst|vygenerov|bylo vytvoř',
  copy: 'kopír|zkopír|schránk',
  name: 'název|jméno!|popis|jméno aplik',
  delete: 'smazat|odstranit|odebrat|odvolat|zrušit',
  key: 'ověřovací aplik|aplik*+ověř|tajný klíč|konfigurační kód|naskenuj',
  temp: 'dočasn|jednoráz|ověřovací kód|bezpečnostní kód',
  recovery: 'kód* pro obnov|obnovovac|záložní kód|záložní klíč',
  serial: 'sériové č|číslo objed|číslo zák|referenční',
  token: 'klíč* api|api klíč|přístupový klíč|soukromý klíč',
  other: 'heslo k síti|heslo sítě|licenč|produktov|poukaz|dárkov|kupón|kód pozv|otisk|kontrolní souč',
  example: 'příklad|např',
  own: 'současné heslo|aktuální heslo|stávající heslo|zopak|potvr*+hesl|zapomn|změnit hesl',
};
