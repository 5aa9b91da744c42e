// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Words } from '../../../runtime/problem.ts';
import { frameWords } from '../../frame-words.ts';

export const words = {
  ...frameWords,
  number: { it: 'Stampa n.', en: 'Print no.' },
  case: { it: 'Pratica', en: 'Case' },
  issued: { it: 'Stampata il', en: 'Printed on' },
  office: { it: 'Riservata ai servizi', en: 'For the services only' },
  officeNote: {
    it: 'Contiene notizie che non vanno date alla famiglia o ad altri.',
    en: 'It holds news that must not be given to the family or to others.',
  },
  wave: { it: 'Rilevazione', en: 'Wave' },
  day: { it: 'Data', en: 'Date' },
  author: { it: 'Compilata da', en: 'Filled in by' },
  waves: { it: 'Rilevazioni', en: 'Waves' },
  item: { it: 'Voce', en: 'Item' },
  change: { it: 'Cambio', en: 'Change' },
  general: { it: 'Notizie generali', en: 'General' },
  notes: { it: 'Parole e note', en: 'Words and notes' },
  more: { it: 'Altre voci', en: 'Other items' },
  better: { it: 'migliora di', en: 'better by' },
  worse: { it: 'peggiora di', en: 'worse by' },
  same: { it: 'uguale', en: 'the same' },
  none: { it: '–', en: '–' },
  summary: { it: 'Che cosa è cambiato', en: 'What has changed' },
  summaryFrom: { it: 'Dalla prima all’ultima rilevazione:', en: 'From the first wave to the last:' },
  improved: { it: 'voci migliorate', en: 'items better' },
  worsened: { it: 'voci peggiorate', en: 'items worse' },
  unchanged: { it: 'voci uguali', en: 'items the same' },
  direction: {
    it: 'I livelli misurano il bisogno: più il numero è basso, meno bisogno c’è.',
    en: 'Levels measure need: the lower the number, the less need there is.',
  },
} satisfies { readonly [key: string]: Words };
