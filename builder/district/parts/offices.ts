// SPDX-License-Identifier: AGPL-3.0-or-later
import type { DistrictPart } from '../contract.ts';
import { code, one, rows, text } from '../fields.ts';

export const offices: DistrictPart = {
  name: 'offices',
  title: (tell) => tell('Sedi e orari', 'Offices and hours'),
  entries: (tell) => [
    {
      key: 'offices',
      field: rows(
        tell('Sedi', 'Offices'),
        {
          name: text(tell('Nome', 'Name')),
          code: code(tell('Codice', 'Code')),
          comune: one(tell('Comune', 'Comune'), 'comuni'),
          address: text(tell('Indirizzo', 'Address'), 300),
          phone: text(tell('Telefono', 'Telephone'), 60),
          email: text('Email', 120),
          hours: text(tell('Orari', 'Hours'), 300, {
            'x-hint': tell('Se manca si legge: in via di definizione', 'Where it is missing: to be decided'),
          }),
          responsible: text(tell('Responsabile del procedimento', 'Person in charge')),
        },
        ['name', 'code', 'comune', 'address'],
      ),
      at: ['offices'],
      as: 'rows',
    },
  ],
};
