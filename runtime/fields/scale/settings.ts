// SPDX-License-Identifier: BSD-3-Clause
import type { FieldSchema } from '../../../schemas/types.ts';
import { choiceQuestions, choiceTranslations, getChoices, setChoices } from '../choice-settings.ts';
import type { FieldSettings } from '../contract.ts';
import { type Wave, waves } from '../levels.ts';
import { isObject } from '../problems.ts';
import { type Setting, getPlain, setPlain, settingsForm, withEnglish, write } from '../settings-of.ts';

const worded = {
  key: 'con_parole',
  question: { title: 'Ogni livello ha le sue parole', type: 'boolean' },
  english: { title: 'Each level has its own words' },
} satisfies Pick<Setting, 'key' | 'question' | 'english'>;

const showWhen = (yes: boolean): FieldSchema['x-show'] =>
  yes ? { '/con_parole': { const: true } } : { not: { '/con_parole': { const: true } } };

const answers = choiceQuestions
  .filter(({ key }) => key === 'risposte')
  .map((each) => ({
    ...each,
    question: { ...each.question, title: 'Livelli', maxItems: 11, 'x-show': showWhen(true) } as FieldSchema,
    english: { title: 'Levels' },
  }));

const numbered: readonly Setting[] = [
  {
    key: 'primo',
    keyword: 'minimum',
    question: { title: 'Primo livello', type: 'integer', minimum: -10, maximum: 100 },
    english: { title: 'First level' },
  },
  {
    key: 'ultimo',
    keyword: 'maximum',
    question: { title: 'Ultimo livello', type: 'integer', minimum: -9, maximum: 110 },
    english: { title: 'Last level' },
  },
  {
    key: 'inizio',
    keyword: 'x-settings/low',
    question: { title: 'Parole al primo livello', type: 'string', maxLength: 120 },
    english: { title: 'Words at the first level' },
  },
  {
    key: 'fine',
    keyword: 'x-settings/high',
    question: { title: 'Parole all’ultimo livello', type: 'string', maxLength: 120 },
    english: { title: 'Words at the last level' },
  },
  {
    key: 'punti_per_livello',
    keyword: 'x-score',
    question: { title: 'Punti per ogni livello', type: 'number' },
    english: { title: 'Points for each level' },
  },
];

const common: readonly Setting[] = [
  {
    key: 'mostra_punti',
    keyword: 'x-settings/points',
    question: { title: 'I punti si vedono', type: 'boolean' },
    english: { title: 'Points are shown' },
  },
  {
    key: 'in_colonna',
    keyword: 'x-settings/linear',
    question: { title: 'Un livello per riga', type: 'boolean' },
    english: { title: 'One level per line' },
  },
];

const before = {
  key: 'precedenti',
  question: {
    title: 'Rilevazioni precedenti da mostrare accanto',
    type: 'array',
    maxItems: 5,
    items: {
      title: 'Rilevazione',
      type: 'object',
      properties: {
        nome: { title: 'Nome', 'x-hint': 'Per esempio T0', type: 'string', maxLength: 40 },
        da: {
          title: 'Dove sta nel fascicolo',
          'x-hint': 'case:/quadro-t0/abitazione; dentro una riga vale la riga della stessa persona',
          type: 'string',
          maxLength: 400,
          pattern: '^case:/[a-z0-9_/-]+$',
        },
      },
      required: ['da'],
    },
  } as FieldSchema,
  english: { title: 'Previous waves to show beside it' },
};

const numbers = numbered.map(({ question, ...setting }) => ({
  ...setting,
  question: { ...question, 'x-show': showWhen(false) } as FieldSchema,
}));

/** The place in the list will do as a row's id, since `set` does not read it. */
const shown = (list: readonly Wave[]) =>
  list.map(({ title, from }, index) => ({
    id: `prima${String(index).padStart(6, '0')}`,
    ...(title ? { nome: title } : {}),
    da: from,
  }));

function previous(rows: unknown): unknown {
  if (!Array.isArray(rows)) return undefined;
  const list = rows.filter(isObject).map((row) => ({ title: text(row['nome']), from: text(row['da']) }));
  return list.length === 1 && list[0]!.title === '' ? list[0]!.from : list;
}
const text = (value: unknown): string => (typeof value === 'string' ? value : '');

export const settings: FieldSettings = {
  definition: withEnglish(settingsForm('scale', [worded, ...answers, ...numbers, ...common, before]), {
    ...choiceTranslations,
    'precedenti/nome.title': 'Name',
    'precedenti/nome.hint': 'For example T0',
    'precedenti/da.title': 'Where the case keeps it',
    'precedenti/da.hint': 'case:/quadro-t0/abitazione; inside a row, the row of the same person counts',
  }),
  blank: { type: 'integer', 'x-type': 'scale', minimum: 1, maximum: 6 },
  get(field) {
    const list = waves(field);
    return {
      ...(field.oneOf || field.enum
        ? { con_parole: true, ...getChoices(field, 'scale') }
        : getPlain(numbers, field)),
      ...getPlain(common, field),
      ...(list.length > 0 ? { precedenti: shown(list) } : {}),
    };
  },
  set(field, answers) {
    const written = answers['con_parole'] === true;
    const { type: _, ...rest } = field;
    const shaped = written
      ? setChoices(field.oneOf || field.enum ? field : setPlain(numbers, rest, {}), answers)
      : setPlain(numbers, { ...setChoices(field, {}), type: 'integer' }, answers);
    const set = setPlain(common, shaped, answers);
    const list = previous(answers['precedenti']);
    return list === undefined && waves(field).length === 0 ? set : write(set, 'x-settings/previous', list);
  },
};
