import type { Words } from './words';

/**
 * Catalan.
 *
 * app: FairEmail "contrasenya d'aplicació", "contrasenya de l'aplicació"; mailcow "contrasenya a l'aplicació". key:
 * mailcow, tt-rss. The rest is ours.
 */
export const words: Words = {
  app: 'contraseny* d aplic|contraseny* de l aplic|contraseny* a l aplic|contraseny* per+aplic|contraseny* específi|contraseny* d una aplic|contraseny* de les aplic|contraseny* d app!|contraseny* d apps!|contraseny* de l app!|contraseny* per a l app!|contraseny* per a aplic|contraseny* de program|contraseny* de dispos|contraseny* extern|contraseny* única d aplic|mot de pas d aplic',
  pass: 'contraseny|mot de pas|clau de pas',
  once: 'una sola vegada|només una|no podreu|només un cop|un sol cop|una única vegada|no es tornarà|no la podràs|no podràs|no la podreu|no es mostrarà|mai més|apunta|apunteu|desa la|deseu la|lloc segur|s ha creat|s ha generat|ha estat creada|utilitza aquesta|utilitzeu aquesta|fes servir aquesta|introdueix aquesta|introduïu aquesta|enganxa|la teva nova contrasenya|la vostra nova contrasenya|aquesta és la|abans de tancar',
  copy: 'porta retalls|porta papers|al porta',
  name: 'tipus de disp|nom!|nom de|títol|finalitat|per a què|per què la|comentari|anomena|posa nom',
  delete:
    'suprimeix|esborra|desconnecta disp|desconnecta l app|tanca totes les sessions|tanca la sessió a|retira',
  cancel: 'tanca!|enrere|ara no|més tard|rebutja|no, gràcies|omet!',
  key: 'app*+autenticació|clau secreta|aplicació d autenticació|clau de seguretat|claus de seguretat|clau de config|clau d instal|clau del compte|escanej*+codi|escanej*+qr|llegeix+codi qr|no pots escanejar|no podeu escanejar|introdu*+clau|clau manualment|codi secret|secret compartit',
  temp: 'un sol ús|codi de verif|codi de segur|codi de confirm|codi d inici|codi d accés|codi d autent|codi sms|codi d un sol|codi de dispos|codi únic|contrasenya d un sol|contrasenya inicial|caduca d aquí|caduca en|caduca al cap|vàlid*+minut|vàlid*+hor|sis xifres|6 xifres|6 dígits|passi d accés|codi de restabl',
  recovery:
    'codi* de recup|clau de recup|codi* de recuperació|clau* de recuperació|codi* de còpia|codi* de reserva|codi* d emerg|clau* d emerg|clau* de reserva|codi* de rescat|frase de recup|codi* de desbl|codi* de restaur',
  serial:
    'número de sèrie|núm. de sèrie|referència:|número de com|número de cas|número de contract|codi de reserva|número de model|id de sol|id de sessió|id de client|codi d error',
  token:
    'clau api|clau d api|clau privada|clau pública|clau de xifr|clau d accés|clau de signat|secret del client',
  other:
    'llicència|val de|targeta regal|contrasenya de la xarxa|contrasenya de xarxa|clau de xarxa|clau de llic|clau de prod|codi de prod|codi d activ|clau d activ|codi de registre|codi de desc|codi de regal|cupó|val regal|codi d invit|invitació|id de reunió|codi de reunió|contrasenya de la reunió|contrasenya de l enllaç|contrasenya del fitxer|enllaç per compartir|moneder|suma de verif|empremta|base de dades|compte bancari|dispositius connectats|dispositius on|dispositius en què|on has iniciat|on heu iniciat|sessions obertes|sessió actual|activitats recents|activitat recent de|historial d inici|vist per última|vist per darrera|actiu per última|sessions del naveg|gestiona+dispositius|aplicacions amb accés a|aplicacions que tenen accés|· els teus dispositius|· els vostres dispositius|· els meus dispositius',
  example:
    'p. ex|mostra de|s assembla|té aquest aspecte|tindrà aquest aspecte|semblant a aquest|similar a aquest|no és real|no és una contrasenya real|no és de debò|il·lustr|té la forma|què és una contras|què és un mot de pas|què són les contras|què és+contras|què són+contras|· quant a les contras|· sobre les contras',
  own: 'contraseny* actual|oblid|canvi*+contraseny|contrasenya antiga|contrasenya anterior|contrasenya existent|contrasenya vigent|confirm*+contraseny|torna a escriure|torneu a escriure|torna a introd|torneu a introd|nova contrasenya+confirm|nova contrasenya+repet|modific*+contraseny|restabl*+contraseny|contrasenya mestra|contrasenya principal|· contrasenya del compte|· contrasenya d inici|introdueix la teva contras|introduïu la vostra contras',
};
