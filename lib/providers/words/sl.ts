import type { Words } from './words';

/**
 * Slovenian.
 *
 * app: mailcow "geslo aplikacije"; FairEmail "geslo programa". key: mailcow. The rest is ours.
 */
export const words: Words = {
  app: 'gesl* aplik|gesl* za+aplik|gesl* program|gesl* za+program|gesl* za zunanj|gesl* za naprav|gesel aplik|gesel za aplik|gesel programov|koda aplikacije',
  pass: 'gesl',
  once: 'samo enkrat|ne boste mogli|ne bo več|samo zdaj|le enkrat|samo 1 krat|ne bo prikaz|nikoli več|ponovno ogled|zapišite|zabeležite|shranite|kopirajte|varno mesto|varnem mestu|je bilo ustvar|je ustvarjeno|ustvarjeno|generirano|uporabite to|vnesite to geslo|prilepite|vaše novo geslo|preden zaprete',
  copy: 'odložišč',
  name: 'ime aplik|oznaka|za kaj|komentar',
  delete:
    'odstrani|preklic|prekini povez|odklopi|razveljavi|onemogoči|odjava iz vseh|odjavi vse|prekliči dostop',
  cancel: 'prekliči|zapri!|zapri|nazaj!|zavrzi|opusti|ne zdaj|pozneje|kasneje|zavrni|preskoči|ne, hvala',
  key: 'preverjanje prist|skrivni ključ|aplik*+preverjan|aplik*+pristnost|overitelj|avtentikator|varnostni ključ|optično preberite+kodo|preberite+kodo qr|skenirajte+kodo|skeniraj+kodo|ne morete skenirati|ne morete optično|vnesite+ključ|ključ ročno|nastavitveni ključ|namestitveni ključ|ključ računa|skrivna koda|skupna skrivnost',
  temp: 'začasn|enkratn|potrditvena koda|koda za preverjanje|varnostna koda|kodo za preverjanje|potrditvena kod|prijavna koda|koda za prijavo|koda sms|koda naprave|dostopna koda|začetno geslo|poteče čez|poteče v|velja+minut|velja še|šestmestn|6 mestn|koda za ponastavitev',
  recovery:
    'obnovit|rezervna koda|koda za obnov|kode za obnov|ključ za obnov|rezervn* kod|nadomestn* kod|varnostne kopije kod|zasilna koda|koda za nujne|reševalna koda|koda za odklep|skrivna fraza',
  serial:
    'serijska štev|referenčna številka|sklic:|številka naročila|številka stranke|številka računa|številka primera|številka pošiljke|številka za sledenje|številka pogodbe|številka transakcije|številka rezervacije|številka modela|potrditvena številka|id zahteve|id seje|id stranke|koda napake',
  token: 'dostopni ključ|zasebni ključ|javni ključ|šifrirni ključ|ključ api|skrivnost odjemalca',
  other:
    'darilni|vabil|geslo omrežja|omrežni ključ|ključ izdelka|aktivacijska koda|aktivacijski ključ|koda za popust|darilna|vavčer|povabil|id sestanka|koda sestanka|geslo povezave|geslo datoteke|geslo za goste|povezava za skupno|denarnic|kontrolna vsota|prstni odtis|baza podatkov|podatkovn|bančni račun|prijavljene naprave|naprave, v katere|naprave, kjer|kjer ste prijavljeni|aktivne seje|trenutna seja|nedavne dejavnosti|zgodovina prijav|nazadnje aktiv|nazadnje viden|seje brskalnika|upravljanje naprav|upravljaj naprave|aplikacije z dostopom do|aplikacije, ki imajo dostop|· vaše naprave|· moje naprave',
  example:
    'primer!|na primer|npr.|vzorec|vzorčn|videti je tako|je videti tako|videti tako|izgleda tako|izgleda kot|je podobno temu|ni pravo geslo|ni resnično|izmišljen|ponazor|ima obliko|kaj je geslo|kaj so gesla|kaj je+geslo|· o geslih',
  own: 'trenutno geslo|potrd*+gesl|pozab|staro geslo|prejšnje geslo|obstoječe geslo|potrdite geslo|potrdi geslo|novo geslo+ponovno|novo geslo+potrdi|spremeni geslo|sprememba gesla|ponastavi geslo|glavno geslo|· geslo računa|· geslo za prijavo|vnesite svoje geslo',
};
