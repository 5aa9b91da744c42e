// SPDX-License-Identifier: BSD-3-Clause
import type { FieldSettings } from '../contract.ts';
import { dateSettings } from '../date-settings.ts';

export const settings: FieldSettings = dateSettings(
  'partial-date',
  { type: 'string', 'x-type': 'partial-date' },
  [
    {
      key: 'mese',
      keyword: 'x-settings/coarsest',
      as: 'month',
      question: { title: 'Serve almeno il mese', 'x-hint': 'Altrimenti basta l’anno', type: 'boolean' },
      english: { title: 'The month is needed', hint: 'Otherwise the year is enough' },
    },
  ],
);
