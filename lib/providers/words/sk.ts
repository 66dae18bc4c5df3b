import type { Words } from './words';

/**
 * Slovak; what it shares with Czech stands there.
 *
 * app: Apple "osobitné heslo pre apku"; mailcow, FairEmail "heslo aplikácie" (Czech). key: mailcow. The rest by hand.
 */
export const words: Words = {
  app: 'osobit* hes|hesl* pre+aplik|hesl* pre+apk|hesiel aplik|hesiel pre|hesl* zariad',
  pass: 'hesiel',
  once: 'iba raz|len raz|znova nezob|už neuvid|skopírujte|bezpečné mies|bolo vytvor',
  copy: 'skopír',
  name: 'názov|meno aplik',
  delete: 'zmazať|odstrániť|odvolať',
  key: 'autentizač*+aplik|aplik*+overen|tajný kľúč|oskenuj',
  temp: 'dočasné|jednoraz|overovací kód|bezpečnostný kód',
  recovery: 'obnovovac|kód* na obnov|záložný kód',
  serial: 'sériové č|číslo obj|číslo zák',
  token: 'kľúč* api|api kľúč|prístupový kľúč',
  other: 'licenčn|produktový|darčekov|kupón|pozvánk|odtlačok',
  example: 'príklad|napr',
  own: 'aktuálne hesl|terajšie hesl|zopak|opakuj|zabud|zmeniť hesl',
};
