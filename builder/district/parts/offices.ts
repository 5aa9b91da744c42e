// SPDX-License-Identifier: AGPL-3.0-or-later
import type { DistrictPart, Tell } from '../contract.ts';
import { code, either, one, rows, text, time, yesNo } from '../fields.ts';

const weekdays = (tell: Tell) => ({
  mon: tell('lunedì', 'Monday'),
  tue: tell('martedì', 'Tuesday'),
  wed: tell('mercoledì', 'Wednesday'),
  thu: tell('giovedì', 'Thursday'),
  fri: tell('venerdì', 'Friday'),
  sat: tell('sabato', 'Saturday'),
  sun: tell('domenica', 'Sunday'),
});

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
          hours: rows(
            tell('Orari', 'Hours'),
            {
              day: either(tell('Giorno', 'Day'), weekdays(tell)),
              from: time(tell('Dalle', 'From')),
              to: time(tell('Alle', 'To')),
              appointment: yesNo(tell('Solo su appuntamento?', 'By appointment only?')),
            },
            ['day', 'from', 'to'],
            {
              'x-hint': tell(
                'Una riga per ogni apertura, anche più d’una al giorno. Un giorno senza righe è chiuso; senza nessuna riga si legge: in via di definizione.',
                'A row for each opening, several a day if need be. A day without rows is closed; without any row: still to be decided.',
              ),
            },
          ),
          responsible: text(tell('Responsabile del procedimento', 'Person in charge')),
        },
        ['name', 'code', 'comune', 'address'],
      ),
      at: ['offices'],
      as: 'rows',
    },
  ],
  layout: [
    {
      repeat: '/offices',
      items: [
        { row: ['./name', './code'] },
        './comune',
        { row: ['./address', './responsible'] },
        { row: ['./phone', './email'] },
        { repeat: './hours', items: [{ row: ['./day', './appointment'] }, { row: ['./from', './to'] }] },
      ],
    },
  ],
};
