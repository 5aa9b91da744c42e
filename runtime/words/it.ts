// SPDX-License-Identifier: BSD-3-Clause
// What the form says by itself from the start, in Italian. `{name}` is replaced by the parameter.

/** Texts around the questions: buttons, steps. */
export const chrome = {
  back: 'Indietro',
  save: 'Salva',
  next: 'Avanti',
  step: 'Passo {n} di {of}',
  stepOpen: 'Passo {n}',
  requiredLegend: 'Le voci con l’asterisco (*) sono obbligatorie.',
  required: 'obbligatoria',
  unknown: 'Non so',
  refused: 'Preferisco non rispondere',
  'not-collected': 'Non rilevato',
  choose: 'Scegli…',
  or: 'oppure',
  yes: 'Sì',
  no: 'No',
  day: 'Giorno',
  month: 'Mese',
  year: 'Anno',
  example: 'Per esempio: {example}',
  whyAsked: 'Perché lo chiediamo',
  retry: 'Riprova',
  aids: 'Aiuti alla lettura',
  resumeOpen: 'Riprendi una bozza',
  loading: 'Caricamento…',
  missing: 'Collegamento assente: riprova tra poco.',
  unavailable: 'Questo modulo non è disponibile. Riprova più tardi.',
} as const;
