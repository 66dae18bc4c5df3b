import type { Words } from './words';

/**
 * Croatian, Serbian and Bosnian in Latin letters.
 *
 * app: FairEmail "zaporka aplikacije", "lozinka aplikacije", "lozinka za aplikaciju". key: Nextcloud. The rest by
 * hand.
 */
export const words: Words = {
  app: 'lozink* aplik|lozink* za+aplik|zapork* aplik|zapork* za+aplik|lozink* aplikac|lozink* za+program|zapork* za+program|lozink* za uređaj|zapork* za uređaj|lozink* programa|šifr* aplikacije|šifr* za aplikaciju|lozink* za spolja|lozink* specifičn',
  pass: 'lozink|zapork',
  once: 'samo jednom|više neće|nećete moći|samo jedanput|samo ovaj put|samo sada|neće biti prikaz|neće se više|više se neće|nećete je moći|nikada više|ponovno vidjeti|ponovo videti|zabilježite|spremite|sačuvajte|sigurno mjesto|sigurnom mjestu|sigurno mesto|sigurnom mestu|je izrađen|je stvoren|je kreiran|je generiran|je napravljen|kreirana|generisana|upotrijebite ov|koristite ovu|unesite ovu|zalijepite|nalepite|vaša nova lozinka|prije nego što zatvor|pre nego što zatvor',
  copy: 'kopira|međuspremnik|u ostavu',
  name: 'naziv|ime!|svrha|namjena|za što|za šta|ime uređaja',
  delete:
    'izbriš|ukloni|obriš|opozov|povuci|opoziv|prekini vezu|isključi uređ|onemogući|odjava sa svih|odjavi se sa svih|odjavi sve',
  cancel: 'odustani|otkaži|zatvori|natrag!|nazad!|odbaci|ne sada|kasnije|odbij',
  key: 'autentifik*+aplik|tajni ključ|aplik*+autentif|aplik*+provjeru|aplik*+proveru|sigurnosni ključ|bezbednosni ključ|skenirajte+kod|skenirajte+qr|skeniraj+kod|ne možete skenirati|ne mogu skenirati|unesite+ključ|ključ ručno|ključ za postavljanje|ključ za podešavanje|konfiguracijski ključ|tajni kod|dijeljena tajna',
  temp: 'privremen|jednokratn|kod za prov|kôd za provjeru|kontrolni kôd|sigurnosni kod|sigurnosni kôd|bezbednosni kod|kod za potvrdu|kôd za potvrdu|kod za prijavu|kôd za prijavu|verifikacijski kod|verifikacioni kod|kod uređaja|pristupni kod|pristupni kôd|početna lozinka|ističe za|istječe za|ističe nakon|vrijedi+minut|važi+minut|šestoznamenk|šestocifren|kod za resetiranje',
  recovery:
    'kod* za oporav|ključ za oporav|kod* za oporavak|kôd* za oporavak|kodovi za oporavak|pričuvn* kod|pričuvn* kôd|rezervn* kôd|rezervni ključ|kod za hitne|kôd za hitne|kod za spašavanje|kod za otključ|fraza za oporavak',
  serial:
    'serijski|referentni broj|broj narudžbe|broj porudžbine|broj kupca|broj klijenta|broj računa|broj fakture|broj predmeta|broj pošiljke|broj za praćenje|broj ugovora|broj transakcije|broj rezervacije|broj modela|broj potvrde|id zahtjeva|id zahteva|id sesije|id klijenta|kod pogreške|kod greške',
  token: 'api ključ|privatni ključ|ključ za šifriranje|pristupni ključ|ključ za potpis|tajna klijenta',
  other:
    'lozinka mreže|bon!|pozivn|lozinka za mrežu|mrežni ključ|ključ proizvoda|aktivacijski|aktivacioni|kod za popust|poklon|vaučer|id sastanka|kod sastanka|lozinka poveznice|lozinka datoteke|lozinka za goste|novčanik|kontrolni zbroj|otisak|baza podataka|baze podataka|bankovni račun|prijavljeni uređaji|uređaji na kojima|gdje ste prijavljeni|gde ste prijavljeni|aktivne sesije|trenutna sesija|trenutačna sesija|nedavne aktivnosti|povijest prijav|istorija prijav|zadnji put aktiv|poslednji put aktiv|zadnji put viđen|sesije preglednika|upravljanje uređajima|upravljaj uređajima|aplikacije s pristupom|aplikacije koje imaju pristup|· vaši uređaji|· moji uređaji',
  example:
    'primjer|uzorak|izgleda ovako|izgleda kao|izgledat će|izgledaće|slično ovome|nije stvarna|nije prava|ima oblik|što je lozinka|šta je lozinka|što su lozinke|šta su lozinke|što je zaporka|što je+lozinka|šta je+lozinka|što su+lozinke|šta su+lozinke|· o lozinkama',
  own: 'trenutna loz|trenutna zap|ponovi|stara lozinka|prethodna lozinka|postojeća lozinka|sadašnja lozinka|trenutačna lozinka|potvrdi lozink|potvrdite lozink|potvrda lozinke|nova lozinka+ponov|nova lozinka+potvr|promijeni lozink|promeni lozink|promjena lozinke|promena lozinke|zaboravlj|zaboravili|resetiraj lozink|glavna lozinka|· lozinka računa|· lozinka naloga|· lozinka za prijavu|unesite svoju lozinku',
};
