// SPDX-License-Identifier: BSD-3-Clause
import type { FieldWords } from '../contract.ts';

export const words: FieldWords = {
  name: { it: 'Numero della DSU', en: 'Number of the DSU' },
  about: {
    it: 'Il protocollo INPS della dichiarazione per l’ISEE',
    en: 'The INPS number of the declaration for the ISEE',
  },
  problems: {
    'not-a-dsu': {
      it: 'Il numero della DSU ha questa forma: INPS-ISEE-2026-01234567A-00. Si legge in alto sull’attestazione ISEE.',
      en: 'The number of a DSU looks like this: INPS-ISEE-2026-01234567A-00. It stands at the top of the ISEE certificate.',
    },
    'dsu-year': {
      it: 'Il {year} deve ancora cominciare: l’anno della DSU può essere al massimo {now}.',
      en: '{year} has yet to begin: the year of the DSU can be {now} at most.',
    },
  },
};
