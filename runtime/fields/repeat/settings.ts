// SPDX-License-Identifier: BSD-3-Clause
import { counts } from '../common-settings.ts';
import type { FieldSettings } from '../contract.ts';
import { type Setting, getPlain, setPlain, settingsForm, withEnglish, write } from '../settings-of.ts';

const view: Setting = {
  key: 'disposizione',
  keyword: 'x-settings/view',
  question: {
    title: 'Come si vedono le righe',
    oneOf: [
      { const: 'table', title: 'In una tabella' },
      { const: 'linked', title: 'Sotto la voce a cui sono collegate' },
    ],
    'x-hint': 'Senza scelta: una scheda per riga. Dove non c’è spazio sono sempre schede.',
  },
  english: {
    title: 'How rows are shown',
    hint: 'Without a choice: a card for each row. Where there is no room they are always cards.',
  },
};

const totals = {
  key: 'totali',
  question: {
    title: 'Colonne con il totale',
    'x-hint': 'Codici delle domande, separati da virgole: importo, mesi',
    type: 'string',
    maxLength: 400,
    'x-show': { '/disposizione': { const: 'table' } },
  },
  english: { title: 'Columns with a total', hint: 'Codes of the questions, with commas: importo, mesi' },
} as const;

const plain = [...counts({ it: 'Righe', en: 'Rows' }, 500), view];

export const settings: FieldSettings = {
  definition: withEnglish(settingsForm('repeat', [...plain, totals]), {
    'disposizione=table': 'In a table',
    'disposizione=linked': 'Under what they are linked to',
  }),
  blank: { type: 'array', items: { type: 'object', properties: {} } },
  get(field) {
    const keys = field['x-settings']?.['totals'];
    return { ...getPlain(plain, field), ...(Array.isArray(keys) ? { totali: keys.join(', ') } : {}) };
  },
  set(field, answers) {
    const set = setPlain(plain, field, answers);
    const text = answers['totali'];
    const keys = typeof text === 'string' ? text.split(/[\s,;]+/u).filter(Boolean) : [];
    return write(set, 'x-settings/totals', keys.length > 0 ? keys : undefined);
  },
};
