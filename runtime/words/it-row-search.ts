// SPDX-License-Identifier: BSD-3-Clause
// What very long lists of rows say, in Italian.

export const chrome = {
  rowsShown: 'Qui vedi {shown} righe su {n}. Le altre restano compilate e controllate come queste.',
  rowSearch: 'Cerca fra tutte le righe',
  rowsFound: 'Righe trovate: {n}',
  rowsNone: 'Nessuna riga trovata.',
  rowsAway: 'Dalla riga {from} alla {to}: {n} righe non mostrate.',
  rowAway: 'La riga {from} non è mostrata.',
  rowsMore: 'Mostra altre {n} righe',
  rowsRest: 'Mostrale',
} as const;
