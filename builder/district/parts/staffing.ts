// SPDX-License-Identifier: AGPL-3.0-or-later
import type { DistrictPart } from '../contract.ts';
import { long, one, rows, several, text, whole, type Properties } from '../fields.ts';

/** Social workers against the standard, the job centre, school age: what reports count with. */
export const staffing: DistrictPart = {
  name: 'staffing',
  title: (tell) => tell('Organico, Centro per l’impiego', 'Staffing, job centre'),
  entries: (tell) => {
    const worker: Properties = {
      fte: {
        title: tell('Assistenti sociali (tempo pieno equivalente)', 'Social workers (full-time equivalent)'),
        type: 'number',
        minimum: 0,
      },
      comune: one(tell('Comune (vuoto: tutto l’ambito)', 'Comune (empty: whole district)'), 'comuni'),
    };
    return [
      {
        key: 'workers',
        field: rows(tell('Organico', 'Staffing'), worker, ['fte']),
        at: ['workforce', 'workers'],
        as: 'rows',
      },
      {
        key: 'standard',
        field: whole(tell('Abitanti per un assistente sociale', 'Inhabitants for one social worker'), 1),
        at: ['workforce', 'standard'],
      },
      {
        key: 'standard_source',
        field: text(tell('Fonte dello standard', 'Source of the standard'), 300),
        at: ['workforce', 'source'],
      },
      {
        key: 'job_centre',
        field: text(tell('Centro per l’impiego', 'Job centre')),
        at: ['jobCentre', 'name'],
      },
      { key: 'job_address', field: text(tell('Indirizzo', 'Address'), 300), at: ['jobCentre', 'address'] },
      {
        key: 'job_paths',
        field: several(tell('Percorsi di chi va nell’elenco', 'Paths of who goes on the list'), 'percorsi'),
        at: ['jobCentre', 'paths'],
      },
      {
        key: 'job_days',
        field: whole(tell('Giorni entro cui il Centro chiama', 'Days within which the centre calls'), 1),
        at: ['jobCentre', 'days'],
      },
      {
        key: 'job_basis',
        field: long(tell('Base giuridica o protocollo', 'Legal basis or agreement'), 600),
        at: ['jobCentre', 'basis'],
      },
      {
        key: 'school_from',
        field: whole(tell('Scuola obbligatoria dagli anni', 'School is a duty from the age of')),
        at: ['schoolAge', 'from'],
      },
      {
        key: 'school_below',
        field: whole(tell('fino a prima dei', 'and below the age of'), 1),
        at: ['schoolAge', 'below'],
      },
    ];
  },
};
