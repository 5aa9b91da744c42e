// SPDX-License-Identifier: BSD-3-Clause
// What the form says by itself once somebody has answered, in Italian: problems, saving, review, sending.

export const chrome = {
  errors: 'C’è un problema',
  errorsMany: 'Ci sono {n} problemi',
  errorPrefix: 'Errore: ',
  review: 'Riepilogo',
  reviewHint: 'Controlla le risposte prima di inviarle: puoi ancora modificarle.',
  declaration: 'Le informazioni che hai fornito hanno valore di dichiarazione.',
  change: 'Modifica',
  notGiven: 'Non fornito',
  saving: 'Salvataggio…',
  saved: 'Bozza salvata alle {at}',
  unsaved: 'Modifiche non ancora salvate',
  offline: 'Collegamento assente: quello che hai scritto resta qui, riproviamo da soli.',
  'save-failed': 'La bozza non è stata salvata. Quello che hai scritto resta qui, riproviamo da soli.',
  'signed-out': 'La sessione è finita. Quello che hai scritto resta qui: accedi di nuovo, poi riprova.',
  'conflict-title': 'Questa bozza è stata cambiata altrove',
  conflict: 'Un’altra finestra ha salvato questa bozza dopo di te. Quello che hai scritto qui non è perduto.',
  'conflict-load': 'Apri l’altra',
  'conflict-keep': 'Tieni questa',
  yourCode: 'Codice per riprendere: {code}',
  yourCodeHint: 'Conservalo: serve per continuare più tardi, anche da un altro dispositivo.',
  sent: 'Inviato',
  receipt: 'Numero di ricevuta: {receipt}',
  sentHint: 'Conserva il numero di ricevuta.',
} as const;

/** Sentences by problem code, where the field's type has none of its own. */
export const problems: { readonly [code: string]: string } = {
  required: 'Rispondi a «{title}».',
  check: '{message}',
  hidden: '«{title}» non è richiesta con queste risposte.',
  locked: '«{title}» non si può modificare.',
  'not-valid': 'Il valore non è valido: controllalo.',
  'not-answers': 'Le risposte non si possono leggere.',
  'not-declined': 'Questa risposta non è fra quelle previste.',
  'unknown-answer': '«{key}» non è una domanda di questo modulo.',
  'row-gone': 'Una voce collegata non c’è più: scegli di nuovo.',
  'row-without-source': 'La voce da cui questa riga dipendeva non c’è più.',
  'same-row-twice': 'La stessa riga compare due volte: eliminane una.',
  invalid: 'Alcune risposte sono da correggere.',
  conflict: 'Questa bozza è stata cambiata altrove.',
  'signed-out': 'La sessione è finita: accedi di nuovo, poi riprova.',
  'not-found': 'Nessuna bozza con questo codice: controlla come è scritto.',
  'rate-limited': 'Troppe richieste in poco tempo: attendi un minuto e riprova.',
};
