import type { Words } from './words';

/**
 * Latvian.
 *
 * app: mailcow "lietotnes parole". key: mailcow, tt-rss. The rest is ours.
 */
export const words: Words = {
  app: 'lietotn* parol|lietojumprogr* parol|lietotnei paredz|parol* lietotn|lietotņu parol|lietotnes parol|lietojumprogrammas parol|lietojumprogrammu parol|lietotnei specifisk* parol|parol* lietojumprogr|ierīces parol|programmas parol|programmu parol',
  pass: 'parol',
  once: 'tikai vienreiz|tikai vienu reizi|vairs ne|vienu reizi|tikai tagad|netiks rādīt|nevarēsiet|nekad vairs|pierakst|saglabājiet|nokopējiet|drošā vietā|ir izveidot|tika izveidot|izveidota!|ir ģenerēt|izmantojiet šo|ievadiet šo|ielīmējiet|jūsu jaunā parole|pirms aizvēr|šī ir jūsu',
  copy: 'kopēt|nokopēt|kopē|starpliktuv',
  name: 'nosaukum|nosaukums|lietotnes nos|vārds!|etiķete|apraksts|mērķis!|kam izmant|komentārs|virsraksts|iezīme',
  delete:
    'dzēst|noņemt|dzēs|izdzēs|noņem|atsaukt piekļuv|atsaukt!|anulēt|atvienot|atspējot|izrakstīties no visām|iziet no visām|beigt sesiju',
  cancel: 'atcelt|aizvērt|atpakaļ!|atgriezties|atmest|ne tagad|vēlāk|noraidīt|izlaist|nē, paldies',
  key: 'autentifik*+liet|slepenā atsl|autentifik*+lietot|drošības atslēg|slepeno atslēg|iestatīšanas atslēg|konfigurācijas atslēg|skenējiet+kod|noskenējiet+kod|skenējiet+qr|noskenējiet+qr|nevar noskenēt|nevarat noskenēt|ievadiet+atslēg|atslēgu manuāli|konta atslēg|slepenais kods|koplietojam* noslēp',
  temp: 'pagaidu|vienreiz*|apstiprinājuma kod|verifikācijas kod|pārbaudes kod|drošības kod|pierakstīšanās kod|pieteikšanās kod|autentifikācijas kod|vienreizēj|ierīces kod|savienošanas pārī|piekļuves kod|piekļuves caurlaid|sākotnējā parol|beidzas pēc|beigsies pēc|derīg*+minūt|derīg*+stund|sešu ciparu|6 ciparu|atiestatīšanas kod',
  recovery:
    'atkopšan|atgūšan|atjaunošanas kod|atjaunošanas atslēg|rezerves kod|rezerves atslēg|dublējuma kod|ārkārtas kod|ārkārtas atslēg|glābšanas kod|atbloķēšanas kod|slepenā frāze',
  serial:
    'sērijas num|sērijas nr|atsauces num|atsauces kod|pasūtījuma num|pasūtījuma nr|klienta num|klienta kod|rēķina num|konta num|lietas num|sūtījuma num|izsekošanas num|līguma num|dalībnieka num|darījuma num|darījuma id|rezervācijas num|rezervācijas kod|modeļa num|apstiprinājuma num|pieprasījuma id|korelācijas id|sesijas id|ierīces id|klienta id|kļūdas kod',
  token:
    'api atslēg|privātā atslēg|publiskā atslēg|šifrēšanas atslēg|piekļuves atslēg|paraksta atslēg|klienta noslēp|piekļuves pilnvar',
  other:
    'tīkla parol|dāvan|uzaicin|tīkla atslēg|maršrutētāja parol|produkta atslēg|produkta kod|aktivizācijas|aktivizēšanas|reģistrācijas kod|atlaides|atlaižu|reklāmas kod|ielūgum|sapulces id|sapulces kod|sapulces parol|saites parol|faila parol|viesa parol|koplietošanas sait|maciņš|pirksta nospied|datu bāz|bankas kont|ierīces, kurās|pierakstījušās ierīces|kur esat pierakst|aktīvās sesijas|aktīva sesija|pašreizējā sesija|nesenās darbības|jaunākās darbības|pierakstīšanās vēstur|pieteikšanās vēstur|pēdējoreiz aktīv|pēdējo reizi aktīv|pēdējoreiz redz|pārlūka sesij|pārvaldīt ierīces|ierīču pārvald|lietotnes, kurām ir piekļuve|lietotnes ar piekļuvi|· jūsu ierīces|· manas ierīces',
  example:
    'piemēr|piem.|paraugs|izskatās šādi|izskatās kā|izskatīsies|izskatās aptuveni|līdzīgs šim|līdzīga šai|nav īst|izdomāt|kas ir lietot|kas ir lietojumprogr|kas ir+parol|· par lietotņu parol|· par lietot',
  own: 'pašreizējā parol|atkārto|aizmirs|vecā parol|iepriekšējā parol|esošā parol|apstipriniet parol|apstiprināt parol|jaunā parole+vēlreiz|jaunā parole+apst|mainīt parol|nomainīt parol|atiestatīt parol|galvenā parol|· konta parole|· pierakstīšanās parole|ievadiet savu paroli',
};
