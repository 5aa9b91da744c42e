// SPDX-License-Identifier: AGPL-3.0-or-later
import type { DistrictPart } from '../contract.ts';
import { code, one, rows, several, text } from '../fields.ts';

/** Where a case waits for somebody to take it, and which table sends it there. */
export const queues: DistrictPart = {
  name: 'queues',
  title: (tell) => tell('Code e smistamento', 'Queues and routing'),
  hint: (tell) =>
    tell(
      'La tabella che decide è un modulo come gli altri: si cambia dall’elenco dei moduli, nella vista degli esiti.',
      'The table that decides is a form like any other: it is changed from the list of forms, in the view of outcomes.',
    ),
  entries: (tell) => [
    {
      key: 'queues',
      field: rows(
        tell('Code', 'Queues'),
        {
          title: text(tell('Nome', 'Name')),
          code: code(tell('Codice', 'Code')),
          roles: several(tell('Chi la vede', 'Who sees it'), 'ruoli'),
        },
        ['title', 'code', 'roles'],
      ),
      at: ['queues'],
      as: 'rows',
    },
    {
      key: 'table',
      field: one(tell('Modulo con la tabella', 'Form with the table'), 'moduli'),
      at: ['routing', 'definition'],
    },
    {
      key: 'ways',
      field: rows(
        tell('Da ogni esito alla sua coda', 'From each outcome to its queue'),
        {
          what: text(tell('Esito', 'Outcome'), 60),
          mask: text(tell('Codice della coda', 'Code of the queue'), 30),
        },
        ['what', 'mask'],
        { 'x-settings': { view: 'table' } },
      ),
      at: ['routing', 'queues'],
      as: 'pairs',
    },
  ],
};
