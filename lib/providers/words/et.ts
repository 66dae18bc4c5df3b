import type { Words } from './words';

/**
 * Estonian.
 *
 * app: FairEmail "rakenduse parool", "rakenduse salasõna". key: Nextcloud. The rest is ours.
 */
export const words: Words = {
  app: 'rakenduse* parool|rakenduse* salas|rakenduseparool|rakenduspõh|seadme parool|rakenduse paroolid|rakenduste parool|rakendusparool|rakendusepõhi|välise rakenduse parool|programmi parool|seadme salasõna|seadmeparool|rakenduste salas|äpi parool|äpiparool',
  pass: '~parool|salasõn',
  once: 'ainult üks kord|ainult ühe korra|enam ei|vaid üks kord|vaid ühe korra|üks kord!|ühe korra!|ainult praegu|rohkem ei|ei saa enam|ei kuvata uuesti|mitte kunagi|kirjuta üles|kirjutage üles|märkige üles|hoia alles|hoidke alles|kopeeri see|kopeerige|turvalises kohas|turvalisse kohta|on loodud|loodi!|genereeri|edukalt loodud|kasuta seda|kasutage seda|sisesta see|sisestage see|kleebi|sinu uus parool|teie uus parool|enne sulgemist|siin on',
  copy: 'kopeeri|lõikep|kopeer|lõikelauale',
  name: 'rakenduse nimi|kirjeldus|nimetus|silt!|pealkiri|otstarve|eesmärk|milleks|kommentaar|seadme nimi',
  delete:
    'kustuta|eemalda|kustut|tühista juurdepääs|tühista luba|tühista!|katkesta ühendus|lahuta|eemald|keela!|logi välja kõig|lõpeta seanss|lõpeta kõik',
  cancel:
    'loobu|katkesta!|sulge!|tagasi!|hülga|mitte praegu|hiljem|keeldu|jäta vahele|ei, aitäh|eira!|tühista!',
  key: 'autentimisrak|salajane võti|autentija|turvavõti|turvavõtme|salavõti|seadistusvõti|häälestusvõti|konto võti|skanni+kood|skanni+qr|skannige+kood|ei saa skannida|sisesta+võti|sisestage+võti|võti käsitsi|salakood|jagatud saladus',
  temp: 'ajuti|ühekord|kinnituskood|kontrollkood|turvakood|sisselogimiskood|autentimiskood|sms kood|seadme kood|sidumiskood|pääsukood|juurdepääsukood|algparool|aegub+minut|aegub+tunni|kehtib+minut|kehtib+tund|kuuekohali|6 kohali|lähtestuskood|juurdepääsupääs',
  recovery:
    'taastek|taastamis|taastevõti|taastefraas|varukood|varuvõti|varukoopiakood|hädaabikood|hädaabivõti|päästekood|avamiskood|salafraas',
  serial:
    'seerianum|seerianr|viitenumber|viide:|tellimuse num|tellimuse nr|kliendinum|kliendi num|arve num|konto num|juhtumi num|saadetise num|jälgimisnum|lepingu num|liikmenum|tehingu num|tehingu id|broneeringu num|broneeringu kood|mudeli num|kinnitusnum|päringu id|taotluse id|korrelatsiooni|seansi id|seadme id|kliendi id|veakood',
  token:
    'api võti|privaatvõti|avalik võti|krüptovõti|krüptimisvõti|pääsuvõti|allkirjastamisvõti|kliendi saladus',
  other:
    'võrgu par|litsents|kinkekaart|võrguvõti|ruuteri parool|tootevõti|tootekood|aktiveerimis|registreerimiskood|soodus|allahindlus|kinkekood|vautšer|kutse|koosoleku id|koosoleku kood|koosoleku parool|lingi parool|faili parool|külalise parool|jagamislink|rahakott|sõrmejäl|andmebaas|pangakonto|sisselogitud seadmed|seadmed, millesse|seadmed, kus|kus oled sisse|kus olete sisse|aktiivsed seansid|praegune seanss|hiljutised tegevused|sisselogimisajal|sisselogimiste ajal|viimati aktiiv|viimati nähtud|brauseri seans|halda seadmeid|seadmete haldam|rakendused, millel on juurdepääs|rakendused, millel on ligipääs|· sinu seadmed|· teie seadmed|· minu seadmed',
  example:
    'näiteks|nt!|nt.|näide|näidis|näeb välja selline|näeb välja nii|näeb välja nagu|näeb välja umbes|sarnane sellele|pole päris|ei ole päris|ei ole tegelik|väljamõeldud|illustr|kujul:|mis on rakendus|mis on+parool|mis on+salasõna|· rakenduste paroolidest|· teave rakenduse paroolide',
  own: 'praegune par|korda|unusta|vana parool|eelmine parool|olemasolev parool|senine parool|praegune salas|korrake parool|kinnita parool|kinnitage parool|uus parool+uuesti|uus parool+kinnita|muuda parool|vaheta parool|lähtesta parool|põhiparool|· konto parool|· sisselogimise parool|sisesta oma parool|sisestage oma parool',
};
