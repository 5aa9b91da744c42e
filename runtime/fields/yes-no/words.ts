// SPDX-License-Identifier: BSD-3-Clause
import type { FieldWords } from '../contract.ts';

export const words: FieldWords = {
  name: { it: 'Sì o no', en: 'Yes or no' },
  about: { it: 'Una domanda a cui si risponde sì o no', en: 'A question answered with yes or no' },
  problems: {
    'not-yes-or-no': { it: 'Rispondi sì oppure no.', en: 'Answer yes or no.' },
  },
  texts: {
    yes: { it: 'Sì', en: 'Yes' },
    no: { it: 'No', en: 'No' },
  },
};
