import type { Words } from './words';

/**
 * Slovak; what it shares with Czech stands there.
 *
 * app: Apple "osobitné heslo pre apku"; mailcow, FairEmail "heslo aplikácie" (Czech). key: mailcow. The rest by hand.
 */
export const words: Words = {
  app: 'osobit* hes|hesl* pre+aplik|hesl* pre+apk|hesiel aplik|hesiel pre|hesl* zariad',
  pass: 'hesiel',
  once: 'iba raz|len raz|znova nezob|skopírujte',
  copy: 'skopír',
  name: 'názov|meno aplik',
  delete: 'zmazať|odstrániť',
  key: 'autentizač*+aplik|aplik*+overen|tajný kľúč|overovacia',
  temp: 'overovací kód|bezpečnostný kód',
  recovery: 'kód* na obnov|záložný kód',
  serial: 'číslo obj',
  token: 'kľúč* api|api kľúč',
  other: 'darčekov|pozvánk|odtlačok',
  example: 'príklad|napr',
  own: 'aktuálne hesl|opakuj|zabud|zmeniť hesl',
};
