// SPDX-License-Identifier: AGPL-3.0-or-later
import type { DistrictPart } from '../contract.ts';
import { code, rows, text, whole } from '../fields.ts';

export const comuni: DistrictPart = {
  name: 'comuni',
  title: (tell) => tell('Comuni', 'Comuni'),
  hint: (tell) =>
    tell(
      'Un comune in cui ci sono pratiche non si toglie. Il codice resta per sempre: è nelle pratiche e nei numeri.',
      'A comune in which there are cases cannot be taken away. Its code stays for good: it is in cases and numbers.',
    ),
  entries: (tell) => [
    {
      key: 'comuni',
      field: rows(
        tell('Comuni', 'Comuni'),
        {
          name: text(tell('Nome', 'Name')),
          code: code(tell('Codice', 'Code')),
          istat: text(tell('Codice ISTAT', 'ISTAT code'), 6, { pattern: '^[0-9]{6}$' }),
          belfiore: text(tell('Codice catastale', 'Cadastral code'), 4, { pattern: '^[A-Z][0-9]{3}$' }),
          cap: text(tell('CAP', 'Postcode'), 5, { pattern: '^[0-9]{5}$' }),
          inhabitants: whole(tell('Abitanti', 'Inhabitants')),
        },
        ['name', 'code', 'istat', 'belfiore', 'cap'],
      ),
      at: ['comuni'],
      as: 'rows',
      required: true,
    },
  ],
};
