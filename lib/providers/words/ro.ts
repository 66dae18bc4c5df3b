import type { Words } from './words';

/**
 * Romanian.
 *
 * app: FairEmail "parolă de aplicație"; mailcow "parolă aplicație". Not looked up: Google "parole pentru aplicații".
 * key: mailcow. The rest is ours.
 */
export const words: Words = {
  app: 'parol* de aplica|parol* aplica|parol* pentru+aplica|parol* specifi|parol* de app!|parol* pentru app!|parol* pentru program|parol* pentru dispozitiv|parol* pentru client|parol* unic* de aplic|parol* pentru terț|parol* externe|cod de aplica|cod* de aplicație',
  pass: 'parol',
  once: 'o singură dată|nu o vei|nu va mai|nu mai|doar acum|afișat* o dată|afișat* doar|nu va fi|nu veți putea|nu vei putea|nu se va mai|niciodată|notați|notează|salvați|păstrați|păstrează|copiați|copiază|loc sigur|a fost creat|a fost generat|creată cu succes|generată cu succes|utilizați această|folosiți această|folosește această|introduceți această|lipiți|noua parolă|aceasta este|iată|înainte de a închide',
  copy: 'copiat',
  name: 'nume!|numele|etichet|denumire|titlu|scop!|comentariu|nume aplic|numiți|la ce veți folosi|la ce o veți',
  delete:
    'șterge|elimin|revoc|deconectează disp|deconectare de pe toate|deconectați disp|dezactiv|anulare acces|anulați accesul|retrage|încheie sesiunea',
  cancel: 'anulare!|anulează|anulați!|renunț|închide|înapoi!|respinge|nu acum|mai târziu|omite|nu, mulț',
  key: 'aplica*+autentif|cheie secret|cheie de config|aplic*+autentific|autentificator|cheie de securitate|chei de securitate|cheia secret|cheia de config|cheie de instal|scanați+cod|scanează+cod|scanare cod|nu puteți scana|nu poți scana|nu se poate scana|introduceți+cheie|introdu+cheie|introduceți cheia|cheia manual|cheia contului|cod secret|secret partajat',
  temp: 'temporar|unică folos|de unică|cod* de verif|cod de securitate|cod de confirm|cod de conect|cod de autentif|cod de acces|cod de validare|cod sms|cod dispozitiv|codul dispozitivului|parolă unică|cod unic!|parolă inițială|expiră în+minut|expiră în+or|expiră peste|valabil*+minut|valabil*+or|șase cifre|6 cifre|cod de resetare|permis de acces',
  recovery:
    'recuperare|cod* de rezerv|cod* de recuperare|chei* de recuperare|parol* de recuperare|fraz* de recuperare|cod* de backup|cod* de urgență|chei* de urgență|chei* de rezerv|cod* de salvare|cod* de deblocare|fraz* secret',
  serial:
    'număr de serie|număr* comen|număr serie|nr. de serie|număr de referință|referință:|număr comandă|număr de comandă|număr client|număr de client|număr factură|număr de factură|număr cont|număr de cont|număr caz|număr de urmărire|număr tranz|număr de tranz|număr rezerv|număr de rezerv|cod rezervare|număr model|număr de confirm|id solicitare|id cerere|id de corel|id corelare|id tranz|id sesiune|cod de eroare|cod client',
  token:
    'chei* api|chei* de acces|cheie privat|cheie public|cheie api|cheie de cript|cheie de semn|cheie de acces',
  other:
    'parol* rețe|licenț|card cadou|cod de invit|parol* wi fi|parol* de rețea|parol* rețelei|cheie de rețea|cheie de produs|cod de produs|cod de activ|cheie de activ|cod de înreg|cod de reducere|reducere|cod cadou|cupon|invitați|id întâlnire|cod întâlnire|parola întâlnirii|parol* linkului|parol* fișier|parol* pentru oaspeți|link de partajare|portofel|sumă de control|amprent|baz* de date|cont bancar|dispozitive conectate|dispozitive pe care|dispozitive unde|dispozitivele pe care|unde v ați conectat|unde te ai conectat|unde sunteți conectat|sesiuni active|sesiune activă|sesiunea curentă|activități recente|istoricul conect|istoric conect|ultima dată activ|văzut ultima|sesiuni de browser|gestionați dispoz|gestionează dispoz|aplicații cu acces la|aplicații care au acces|· dispozitivele dvs|· dispozitivele tale|· dispozitivele mele',
  example:
    'exemplu|de ex|exempl|ex.|mostră|arată astfel|arată așa|arată ca|va arăta|asemănător cu acest|similar cu acest|nu este o parolă reală|nu este reală|nu este una reală|fictiv|are forma|ce este o parol|ce sunt parol|ce este+parol|ce sunt+parol|· despre parol',
  own: 'parol* curent|parol* actual|confirm*+parol|repet|parol* veche|parol* anterioar|parol* existent|confirmați parol|confirmă parol|confirmare parol|reintroduceți|reintrodu|parolă nouă+confirm|parolă nouă+repet|parola nouă+confirm|schimbă parol|schimbați parol|schimbare parol|resetare parol|resetați parol|ați uitat|ai uitat|parol* principal|· parola contului|· parolă cont|· parola de conectare|introduceți parola dvs|introdu parola ta',
};
