import type { Words } from './words';

/**
 * Italian.
 *
 * app: ownCloud "password / token app"; mailcow, tt-rss, FairEmail "password dell'app". As other pages quote them:
 * Google "password per le app", Apple "password specifica per l'app". key: mailcow, tt-rss, Nextcloud. The rest by
 * hand.
 */
export const words: Words = {
  app: 'password* applicaz|password* per la+app|password* per l+app|password per app!|password per le app!|password per l app!|password dell app!|password delle app!|password di app!|password di un app!|password app!|password specific*+app!|password specific*+applic|password* per+applic|password dell applic|password di applic|password / token app|codice di applic|password per applicaz|password specific* per|password per le applic|password delle applic|password per programmi|password di dispositivo|password del dispositivo|password per disp|password esterna|password di terze|password applicativ|password per un app!|password per questa app!|password per+client di posta',
  pass: 'parola d ordine',
  once: 'una sola volta|una volta sola|non verrà più|non sarà più|non potrai|copiala|copia questa|salvala|questa volta|non la vedrai|non potrà|non sarà possibile|non verrà|mai più|salva questa|salva la|salvare|annota|prendi nota|prendere nota|conserva|luogo sicuro|posto sicuro|usa questa|utilizza questa|inserisci questa|incolla|è stata creata|è stata generata|creata correttamente|generata correttamente|creata con successo|generata con successo|la tua nuova password|la nuova password|ecco la|ecco il|prima di chiudere|vederla di nuovo|visualizzarla di nuovo|mostrata di nuovo|visualizzarla nuovamente|visualizzata nuovamente',
  copy: 'copia|appunti',
  name: 'seleziona app|seleziona l app|seleziona la tua app|seleziona dispos|tipo di dispos|nome|titolo|a cosa serv|a cosa ti serv|scopo|commento|denominaz',
  delete:
    'rimuovi|revoca|cancella|rimuovere|scollega|disattiva|annulla accesso|termina sessione|esci da tutti|togli!|disconnetti disp|disconnetti app',
  cancel: 'chiudi|indietro|torna|non ora|non adesso|più tardi|rifiuta|no, grazie|no grazie|scarta|abbandona',
  key: 'chiav* di sicurezza|token di sicurezza|applic*+autentic|autenticatore|chiave segreta|chiave di config|scansion*+codice|app di autent|app di verifica|scansion*+qr|inquadra*+codice|inquadra*+qr|leggi+codice qr|non riesci a scans|non riesci a scannerizz|impossibile scans|non puoi scans|scannerizz*+codice|inserisci+chiave|inserire+chiave|chiave dell account|chiave account|codice segreto|segreto condiviso|chiave di installaz|chiave di impost|chiave manual',
  temp: 'provvisori|temporane|monouso|usa e getta|codice di verif|codice di sicur|codice usa|password iniziale|codice di conferma|codice di accesso temp|codice di accesso mono|codice di login|codice di autent|codice di autoriz|codice sms|codice otp|codice dispositivo|codice di abbinam|codice a 6 cifre|codice di 6 cifre|scade tra+minut|scade tra+or|scade fra+minut|valid*+minuti|valid* per+or*!|pass di accesso|a tempo limitato|codice di reimpost',
  recovery:
    'codic* di recup|codic* di ripr|codic* di backup|chiave di recup|codic* di emerg|codic* di riserva|codic* di ripristino|codic* di salvat|codic* di sblocco|chiav* di ripristino|chiav* di backup|chiav* di emerg|chiav* di sblocco|chiav* di recup|frase di recup|frase segreta|frase seme|parol* di recup|kit di emerg|kit di recup|password di recup|password di emerg|codic* di sicurezza di riserva',
  serial:
    'id chiave|id della chiave|numero di serie|numero d ordine|numero client|numero seriale|seriale|matricola|numero di rif|riferimento:|codice di rif|numero fattura|numero di fattura|numero ordine|numero di ordine|numero pratica|numero di pratica|numero di cliente|numero di conto|numero di tracc|numero di sped|numero contratto|numero di contratto|numero di trans|numero prenotaz|numero di prenotaz|codice prenotaz|codice cliente|numero di modello|numero di conferma|numero richiesta|id correlaz|id di correlaz|id richiesta|id della richiesta|id transaz|id sessione|id account|id utente|codice errore|codice di errore|codice fiscale|identificativo univoco',
  token:
    'chiav*+api!|chiave api|chiavi api|chiave di acc|chiave priv|chiave pubblica|chiave ssh|chiave di crittog|chiave di firma|chiave segreta api|segreto client|segreto del client',
  other:
    'di rete!|licenza|chiave prod|codice di attiv|buono!|carta regalo|codice sconto|codice invito|password della rete|password del router|chiave di rete|codice prodotto|codice regalo|codice di invito|codice riscatto|buono regalo|buono sconto|invito|id riunione|codice riunione|password riunione|password della riunione|password del link|password del file|password ospite|link di condivis|link condiviso|portafoglio|somma di contr|impronta|conto corrente|dispositivi connessi|dispositivi collegati|dispositivi su cui|dispositivi in cui|dove hai eseguito|dove hai effettuato|sessioni attive|sessione attiva|sessione corrente|sessioni aperte|attività di accesso|cronologia accessi|cronologia degli accessi|sessioni del browser|sessioni browser|gestisci+dispositivi|app con accesso al|applicazioni con accesso|app che hanno accesso|app di terze parti con|· i tuoi dispositivi|· i miei dispositivi|attività recenti',
  example:
    'esempio|ad es|simile a|per es|es.:|p.es|a titolo di|a titolo esempl|campione|fittizi|non è reale|non è una password reale|non è una vera|non è vera|illustrativ|illustrazione|assomiglia|somiglia|ha questo aspetto|avrà questo aspetto|che cos è una password|cos è una password|cosa sono le password|cos è+password|cosa sono+password|cosa è una password|a cosa servono le password|a cosa serve una password|come funzionano le password|· informazioni sulle password',
  own: 'password attuale|password corrente|ripeti+password|riscrivi|conferma+password|password dimentic|cambia+password|vecchia password|password precedente|password esistente|ripet*+password|ridigita|reinserisci|digita di nuovo|inserisci di nuovo|inserisci nuovamente|nuova password+conferma|nuova password+ripeti|· password dell account|· password account|· password del tuo account|· password di accesso|password principale|password master|hai dimenticato|modific*+password|reimpost*+password|aggiorn*+password|inserisci la tua password|verifica password|verifica la password|verifica la tua password',
};
