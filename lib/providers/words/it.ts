import type { Words } from './words';

/**
 * Italian.
 *
 * app: Google "password per le app"; Apple "password specifica per l'app"; Microsoft "password dell'app", "password
 * app"; ownCloud "password / token app"; mailcow, tt-rss "password dell'app". key: mailcow, tt-rss, Nextcloud. The
 * rest by hand.
 */
export const words: Words = {
  app: 'password per app!|password per le app!|password per l app!|password dell app!|password delle app!|password di app!|password di un app!|password app!|password specific*+app!|password specific*+applic|password* per+applic|password dell applic|password di applic|password / token app|codice di applic',
  pass: 'parola d ordine',
  once: 'una sola volta|una volta sola|non verrà più|non sarà più|non potrai|copiala|copia questa|salvala|annota|luogo sicuro|posto sicuro|generata|è stata creata|nuova password per',
  copy: 'copia|copiat|appunti',
  name: 'nome|etichetta|titolo|descrizion',
  delete: 'elimina|rimuovi|revoca|cancella',
  key: 'applic*+autentic|autenticatore|chiave segreta|chiave di config|segreto totp|scansion*+codice|inquadra',
  temp: 'temporane|monouso|usa e getta|codice di verif|codice di sicur|codice di conf|provvisor',
  recovery: 'codic* di recup|codic* di ripr|codic* di backup|chiave di recup|codic* di emerg',
  serial: 'numero di serie|numero d ordine|numero client|riferimento',
  token: 'chiave api|chiavi api|chiave di acc|chiave priv|segreto client|chiave di firma',
  other:
    'di rete!|licenza|chiave prod|codice di attiv|buono!|carta regalo|codice sconto|codice invito|impronta|database|stringa di conn',
  example: 'esempio|ad es|simile a',
  own: 'password attuale|password corrente|vecchia password|ripeti+password|riscrivi|conferma+password|password dimentic|cambia+password|modifica password|reimposta',
};
