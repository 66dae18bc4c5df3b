import type { Words } from './words';

/**
 * Hungarian.
 *
 * app: Google, FairEmail "alkalmazásjelszó"; mailcow "alkalmazás jelszó", "applikáció jelszava". key: tt-rss,
 * Nextcloud. The rest is ours.
 */
export const words: Words = {
  app: 'jelsz* az alkalmaz|jelsz* alkalmaz|alkalmazásjelsz|alkalmazás* jelsz|applikáció* jelsz|alkalmazásspec|eszközjelsz|alkalmazás specif|alkalmazáskód|jelsz* külső alkalm|programjelsz|eszköz jelsz|jelsz* egy alkalm|alkalmazáshoz tartozó jelsz|alkalmazásonkénti',
  pass: '~jelsz',
  once: 'jegyezze fel|nem nézheti meg|csak egyszer|többé nem|nem lesz lát|másolja|egyszer jelenik|egyszer látható|most látható|többször nem|többé már nem|később nem|nem jelenik meg|nem fog megjel|nem tudja újra|nem láthatja|újból nem|soha többé|írja fel|jegyezd fel|írd fel|mentse el|mentsd el|őrizze meg|másold|biztonságos helyen|biztonságos helyre|létrehoztuk|létrejött|elkészült|sikeresen létrehoz|használja ezt|használd ezt|adja meg ezt|illessze be|az új jelszava|az új jelszó|mielőtt bezár',
  copy: 'másol|vágólap',
  name: 'nevét|nevet|neve|címke|leírás|név!|neve!|megnevez|elnevez|mire szeretné|mire fog|célja!|megjegyzés|alkalmazásnév|eszköznév',
  delete:
    'visszavon|törl|eltávol|töröl|megszünt|leválaszt|leállít|hozzáférés megvon|munkamenet befejez|kijelentkezés min|kijelentkezés az össz|letilt',
  cancel: 'mégse|bezár|vissza!|elvet|most nem|később!|nem most|elutasít|kihagy|nem, köszönöm',
  key: 'biztonsági kulcs|hitelesítő alk|titkos kulcs|beállító kulcs|hitelesítőalk|hitelesítő app|hitelesítőkulcs|hitelesítési alk|olvassa be+kód|olvasd be+kód|szkennel*+kód|beolvas*+qr|nem tudja beolvasni|nem sikerül beolvasni|írja be+kulcs|adja meg+kulcs|kulcs kézi|kézi kulcs|kulcsot kézzel|fiókkulcs|telepítési kulcs|beállítási kulcs|konfigurációs kulcs|titkos kód|közös titok|megosztott titok',
  temp: 'ideiglenes|egyszer használ|egyszeri|ellenőrző kód|egyszer haszn|ellenőrzőkód|ellenőrzési kód|biztonsági kód|megerősítő kód|megerősítési kód|visszaigazoló kód|belépési kód|bejelentkezési kód|hitelesítő kód|hitelesítési kód|eszközkód|párosítási kód|hozzáférési kód|belépési engedély|lejár+perc|lejár+óra|percig érvényes|óráig érvényes|hatjegyű|6 jegyű|kezdeti jelsz|kezdőjelsz|átmeneti',
  recovery:
    'tartalék kód|tartalékkód|tartalék kulcs|tartalékkulcs|biztonsági másolat kód|biztonsági mentési kód|vészhelyzeti|vészkód|segélykód|mentőkód|feloldókód|titkos kifejezés|mentési kulcs|visszaállítási kód|visszaállítási kulcs|visszaállító kód|visszaállító kulcs|visszaszerzési kód|helyreállítási kód|helyreállítási kulcs|helyreállító kód|helyreállító kulcs|helyreállítókód|helyreállítókulcs|helyreállítási kif|helyreállítási jelsz',
  serial:
    'sorozatsz|rendelésszám|gyári szám|sorszám|hivatkozási szám|hivatkozás:|hivatkozási kód|referenciasz|ügyfélszám|ügyfélkód|vevőkód|számlaszám|ügyszám|jegyszám|követési szám|csomagszám|nyomkövetési szám|szerződésszám|tagsági szám|tranzakciós azon|tranzakció azon|tranzakciószám|foglalási szám|foglalási kód|modellszám|megerősítési szám|kérelemazon|kérésazon|korrelációs|munkamenet azon|fiókazon|eszközazon|felhasználóazon|ügyfélazon|hibakód',
  token:
    'api kulcs|hozzáférési kulcs|privát kulcs|nyilvános kulcs|titkosítási kulcs|aláíró kulcs|ügyféltitok|titkos ügyfélkulcs',
  other:
    'hálózati|licenc|termékkulcs|utalvány|ajándék|útválasztó jelsz|router jelsz|termékkód|aktiváló|aktiválási|regisztrációs kód|kedvezménykód|promóciós kód|akciós kód|meghívó|értekezlet azon|értekezletazon|megosztási jelsz|fájljelsz|vendégjelsz|hivatkozás jelsz|megosztási hivatk|pénztárca|ellenőrzőösszeg|ujjlenyomat|adatbázis|bankszámla|bejelentkezett eszk|eszközök, amelyeken|eszközök, ahol|ahol be van jelentk|ahol bejelentkez|ezeken az eszközökön van|aktív munkamenet|jelenlegi munkamenet|aktuális munkamenet|legutóbbi tevékenységek|bejelentkezési előzm|bejelentkezési tev|utoljára aktív|utoljára látt|böngésző munkamenet|böngészőmunkamenet|eszközök kezelése|eszközei kezelése|alkalmazások, amelyek hozzáf|fiókjához hozzáférő alk|· eszközei|· saját eszközök',
  example:
    'példa|például|pl.|pld.|így néz ki|így fest|ehhez hasonló|hasonlóan néz|nem valódi|nem igazi|kitalált|minta!|minta:|mintajelsz|szemlélt|illusztrác|a következőképpen néz|mi az az alkalmazás|mi az alkalmazás|mi az az+jelsz|mi a jelsz|mik azok az alkalmazás|mik az alkalmazás|mire való az alkalmazás|mire jó az alkalmazás|hogyan működnek az alkalmazás|az alkalmazásjelszavakról|az alkalmazásjelszóról',
  own: 'jelszó módos|jelszó megvált|jelenlegi jelsz|jelsz* megerős|jelsz* ismét|elfelejt|régi jelsz|korábbi jelsz|meglévő jelsz|mostani jelsz|aktuális jelsz|jelszó mégegyszer|jelszó még egyszer|új jelsz*+újra|új jelsz*+megerős|· fiókjelsz|· fiók jelsz|· bejelentkezési jelsz|fő jelsz|főjelsz|mesterjelsz|adja meg jelsz|jelszó visszaállít|jelszó frissít',
};
