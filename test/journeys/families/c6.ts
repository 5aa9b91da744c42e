// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Expected } from './shape.ts';

export const c6: Expected = {
  queue: 'case-manager',
  due: { T4: '2026-03-24', T5: '2026-04-26' },
  text: ['Ben Salhoun Nadir', '5.480,90 €', '1,8', '678,33 €', 'E2'],
  documents: {
    'summons family': [/Sorel/],
    'pact family': [
      /BNSNDR91H15Z000M/,
      /[\u0600-\u06FF]{3}/,
      /H\. Sorel/,
      /Amal capisce e parla l’italiano di ogni giorno/,
      /30\/06\/2026/,
      /15\/04\/2026/,
    ],
    'assessment family': [/Esito suggerito E2\./, /Percorso P2\./],
    'monitoring family': [/ora capisco le maestre/],
  },
  never: {},
};
