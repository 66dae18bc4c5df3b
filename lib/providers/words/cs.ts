import type { Words } from './words';

/**
 * Czech.
 *
 * app: mailcow, tt-rss, FairEmail "heslo aplikace"; ownCloud "hesla / tokeny aplikace". As other pages quote them:
 * Apple "hesla pro konkrétní aplikace", Google "hesla aplikací". key, token: mailcow, tt-rss. The rest by hand.
 */
export const words: Words = {
  app: 'hesl* aplik|hesel aplik|hesl* pro+aplik|hesel pro+aplik|hesla / tokeny|hesl* zaříz',
  pass: 'hesl|hesel',
  once: 'už ho neuvid|zapište si|jen jednou|pouze jednou|znovu nezob|už neuvid',
  copy: 'kopír|zkopír|schránk',
  name: 'štítek|popis|název|jméno!|popis',
  delete: 'odvol|smazat|odebrat',
  key: 'bezpečnostní klíč|ověřovací aplik|aplik*+ověř|tajný klíč',
  temp: 'dočasn|jednoráz|ověřovací kód|bezpečnostní kód',
  recovery: 'kód* pro obnov|obnovovac|záložní kód',
  serial: 'sériové č|číslo zák',
  token: 'klíč* api|api klíč',
  other: 'heslo k síti|heslo sítě|licenč|produktov|dárk',
  example: 'příklad|např',
  own: 'současné heslo|aktuální heslo|zopak|potvr*+hesl|změnit hesl',
};
