// SPDX-License-Identifier: BSD-3-Clause
// The pictograms that choices may carry: their drawings are in runtime/elements/inputs/pictograms.ts.
import type { Words } from '../problem.ts';

export const pictogramNames: { readonly [name: string]: Words } = {
  house: { it: 'Casa', en: 'House' },
  bed: { it: 'Letto', en: 'Bed' },
  person: { it: 'Persona', en: 'Person' },
  family: { it: 'Famiglia', en: 'Family' },
  child: { it: 'Bambino', en: 'Child' },
  heart: { it: 'Salute', en: 'Health' },
  work: { it: 'Lavoro', en: 'Work' },
  school: { it: 'Scuola', en: 'School' },
  money: { it: 'Denaro', en: 'Money' },
  food: { it: 'Cibo', en: 'Food' },
  bus: { it: 'Trasporti', en: 'Transport' },
  phone: { it: 'Telefono', en: 'Telephone' },
  talk: { it: 'Parlare', en: 'Talking' },
  document: { it: 'Documento', en: 'Document' },
  calendar: { it: 'Calendario', en: 'Calendar' },
  happy: { it: 'Contento', en: 'Happy' },
  neutral: { it: 'Così così', en: 'So-so' },
  sad: { it: 'Triste', en: 'Sad' },
  yes: { it: 'Sì', en: 'Yes' },
  no: { it: 'No', en: 'No' },
  help: { it: 'Aiuto', en: 'Help' },
  other: { it: 'Altro', en: 'Other' },
};
