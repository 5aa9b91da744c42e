// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Expected } from './shape.ts';

export const c5: Expected = {
  queue: 'case-manager',
  due: { T4: '2026-06-03', T5: '2026-04-19' },
  text: ['Tarvisoli Piero', '0,00 €', '541,67 €', 'E3'],
  documents: {
    'summons family': [/A mano, presso un servizio/, /mercoledì 18 febbraio 2026, ore 10\.00/],
    'assessment family': [/Esito suggerito E3\./, /Percorso P4\./],
    'monitoring family': [/una porta da chiudere con la mia chiave/],
    'disadvantage family': [/4\/2026/, /13 gennaio 2026/, /12 gennaio 2027/],
    'pact family': [
      /Piero ha una casa sua/,
      /30\/06\/2026/,
      /Piero si prende cura della salute/,
      /30\/04\/2026/,
      /Piero ha documenti e telefono/,
      /15\/04\/2026/,
    ],
  },
  never: { 'disadvantage family': [/SV8/, /dimora/] },
};
