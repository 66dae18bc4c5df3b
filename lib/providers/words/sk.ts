import type { Words } from './words';

/**
 * Slovak; what it shares with Czech stands there.
 *
 * app: Apple "osobitné heslo pre apku"; mailcow, FairEmail "heslo aplikácie" (Czech). key: mailcow. The rest is ours.
 */
export const words: Words = {
  app: 'osobit* hes|hesl* pre+aplik|hesl* pre+apk|hesiel aplik|hesiel pre|hesl* zariad|hesl* pre externú|hesl* pre+program|hesl* pre zariad|hesl* špecifick|aplikačné hesl|aplikačných hesiel|kód aplikácie',
  pass: 'hesiel',
  once: 'iba raz|len raz|znova nezob|skopírujte|už sa nezobraz|nebude znova|nebudete môcť|viac sa nezobraz|jediný raz|iba teraz|zapíšte|poznačte|poznamenajte|uschovajte|bezpečnom miest|bezpečné miest|bolo vytvor|bolo vygener|vytvorené|použite toto|zadajte toto|skôr ako zatvor|pred zatvor',
  copy: 'skopír',
  name: 'názov|meno aplik|menovka|označenie|na čo|pomenuj|nadpis|komentár|meno zariad',
  delete:
    'zmazať|odstrániť|odobrať|zrušiť prístup|odpojiť|ukončiť relác|odhlásiť zo|odhlásiť všet|odhlásiť zariad',
  cancel: 'zrušiť!|zatvoriť|zavrieť|späť!|zahodiť|teraz nie|neskôr|odmietnuť|preskočiť|nie, ďakujem',
  key: 'autentizač*+aplik|aplik*+overen|tajný kľúč|overovacia|overovacej aplik|autentifikačn* aplik|bezpečnostný kľúč|naskenuj*+kód|naskenuj*+qr|skenova* kód|načítajte+kód|nemôžete naskenovať|nedá sa naskenovať|zadajte+kľúč|kľúč ručne|kľúč na nastav|inštalačný kľúč|konfiguračný kľúč|kľúč účtu|zdieľané tajomstvo',
  temp: 'overovací kód|bezpečnostný kód|kód na overenie|potvrdzovací kód|prihlasovací kód|autorizačný kód|autentifikačný kód|kód zariad|prístupový kód|počiatočné heslo|vyprší o|platnosť vyprší|platn*+minút|platí+minút|šesťmiestn|6 miestn|časovo obmedz',
  recovery:
    'kód* na obnov|záložný kód|kľúč* obnov|kľúč* na obnov|záchrann* kľúč|núdzov* kód|núdzov* kľúč|náhradn* kód|rezervn* kód|záložn* kód|záložn* kľúč|tajná fráza|fráza na obnov|odomykací kód',
  serial:
    'číslo obj|výrobné čís|referenčné čís|referenčný kód|zákaznícke čís|číslo faktúry|číslo prípadu|číslo zásielky|sledovacie čís|číslo zmluvy|kód rezerv|číslo potvrd|číslo požiad|identifikátor požiad|id relácie',
  token:
    'kľúč* api|api kľúč|súkromný kľúč|verejný kľúč|šifrovací kľúč|podpisový kľúč|prístupový kľúč|tajný kľúč klienta',
  other:
    'darčekov|pozvánk|odtlačok|heslo k sieti|heslo siete|sieťový kľúč|aktivačný kód|aktivačný kľúč|registračný kód|zľavov|id schôdze|kód schôdze|heslo schôdze|heslo súboru|heslo hosťa|odkaz na zdieľanie|peňaženk|kontrolný súčet|bankový účet|prihlásené zariad|zariadenia, na ktorých|zariadenia, kde|kde ste prihlásen|aktívne relácie|aktuálna relácia|nedávne aktivity|história prihlás|naposledy aktív|naposledy viden|relácie prehliad|spravovať zariad|správa zariadení|aplikácie s prístupom k|aplikácie, ktoré majú prístup|· vaše zariadenia|· moje zariadenia',
  example:
    'príklad|ukážka|vyzerá takto|vyzerá ako|vyzerá približne|vyzerať takto|nie je skutočné|nie je ozajstné|nejde o skutočné|vymyslen|fiktívn|ilustr|čo je heslo|čo je to heslo|čo sú heslá|čo sú to heslá|čo je+heslo|čo sú+heslá|· o heslách|napr.|napríklad',
  own: 'aktuálne hesl|opakuj|zabud|zmeniť hesl|súčasné hesl|predchádzajúce hesl|existujúce hesl|doterajšie hesl|potvrďte+hesl|potvrdiť hesl|overte hesl|zmena hesla|obnoviť heslo|nové heslo+znova|hlavné heslo|· prihlasovacie heslo|zadajte svoje heslo',
};
