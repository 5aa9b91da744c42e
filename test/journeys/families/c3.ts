// SPDX-License-Identifier: AGPL-3.0-or-later
import { sanctions, type Expected } from './shape.ts';

export const c3: Expected = {
  queue: 'equipe',
  due: {},
  text: ['Scortelli Bruno', '1.870,00 €', 'E3'],
  documents: {
    'voucher family': [/60,00 €/, /gas/i],
    'minutes family': [/11\/03\/2026|11 marzo 2026/],
    'assessment family': [/Esito suggerito E3\./],
    'monitoring family': [/Adesso so dove andare la mattina/],
    'pact family': [
      /Bruno ha un tetto sicuro/,
      /31\/03\/2026/,
      /31\/07\/2026/,
      /Bruno ha un’entrata ogni mese/,
      /27\/03\/2026/,
      /31\/05\/2026/,
      /Bruno mangia e si cura/,
    ],
  },
  never: { 'pact family': [sanctions] },
};
