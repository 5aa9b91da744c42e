// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Expected } from './shape.ts';

export const c1: Expected = {
  queue: 'case-manager',
  due: { T3: '2026-03-21', T4: '2026-05-20', T5: '2026-04-12' },
  text: ['Vellonieri Marta', '6.214,37 €', '1,15', '726,25 €', 'E2', 'L. Morvani'],
  documents: {
    'summons family': [/mercoledì 11 febbraio 2026, ore 9\.30/, /L\. Morvani/, /D\.L\. 48\/2023/],
    'notice family': [/Marta Vellonieri/],
    'pact family': [
      /PAIS-2026-00001/,
      /dal 25\/02\/2026 al 25\/02\/2027/,
      /VLLMRT87L44X001B/,
      /Marta torna ad avere un lavoro che va d’accordo con gli orari di Tommaso/,
      /HACCP.*30\/04\/2026/,
      /due colloqui di lavoro.*31\/08\/2026/,
      /20 ore.*31\/12\/2026/,
      /tre pomeriggi alla settimana dal 09\/03\/2026/,
      /310,00 €.*5 rate.*31\/07\/2026/,
      /26\/04\/2026/,
      /obbligo di legge/,
      /1\.920,00 €|6 ore/,
      /12\/05\/2026/,
      /08\/08\/2026/,
      /05\/11\/2026/,
      /18\/02\/2026/,
    ],
    'assessment family': [/Percorso suggerito P1\./, /Esito per la famiglia E2\./],
    'monitoring family': [/12\/05\/2026|12 maggio 2026/, /Attestato e curriculum rinnovati/],
  },
  never: { 'summons family': [/Assegno/, /ADI/] },
};
