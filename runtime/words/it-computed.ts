// SPDX-License-Identifier: BSD-3-Clause
// What computed answers say by themselves, in Italian.

export const chrome = {
  notYet: 'Non ancora calcolabile',
  notYetMissing: 'Mancano ancora: {names}',
  why: 'Perché?',
} as const;
