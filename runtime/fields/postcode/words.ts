// SPDX-License-Identifier: BSD-3-Clause
import type { FieldWords } from '../contract.ts';

export const words: FieldWords = {
  name: { it: 'CAP', en: 'Italian postal code' },
  about: {
    it: 'Codice di avviamento postale: cinque cifre',
    en: 'Postal code of an Italian place: five digits',
  },
  problems: {
    'not-a-postcode': {
      it: 'Il CAP ha cinque cifre, per esempio 99001.',
      en: 'The postal code has five digits, for example 99001.',
    },
  },
};
