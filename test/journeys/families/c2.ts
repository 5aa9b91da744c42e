// SPDX-License-Identifier: AGPL-3.0-or-later
import { sanctions, type Expected } from './shape.ts';

export const c2: Expected = {
  queue: 'centro-famiglia',
  due: { A1: '2026-04-13' },
  text: ['Pianforte', '9.120,10 €', 'R. Tessardi', 'E3'],
  documents: {
    'pact family': [
      /Patto di collaborazione/,
      /Luca torna a scuola e capisce dove vuole andare/,
      /massimo 2 al mese.*30\/04\/2026/,
      /20\/03\/2026/,
      /31\/05\/2026/,
      /In casa si discute senza urlare/,
      /30\/06\/2026/,
      /Educativa domiciliare/,
    ],
    'court family': [/0001234\/2026/, /13 aprile 2026/, /Fatti/, /Valutazioni/],
    'school family': [/Luca/],
    'minutes family': [/educat/i],
    'assessment family': [/Esito suggerito E3\./],
    'monitoring family': [/In casa si parla di più/],
  },
  never: {
    'pact family': [sanctions, /0001234/, /Procura/],
    'school family': [/Procura/, /0001234/],
  },
};
