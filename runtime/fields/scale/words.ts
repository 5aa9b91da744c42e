// SPDX-License-Identifier: BSD-3-Clause
import type { FieldWords } from '../contract.ts';

export const words: FieldWords = {
  name: { it: 'Scala', en: 'Scale' },
  about: {
    it: 'Un livello su una scala, da 2 a 10, con le parole agli estremi o a ogni livello',
    en: 'One level of a scale, 2 to 10, with words at its ends or at each level',
  },
  problems: {
    'not-a-level': {
      it: 'Scegli uno dei livelli della scala.',
      en: 'Choose one of the levels of the scale.',
    },
  },
};
