// SPDX-License-Identifier: BSD-3-Clause
// What proposals for a list say, in Italian.

export const chrome = {
  proposals: 'Proposte dall’analisi',
  proposalsHint: 'Nascono dai bisogni trovati. Prendine una: poi puoi cambiarla come vuoi.',
  proposalRows: 'Con: {rows}',
  proposalTake: 'Aggiungi',
  proposalTaken: 'Già aggiunta',
  proposalDone: 'Aggiunto: {what}',
} as const;
