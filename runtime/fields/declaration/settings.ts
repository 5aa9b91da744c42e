// SPDX-License-Identifier: BSD-3-Clause
import type { FieldSettings } from '../contract.ts';
import { plainSettings } from '../settings-of.ts';

export const settings: FieldSettings = plainSettings(
  'declaration',
  {
    type: 'object',
    'x-type': 'declaration',
    'x-settings': { text: 'Dichiaro che quanto ho scritto è vero.' },
  },
  [
    {
      key: 'testo',
      keyword: 'x-settings/text',
      question: {
        title: 'Testo da dichiarare',
        'x-hint':
          'Paragrafi separati da una riga vuota, **grassetto**, elenchi con il trattino, [parole](https://…). Se il testo cambia, chi lo aveva accettato lo accetta di nuovo.',
        type: 'string',
        'x-type': 'long-text',
        maxLength: 5000,
      },
      english: {
        title: 'Text to declare',
        hint: 'Paragraphs apart by an empty line, **bold**, lists with a hyphen, [words](https://…). When the text changes, it must be accepted anew.',
      },
    },
    {
      key: 'conferma',
      keyword: 'x-settings/confirm',
      question: {
        title: 'Parole accanto alla casella',
        'x-hint': 'Senza altro: Ho letto e dichiaro quanto scritto sopra',
        type: 'string',
        maxLength: 300,
      },
      english: { title: 'Words beside the box', hint: 'If nothing else: I have read and declare the above' },
    },
  ],
);
