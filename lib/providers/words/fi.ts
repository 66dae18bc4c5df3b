import type { Words } from './words';

/**
 * Finnish.
 *
 * app: FairEmail "sovelluksen salasana", "sovellussalasana"; Apple "appikohtainen salasana"; "sovelluskohtainen
 * salasana" is ours. key: Nextcloud, tt-rss. The rest is ours.
 */
export const words: Words = {
  app: 'smtp tunnuk|sovellussalasan|sovellusten salasan|sovelluksen salasan|sovelluskohtai* salasan|ohjelmasalasan|laitesalasan|laitekohtai* salasan|salasan* sovelluks|appikohtai* salasan|sovelluskoht* salasan|sovellus salasan|salasan* sovellust|salasan* ulkoisel|ohjelman salasan|ohjelmakohtai* salasan|laitteen salasan',
  pass: '~salasan',
  once: 'vain kerran|ei näytetä|et näe|et voi näh|vain yhden kerran|vain tämän kerran|näytetään vain|näytetään kerran|ei enää näytetä|ei näy enää|ei voi enää|et enää näe|et voi enää|et pysty|enää uudelleen|uudestaan!|merkitse muistiin|kirjoita muistiin|kirjoita se muistiin|kirjaa ylös|kirjoita ylös|tallenna se|tallenna tämä|kopioi se|kopioi tämä|turvalliseen paikkaan|turvallisessa paikassa|on luotu|luotiin|luotu!|käytä tätä|anna tämä salas|syötä tämä salas|liitä tämä|uusi salasanasi|uusi sovellus|tässä on|ennen kuin sulj',
  copy: 'kopioi|leikepöy',
  name: 'nimi!|tunniste!|kuvaus|sovelluksen nimi|nimike|nimeä|otsikko|selite|mihin käyt|käyttötarkoitus|kommentti|nimen',
  delete:
    'kumoa|peruuta käyttö|poista|peru käyttö|mitätöi|katkaise|irrota|hävitä|lopeta istunto|kirjaudu ulos kaik|kirjaa ulos kaik|kirjaudu ulos laitt',
  cancel: 'peru!|sulje!|takaisin!|palaa!|palaa takais|hylkää|ei nyt|myöhemmin|ei kiitos|ohita!|peruuta',
  key: '~suojausavain|todennussovel|tunnistautumissov|salainen avain|todentajasov|todentaja!|tunnistussov|varmennussov|vahvistussov|todennus sov|skannaa+koodi|skannaa+qr|lue qr|etkö voi skannata|et voi skannata koodi|en voi skannata|anna+avain|syötä+avain|avain käsin|avain manuaal|määritysava|asennusava|tilin avain|tiliavain|salainen koodi|jaettu salaisuus',
  temp: 'väliaikai|tilapäi|kertakäyttö|vahvistuskoodi|kertakirjaut|kertakoodi|kertasalas|suojauskoodi|turvakoodi|turvallisuuskoodi|kirjautumiskoodi|todennuskoodi|varmistuskoodi|varmennuskoodi|tekstiviestikoodi|laitekoodi|pariliitoskoodi|käyttölupa|vanhenee+minuut|vanhenee+tun|voimassa+minuut|voimassa+tunti|kuusinumeroi|6 numeroi|aloitussalas|alkusalas',
  recovery:
    'palautuskood|palautusava|palautus koodi|palautuslause|palautussan|varakood|varmuuskood|varmuuskopiokood|vara avain|hätäkood|hätätilakood|hätäava|pelastuskood|avauskood|palautuspaket|salainen lause',
  serial:
    'sarjanumero|viitenumero|tilausnum|sarjanro|viite:|viitekoodi|tilausnro|asiakasnum|asiakasnro|laskun num|laskunum|tilinum|tapausnum|seurantanum|seurantakood|sopimusnum|jäsennum|tapahtumanum|tapahtumatunn|varausnum|varaustunn|mallinum|vahvistusnum|pyyntötunn|pyynnön tunn|korrelaatiotunn|istuntotunn|istunnon tunn|asiakastunn|laitetunn|laitteen tunn|tilin tunn|virhekood',
  token:
    'poletti|poletin|poletit|api tunnus|~tunnuste|api ava|käyttöava|yksityinen avain|julkinen avain|salausava|allekirjoitusava|asiakassalaisuus|käyttöoikeustunn',
  other:
    'verkon salas|verkkoava|lisenssiava|tuoteava|lahjakort|verkkosalas|reitittimen salas|lisenssikood|tuotekood|aktivointikood|aktivointiava|rekisteröintikood|alennuskood|kampanjakood|lahjakood|arvosete|kutsukood|kutsulink|kokouksen tunn|kokoustunn|kokouskood|jakosalas|tiedoston salas|linkin salas|vierassalas|vieraan salas|jakolink|lompakko|tarkistussum|sormenjäl|tietokan|pankkitil|kirjautuneet laitt|laitteet, joissa|laitteet, joihin|laitteet joissa|kirjautuneena näi|missä olet kirjaut|aktiiviset istun|aktiivinen istun|nykyinen istun|viimeaikai* tapaht|viimeisimmät toim|kirjautumishistor|kirjautumistapaht|viimeksi aktiiv|viimeksi nähty|viimeksi paikal|selainistun|selaimen istun|hallitse laitt|laitteiden hallint|sovellukset, joilla on|sovellukset joilla on|· omat laitteet',
  example:
    'esim|näyttää tältä|näyttää seuraaval|näyttää suunnilleen|samankaltai|tällainen:|ei ole oikea|ei oikea salas|keksitty|kuvitteellinen|mikä on sovellus|mitä ovat sovellus|mikä on+salasana|mitä ovat+salasanat|mitä sovellussalas|miten sovellussalas|· tietoa sovellussalas|· tietoja sovellussalas',
  own: 'vaihda salasana|nykyinen salas|toista salas|vahvista salas|unohd|vanha salas|aiempi salas|edellinen salas|olemassa oleva salas|nykyisen salas|· tilin salas|· tilisi salas|· kirjautumissalas|toista uusi salas|vahvista uusi salas|salasanan vahvist|vaihda salas|muuta salas|nollaa salas|palauta salas|uusi salasana+uudelleen|uusi salasana+vahvist|pääsalas|anna salasanasi|kirjoita salasanasi|päivitä salas|kirjoita salasana uudelleen',
};
