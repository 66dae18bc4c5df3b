import type { Words } from './words';

/**
 * Italian.
 *
 * app: ownCloud "password / token app"; mailcow, tt-rss, FairEmail "password dell'app". As other pages quote them:
 * Google "password per le app", Apple "password specifica per l'app". key: mailcow, tt-rss, Nextcloud. The rest by
 * hand.
 */
export const words: Words = {
  app: 'password* applicaz|password* per la+app|password* per l+app|password per app!|password per le app!|password per l app!|password dell app!|password delle app!|password di app!|password di un app!|password app!|password specific*+app!|password specific*+applic|password* per+applic|password dell applic|password di applic|password / token app|codice di applic',
  pass: 'parola d ordine',
  once: 'una sola volta|una volta sola|non verrà più|non sarà più|non potrai|copiala|copia questa|salvala',
  copy: 'copia|appunti',
  name: 'nome|titolo',
  delete: 'rimuovi|revoca|cancella',
  key: 'chiav* di sicurezza|token di sicurezza|applic*+autentic|autenticatore|chiave segreta|chiave di config|scansion*+codice|app di autent',
  temp: 'provvisori|temporane|monouso|usa e getta|codice di verif|codice di sicur',
  recovery: 'codic* di recup|codic* di ripr|codic* di backup|chiave di recup',
  serial: 'numero di serie|numero d ordine|numero client',
  token: 'chiave api|chiavi api|chiave di acc|chiave priv',
  other: 'di rete!|licenza|chiave prod|codice di attiv|buono!|carta regalo|codice sconto|codice invito',
  example: 'esempio|ad es|simile a',
  own: 'password attuale|password corrente|ripeti+password|riscrivi|conferma+password|password dimentic|cambia+password',
};
