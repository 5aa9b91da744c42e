// SPDX-License-Identifier: BSD-3-Clause
import type { FieldSchema } from '../../../schemas/types.ts';
import { counts } from '../common-settings.ts';
import type { FieldSettings } from '../contract.ts';
import { isObject } from '../problems.ts';
import { type Setting, getPlain, setPlain, settingsForm, withEnglish, write } from '../settings-of.ts';

const from = {
  key: 'elenco',
  question: {
    title: 'Registro o elenco',
    'x-hint': 'register:servizi per la Guida dei servizi',
    type: 'string',
    maxLength: 70,
    pattern: '^(list|register):[a-z][a-z0-9-]{0,59}$',
  },
  english: { title: 'Register or list', hint: 'register:servizi for the guide of services' },
} satisfies Pick<Setting, 'key' | 'question' | 'english'>;

const category: Setting = {
  key: 'categoria',
  keyword: 'x-settings/category',
  question: {
    title: 'Colonna della categoria',
    'x-hint': 'Con questa si filtra: per i servizi, tipo_ente',
    type: 'string',
    maxLength: 60,
  },
  english: { title: 'Column of the category', hint: 'It filters: for services, tipo_ente' },
};

const details = {
  key: 'dettagli',
  question: {
    title: 'Che cosa si legge di ogni voce',
    type: 'array',
    maxItems: 8,
    items: {
      type: 'object',
      properties: {
        colonna: { title: 'Colonna', type: 'string', maxLength: 60 },
        etichetta: {
          title: 'Etichetta',
          'x-hint': 'Vuota: si legge solo il valore',
          type: 'string',
          maxLength: 60,
        },
        registro: {
          title: 'Registro da cui prendere il nome',
          'x-hint': 'Se la colonna contiene un codice: register:fondi',
          type: 'string',
          maxLength: 70,
          pattern: '^(list|register):[a-z][a-z0-9-]{0,59}$',
        },
      },
      required: ['colonna'],
    },
  },
  english: { title: 'What is read of each entry' },
} satisfies Pick<Setting, 'key' | 'question' | 'english'>;

const several = {
  key: 'piu_voci',
  question: { title: 'Si possono scegliere più voci', type: 'boolean' },
  english: { title: 'Several entries may be chosen' },
} satisfies Pick<Setting, 'key' | 'question' | 'english'>;

const limits = counts({ it: 'Voci', en: 'Entries' }, 200).map(({ question, ...setting }) => ({
  ...setting,
  question: { ...question, 'x-show': { '/piu_voci': { const: true } } } as FieldSchema,
}));

/** One entry is a text, several are a list of texts. */
function shaped(field: FieldSchema, many: boolean): FieldSchema {
  if (many === (field.type === 'array')) return field;
  const { type: _, items: __, uniqueItems: ___, ...rest } = field;
  return many ? { ...rest, type: 'array', items: { type: 'string' } } : { ...rest, type: 'string' };
}

const names = { column: 'colonna', title: 'etichetta', from: 'registro' } as const;
type Row = { readonly [key: string]: unknown };

export const settings: FieldSettings = {
  definition: withEnglish(settingsForm('catalogue', [from, several, ...limits, category, details]), {
    'dettagli/colonna.title': 'Column',
    'dettagli/etichetta.title': 'Label',
    'dettagli/etichetta.hint': 'Empty: only the value is read',
    'dettagli/registro.title': 'Register that gives the name',
    'dettagli/registro.hint': 'When the column holds a code: register:fondi',
  }),
  blank: { type: 'string', 'x-type': 'catalogue', 'x-choices': { from: 'register:servizi' } },
  get(field) {
    const source = field['x-choices']?.from;
    const shown = field['x-settings']?.['details'];
    const rows = Array.isArray(shown)
      ? (shown as unknown[]).filter((row): row is Row => isObject(row))
      : undefined;
    return {
      ...(source ? { elenco: source } : {}),
      ...getPlain([category, ...limits], field),
      ...(field.type === 'array' ? { piu_voci: true } : {}),
      ...(rows
        ? {
            dettagli: rows.map((row, at) => ({
              id: `voce${String(at).padStart(7, '0')}`,
              ...Object.fromEntries(
                Object.entries(names).flatMap(([key, name]) =>
                  row[key] === undefined ? [] : [[name, row[key]]],
                ),
              ),
            })),
          }
        : {}),
    };
  },
  set(field, answers) {
    const source = answers['elenco'];
    const plain = shaped(setPlain([category, ...limits], field, answers), answers['piu_voci'] === true);
    const rows = Array.isArray(answers['dettagli'])
      ? (answers['dettagli'] as unknown[])
          .filter((row): row is Row => isObject(row))
          .map((row) =>
            Object.fromEntries(
              Object.entries(names).flatMap(([key, name]) =>
                row[name] === undefined ? [] : [[key, row[name]]],
              ),
            ),
          )
      : undefined;
    const detailed = write(plain, 'x-settings/details', rows);
    if (typeof source !== 'string') {
      const { 'x-choices': _, ...rest } = detailed;
      return rest;
    }
    return field['x-choices']?.from === source ? detailed : { ...detailed, 'x-choices': { from: source } };
  },
};
