// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Words } from '../../../runtime/problem.ts';

export const words = {
  reserved: { it: 'Riservata al servizio che la riceve.', en: 'For the service that receives it.' },
  reservedNote: { it: 'Contiene dati sulla salute.', en: 'It holds health data.' },
  urgent: { it: 'URGENTE', en: 'URGENT' },
  opening: { it: 'Vi inviamo la persona indicata qui sotto.', en: 'We refer to you the person below.' },
  who: { it: 'Persona', en: 'Person' },
  born: { it: 'Data di nascita', en: 'Date of birth' },
  taxCode: { it: 'Codice fiscale', en: 'Tax code' },
  contact: { it: 'Come si raggiunge', en: 'How to reach them' },
  asked: { it: 'Che cosa chiediamo', en: 'What we ask' },
  reason: { it: 'Perché', en: 'Why' },
  why: { it: 'Perché è urgente', en: 'Why it is urgent' },
  informed: { it: 'La persona è informata', en: 'The person is informed' },
  informedOn: { it: 'Sì,', en: 'Yes,' },
  notInformed: { it: 'Non ancora', en: 'Not yet' },
  replyBy: { it: 'Risposta gradita entro', en: 'Reply welcome by' },
  slip: { it: 'Risposta del servizio', en: 'Reply of the service' },
  slipHow: {
    it: 'Solo queste notizie: bastano per andare avanti.',
    en: 'Only this: it is enough to go on.',
  },
  slipTo: { it: 'Da rimandare a', en: 'To be sent back to' },
  taken: { it: 'Presa in carico: sì / no', en: 'Taken on: yes / no' },
  first: { it: 'Primo appuntamento (giorno e ora)', en: 'First appointment (day and time)' },
  reference: { it: 'Referente e telefono', en: 'Contact and phone' },
  joins: { it: 'Partecipa all’équipe: sì / no', en: 'Joins the team: yes / no' },
  dateAndSignature: { it: 'Data e firma', en: 'Date and signature' },
} satisfies { readonly [key: string]: Words };
