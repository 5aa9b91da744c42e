// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Words } from '../../../runtime/problem.ts';
import { words as sheet } from '../signatures/words.ts';

/** Texts of the register of signatures of a case. */
export const words = {
  title: { it: 'Registro firme', en: 'Register of signatures' },
  case: { it: 'Pratica', en: 'Case' },
  intro: {
    it: 'Tutte le firme sui documenti della pratica: chi, come è stato riconosciuto, quando, dove e su quale file.',
    en: 'Every signature on the documents of the case: who, how they were identified, when, where and on which file.',
  },
  nothing: {
    it: 'Nessun documento della pratica aspetta o ha firme.',
    en: 'No document of the case awaits or has signatures.',
  },
  issuedOn: { it: 'emesso il', en: 'issued on' },
  sealedOn: { it: 'sigillato il', en: 'sealed on' },
  version: { it: 'versione', en: 'version' },
  file: { it: 'File firmato (SHA-256)', en: 'Signed file (SHA-256)' },
  awaited: { it: 'non ancora', en: 'not yet' },
  who: sheet.who,
  how: sheet.how,
  when: sheet.when,
  identified: sheet.identified,
  registered: sheet.by,
  paper: sheet.paper,
  drawn: sheet.drawn,
  electronic: sheet.electronic,
  refused: sheet.refused,
  impeded: sheet.impeded,
} satisfies { readonly [key: string]: Words };
