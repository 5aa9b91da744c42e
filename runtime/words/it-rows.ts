// SPDX-License-Identifier: BSD-3-Clause
// What rows and links to rows say by themselves, in Italian.

export const chrome = {
  add: 'Aggiungi: {what}',
  remove: 'Elimina',
  up: 'Sposta su',
  down: 'Sposta giù',
  rowNumber: '{what} {n}',
  rowAdded: 'Aggiunta: {row}',
  noRows: 'Ancora nessuna riga.',
  rowStale: 'La voce da cui dipendeva non c’è più: la riga resta in sola lettura.',
  rowsFull: 'Non si possono aggiungere altre righe (al massimo {n}).',
  noSource: 'Prima aggiungi almeno una voce in «{list}».',
  copy: 'Duplica',
  insert: 'Aggiungi sotto',
  undo: 'Annulla l’eliminazione',
  rowBack: 'Rimessa al suo posto: {row}',
  removeWhy: 'Perché si toglie questa riga',
  reasonNeeded: 'Scrivi perché si toglie «{row}».',
  removeRow: 'Eliminare «{row}»?',
  removeReferred: '«{row}» è collegata a: {names}. Eliminandola, i collegamenti si perdono.',
  removeYes: 'Sì, elimina',
  cancel: 'Annulla',
  rowRemoved: 'Eliminata: {row}',
  rowMoved: '{row}: ora in posizione {n}',
  addTo: 'Aggiungi: {what} per «{to}»',
  notLinked: 'Senza collegamento',
} as const;
