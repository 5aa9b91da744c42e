// SPDX-License-Identifier: BSD-3-Clause
// How an outcome came about, in Italian.

export const chrome = {
  trace: 'Come si arriva a questo esito',
  traceScores: 'Come si arriva a questo punteggio',
  traceRules: 'Le regole si provano in quest’ordine; decide la prima che vale.',
  traceHolds: 'Vale',
  traceHoldsNot: 'Non vale',
  traceGives: 'Esito suggerito: {outcome}',
  traceNone: 'Nessuna regola vale, perciò nessun esito è suggerito.',
  traceReads: 'Risposte considerate',
  traceItem: 'Voce',
  traceAnswer: 'Risposta',
  tracePoints: 'Punti',
  traceWeight: 'Peso',
  traceCounts: 'Contano',
  traceTotal: 'Totale',
  traceBand: 'Fascia: {band}',
  traceWaiting: 'Manca ancora una risposta che conta.',
  traceYes: 'Sì',
  traceNo: 'No',
  traceRows: 'righe: {n}',
} as const;
