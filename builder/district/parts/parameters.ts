// SPDX-License-Identifier: AGPL-3.0-or-later
import type { DistrictPart } from '../contract.ts';
import { date, one, rows, text, yesNo } from '../fields.ts';

export const parameters: DistrictPart = {
  name: 'parameters',
  title: (tell) => tell('Parametri con la loro data', 'Parameters with their dates'),
  hint: (tell) =>
    tell(
      'Valgono prima di quelli della misura, dal giorno scritto. Gli importi sono in centesimi dove l’unità lo dice.',
      'They stand before those of the measure, from the day that is written. Amounts are in cents where the unit says so.',
    ),
  entries: (tell) => [
    {
      key: 'parameters',
      field: rows(
        tell('Parametri', 'Parameters'),
        {
          key: one(tell('Parametro', 'Parameter'), 'parametri'),
          title: text(tell('Descrizione', 'Description'), 300),
          value: text(tell('Valore', 'Value'), 60),
          unit: text(tell('Unità', 'Unit'), 60),
          from: date(tell('Dal', 'From')),
          to: date(tell('Fino al', 'Until')),
          source: text(tell('Fonte', 'Source'), 300),
          verified: yesNo(tell('Controllato sulla fonte?', 'Checked against its source?')),
        },
        ['key', 'title', 'value', 'from', 'source', 'verified'],
      ),
      at: ['parameters'],
      as: 'rows',
    },
  ],
};
