// SPDX-License-Identifier: BSD-3-Clause
// What searched lists and choices of many say, in Italian.

export const chrome = {
  found: '{n} voci trovate',
  foundOne: '1 voce trovata',
  foundNone: 'Nessuna voce trovata',
  searching: 'Sto cercando…',
  foundMore: 'Le prime {n} voci: scrivi altre lettere per restringere',
  unreached:
    'Senza collegamento l’elenco non si può consultare. Quello che hai scritto resta qui: appena il collegamento torna, la ricerca riprende.',
  pickOne: 'Scegli una voce dell’elenco: «{text}» da solo non basta.',
  filterList: 'Filtra le voci',
  addFromList: 'Cerca e aggiungi',
  selected: 'Selezionati: {n}',
  takeAway: 'Togli {what}',
} as const;
