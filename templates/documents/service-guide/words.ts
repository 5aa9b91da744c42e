// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Words } from '../../../runtime/problem.ts';

/** Texts of the guide to services. */
export const words = {
  title: { it: 'Guida dei servizi', en: 'Guide to services' },
  intro: {
    it: 'Gli aiuti che ci sono, chi li dà e come si chiedono. Se un dato non torna, lo dica allo sportello.',
    en: 'The help there is, who gives it and how to ask. If something is not right, tell the front desk.',
  },
  offices: { it: 'Dove si chiede', en: 'Where to ask' },
  others: { it: 'Altri servizi', en: 'Other services' },
  services: { it: 'servizi', en: 'services' },
  accesso: { it: 'Come si chiede', en: 'How to ask' },
  destinatari: { it: 'Per chi', en: 'For whom' },
  documenti: { it: 'Che cosa portare', en: 'What to bring' },
  orari: { it: 'Quando', en: 'When' },
  sede: { it: 'Dove', en: 'Where' },
  contatto: { it: 'Contatto', en: 'Contact' },
  costo: { it: 'Quanto costa', en: 'Cost' },
  erogazione: { it: 'Come si riceve', en: 'How it is given' },
  capienza: { it: 'Posti', en: 'Places' },
  checked: { it: 'Verificato il', en: 'Checked on' },
  checkedBy: { it: 'da', en: 'by' },
  stale: { it: 'da ricontrollare', en: 'to be checked again' },
  never: { it: 'mai verificato', en: 'never checked' },
  staleNote: {
    it: 'Dove è scritto «da ricontrollare» il dato non è stato verificato da troppo tempo: prima di andarci, telefoni.',
    en: 'Where it says “to be checked again” nobody has verified it for too long: call before going.',
  },
} satisfies { readonly [key: string]: Words };
