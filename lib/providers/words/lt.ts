import type { Words } from './words';

/**
 * Lithuanian.
 *
 * app: mailcow "programėlės slaptažodis". The rest is ours.
 */
export const words: Words = {
  app: 'program* slaptaž|taikom* slaptaž|slaptaž* programėl|programos slaptaž|programų slaptaž|programėlių slaptaž|programėlei skirt|programai skirt|slaptaž* programai|slaptaž* programoms|įrenginio slaptaž',
  pass: 'slaptaž',
  once: 'tik vieną kartą|daugiau nebus|nebegal|tik kartą|rodomas kartą|rodomas tik|tik dabar|daugiau nematys|nebebus rodom|nebus rodom|nebematys|niekada|užsirašyk|išsaugok|įsirašyk|nukopijuok|saugioje viet|saugią viet|sukurtas|sugeneruot|sėkmingai sukur|naudokite šį|įveskite šį|įklijuok|jūsų naujas slaptaž|prieš uždarydami|štai jūsų',
  copy: 'kopijuo|nukopij|kopijav|mainų srit',
  name: 'pavadinimas|programėlės pav|vardas!|pavadin|aprašas|aprašymas|paskirtis|kam naudosite|antraštė',
  delete:
    'ištrint|pašalint|ištrin|trinti|šalinti|pašalin|atšaukti prieig|panaikin|atjung|anuliuo|išjungti|atsijungti iš visų|atsijungti visuose|baigti seans',
  cancel: 'atšaukti!|uždaryti|atgal!|grįžti|atmesti|ne dabar|vėliau|praleisti|nepaisyti|ne, ačiū|nutraukti',
  key: 'autentifik*+program|slaptasis raktas|autentifikav*+program|tapatybės nustatymo|saugos raktas|slaptas raktas|slaptą raktą|sąrankos rakt|nustatymo rakt|nuskaityk*+kod|nuskaityk*+qr|skenuok*+kod|negalite nuskaityti|nepavyksta nuskaityti|įvesk*+raktą|raktą rankiniu|paskyros raktas|slaptas kodas|bendra paslaptis',
  temp: 'laikin|vienkartin|patvirtinimo kod|tikrinimo kod|saugos kod|prisijungimo kod|autentifikavimo kod|vienkart|įrenginio kod|susiejimo kod|prieigos kod|prieigos leidim|pradinis slaptaž|baigsis po|baigiasi po|nustos galioti|galioja+minu|galioja+valand|šešių skaitmen|6 skaitmen|nustatymo iš naujo kod',
  recovery:
    'atkūrimo|atsargin|avarinis kod|avariniai kod|avarinis rakt|gelbėjimo kod|atrakinimo kod|slapta frazė',
  serial:
    'serijos num|serijos nr|nuorodos numer|nuoroda nr|užsakymo num|užsakymo nr|kliento num|kliento kod|sąskaitos num|sąskaitos nr|bylos num|atvejo num|siuntos num|sekimo num|sutarties num|nario num|operacijos num|operacijos id|rezervacijos num|rezervacijos kod|modelio num|patvirtinimo num|užklausos id|užklausos num|koreliacijos id|seanso id|įrenginio id|klaidos kod',
  token:
    'api*+raktas|privatusis rakt|privatus raktas|viešasis rakt|šifravimo rakt|prieigos raktas|pasirašymo rakt|kliento paslaptis|prieigos raktų',
  other:
    'tinklo slaptaž|dovan|kvietim|belaidžio|tinklo rakt|maršruto parinktuvo slaptaž|produkto rakt|produkto kod|aktyvinimo|aktyvavimo|registracijos kod|nuolaid|reklamos kod|čekis|susitikimo id|susitikimo kod|susitikimo slaptaž|nuorodos slaptaž|failo slaptaž|svečio slaptaž|bendrinimo nuorod|piniginė|kontrolinė suma|piršto atspaud|duomenų baz|banko sąskait|prisijungę įrenginiai|įrenginiai, kuriuose|kur esate prisijung|kur prisijungta|aktyvūs seansai|aktyvios sesijos|dabartinis seansas|dabartinė sesija|naujausi veiksmai|prisijungimų istorij|prisijungimo istorij|paskutinį kartą aktyv|paskutinį kartą matyt|naršyklės seans|tvarkyti įrenginius|įrenginių tvarkym|programos, turinčios prieigą|programėlės, turinčios prieigą|· jūsų įrenginiai|· mano įrenginiai',
  example:
    'pavyzd|pvz|atrodo taip|atrodys taip|atrodo kaip|atrodo maždaug|panašus į šį|panašiai kaip|netikras|nėra tikras|išgalvot|iliustrac|pavidalas:|kas yra program|kas yra+slaptaž|kas yra taikom|· apie program',
  own: 'dabartinis slaptaž|pakarto|pamirš|senas slaptaž|ankstesnis slaptaž|esamas slaptaž|senasis slaptaž|patvirtink*+slaptaž|patvirtinti slaptaž|naujas slaptaž*+pakart|naujas slaptaž*+patvirt|keisti slaptaž|pakeisti slaptaž|nustatyti slaptaž|pagrindinis slaptaž|· paskyros slaptaž|· prisijungimo slaptaž|įveskite savo slaptaž',
};
