// SPDX-License-Identifier: AGPL-3.0-or-later
import type { DistrictPart } from '../contract.ts';
import { date, long, rows, text } from '../fields.ts';

/** Numbers, words and days that documents and terms are written with. */
export const numbering: DistrictPart = {
  name: 'numbering',
  title: (tell) => tell('Numerazione, testi e festività', 'Numbering, texts and holidays'),
  entries: (tell) => [
    {
      key: 'numbering',
      field: rows(
        tell('Numerazione', 'Numbering'),
        {
          what: text(tell('Che cosa', 'What'), 60),
          mask: text(tell('Come si scrive', 'How it is written'), 80, {
            'x-placeholder-example': '{ANNO}/{COMUNE}/{PROGR:5}',
          }),
        },
        ['what', 'mask'],
        { 'x-settings': { view: 'table' } },
      ),
      at: ['numbering'],
      as: 'pairs',
    },
    {
      key: 'texts',
      field: rows(
        tell('Testi per i documenti', 'Texts for documents'),
        {
          what: text(tell('Nome', 'Name'), 60),
          text: long(tell('Testo', 'Text'), 4000),
          source: text(tell('Fonte', 'Source'), 300),
        },
        ['what', 'text', 'source'],
      ),
      at: ['texts'],
      as: 'pairs',
    },
    {
      key: 'holidays',
      field: rows(
        tell('Giorni in cui si è chiusi', 'Days of closing'),
        { day: date(tell('Giorno', 'Day')) },
        ['day'],
      ),
      at: ['holidays'],
      as: 'days',
    },
  ],
};
