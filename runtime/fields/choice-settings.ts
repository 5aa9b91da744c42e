// SPDX-License-Identifier: BSD-3-Clause
// Settings of one and of several choices: written here, or taken from a list or register.
import type { Choice, FieldSchema } from '../../schemas/types.ts';
import { pictogramNames } from './pictogram-names.ts';
import { has, isObject } from './problems.ts';
import { type Setting, write } from './settings-of.ts';

type Row = {
  id: string;
  codice?: string;
  testo?: string;
  nota?: string;
  punti?: number;
  figura?: string;
  accanto?: string;
  esclude?: boolean;
};

export const choiceQuestions: readonly Pick<Setting, 'key' | 'question' | 'english'>[] = [
  {
    key: 'da_elenco',
    question: {
      title: 'Le risposte vengono da un elenco o da un registro',
      'x-hint': 'Per esempio cittadinanze, comuni, servizi',
      type: 'boolean',
    },
    english: {
      title: 'The answers come from a list or register',
      hint: 'For example citizenships, services',
    },
  },
  {
    key: 'elenco',
    question: {
      title: 'Elenco o registro',
      'x-hint': 'list:cittadinanza per un elenco, register:servizi per un registro',
      type: 'string',
      maxLength: 70,
      pattern: '^(list|register):[a-z][a-z0-9-]{0,59}$',
      'x-show': { '/da_elenco': { const: true } },
    },
    english: {
      title: 'List or register',
      hint: 'list:cittadinanza for a list, register:servizi for a register',
    },
  },
  {
    key: 'risposte',
    question: {
      title: 'Risposte',
      type: 'array',
      maxItems: 200,
      'x-show': { not: { '/da_elenco': { const: true } } },
      items: {
        type: 'object',
        properties: {
          testo: { title: 'Testo', type: 'string', maxLength: 500 },
          codice: {
            title: 'Codice',
            'x-hint': 'Resta lo stesso anche se il testo cambia; vuoto: si ricava dal testo',
            type: 'string',
            maxLength: 100,
          },
          punti: { title: 'Punti', type: 'number' },
          nota: { title: 'Spiegazione', type: 'string', 'x-type': 'long-text', maxLength: 10000 },
          figura: {
            title: 'Figura',
            'x-hint': 'Con una figura le risposte diventano riquadri grandi; il testo resta',
            oneOf: Object.entries(pictogramNames).map(([name, { it }]) => ({ const: name, title: it })),
          },
          accanto: {
            title: 'Domanda che si apre accanto',
            'x-hint':
              'Per «Altro, specificare»: il codice di una domanda di testo dello stesso livello, mostrata quando questa risposta è scelta',
            type: 'string',
            pattern: '^[a-z][a-z0-9_]{0,59}$',
            maxLength: 60,
          },
          esclude: { title: 'Esclude le altre', type: 'boolean' },
        },
        required: ['testo'],
      },
    },
    english: { title: 'Answers' },
  },
];

export const choiceTranslations: { readonly [key: string]: string } = {
  'risposte/testo.title': 'Text',
  'risposte/codice.title': 'Code',
  'risposte/codice.hint': 'Stays the same when the text changes; empty: made from the text',
  'risposte/punti.title': 'Points',
  'risposte/nota.title': 'Explanation',
  'risposte/figura.title': 'Picture',
  'risposte/figura.hint': 'With a picture the answers become large tiles; the text stays',
  ...Object.fromEntries(
    Object.entries(pictogramNames).map(([name, { en }]) => [`risposte/figura=${name}`, en]),
  ),
  'risposte/accanto.title': 'Question that opens beside it',
  'risposte/accanto.hint':
    'For “Other, please say”: the code of a text question on the same level, shown when this answer is chosen',
  'risposte/esclude.title': 'Rules out the others',
};

/** Rows need an id of eleven characters; the place in the list will do, since `set` does not read it. */
const idAt = (index: number): string => `scelta${String(index).padStart(5, '0')}`;

const toRow = (choice: Choice, index: number): Row => ({
  id: idAt(index),
  codice: choice.const,
  testo: choice.title,
  ...(choice.description === undefined ? {} : { nota: choice.description }),
  ...(choice['x-score'] === undefined ? {} : { punti: choice['x-score'] }),
});

/** `type`: the `x-type` of the question; with it and without choices a list is about to be named. */
export function getChoices(field: FieldSchema, type: string | undefined): { [key: string]: unknown } {
  const source = field['x-choices'];
  if (source) return { da_elenco: true, elenco: source.from };
  if (type !== undefined && !field.oneOf && !field.enum) return { da_elenco: true };
  const rows =
    field.oneOf?.map(toRow) ??
    field.enum?.map((value, index) => ({ id: idAt(index), codice: String(value) }));
  return rows ? { risposte: rows } : {};
}

/** "Da più di un anno" → "da-piu-di-un-anno" */
const slug = (text: string): string =>
  text
    .normalize('NFD')
    .replaceAll(/[\u0300-\u036F]/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/gu, '-')
    .replaceAll(/^-+|-+$/gu, '')
    .slice(0, 60);

function freeCode(wanted: string, taken: ReadonlySet<string>): string {
  const start = wanted || 'risposta';
  if (!taken.has(start)) return start;
  let number = 2;
  while (taken.has(`${start}-${number}`)) number++;
  return `${start}-${number}`;
}

function toChoices(rows: readonly Row[]): Choice[] {
  const taken = new Set(rows.flatMap(({ codice }) => (codice ? [codice] : [])));
  return rows.map((row) => {
    const code = row.codice || freeCode(slug(row.testo ?? ''), taken);
    taken.add(code);
    return {
      const: code,
      title: row.testo || code,
      ...(row.nota === undefined ? {} : { description: row.nota }),
      ...(row.punti === undefined ? {} : { 'x-score': row.punti }),
    };
  });
}

/** Values of an enum stay what they were (numbers too) as long as nothing but codes is said of them. */
function toEnum(rows: readonly Row[], before: NonNullable<FieldSchema['enum']>): FieldSchema['enum'] {
  if (
    !rows.every(
      (row) => row.codice && row.testo === undefined && row.punti === undefined && row.nota === undefined,
    )
  )
    return undefined;
  return rows.map(({ codice }) => before.find((value) => String(value) === codice) ?? codice!);
}

export function setChoices(field: FieldSchema, answers: { [key: string]: unknown }): FieldSchema {
  const { oneOf, enum: before, 'x-choices': source, ...rest } = field;
  if (answers['da_elenco'] === true) {
    const from = answers['elenco'];
    if (typeof from !== 'string') return rest;
    return { ...rest, 'x-choices': source?.from === from ? source : { from } };
  }
  const rows = (Array.isArray(answers['risposte']) ? answers['risposte'] : []).filter(isRow);
  if (rows.length === 0 && !has(answers, 'risposte')) return rest;
  const kept = before && !oneOf ? toEnum(rows, before) : undefined;
  return kept ? { ...rest, enum: kept } : { ...rest, oneOf: toChoices(rows) };
}

const isRow = (value: unknown): value is Row => isObject(value);

type Extras = { readonly pictures?: unknown; readonly beside?: unknown; readonly exclusive?: unknown };

/** What `x-settings` of the question says of single choices, put into their rows. */
export function withExtras(
  shown: { [key: string]: unknown },
  field: FieldSchema,
): { [key: string]: unknown } {
  const { pictures, beside, exclusive }: Extras = field['x-settings'] ?? {};
  if (!Array.isArray(shown['risposte'])) return shown;
  const extra = (row: Row) => {
    const code = row.codice ?? '';
    return {
      ...row,
      ...(isObject(pictures) && has(pictures, code) ? { figura: pictures[code] } : {}),
      ...(isObject(beside) && has(beside, code) ? { accanto: beside[code] } : {}),
      ...(Array.isArray(exclusive) && exclusive.includes(code) ? { esclude: true } : {}),
    };
  };
  return { ...shown, risposte: (shown['risposte'] as Row[]).map(extra) };
}

/** The same back: `field` already has its choices. Of a list or register they stay as they are. */
export function setExtras(
  field: FieldSchema,
  choices: FieldSchema,
  answers: { [key: string]: unknown },
): FieldSchema {
  if (answers['da_elenco'] === true || !Array.isArray(answers['risposte'])) return field;
  const rows = answers['risposte'].filter(isRow);
  const codes = choices.oneOf?.map((choice) => choice.const) ?? choices.enum?.map(String) ?? [];
  const told = <Value>(of: (row: Row) => Value | undefined): readonly (readonly [string, Value])[] =>
    rows.flatMap((row, at) => {
      const value = of(row);
      const code = codes[at];
      return value === undefined || code === undefined ? [] : [[code, value] as const];
    });
  const map = (all: readonly (readonly [string, unknown])[]) =>
    all.length ? Object.fromEntries(all) : undefined;
  const alone = told((row) => row.esclude || undefined).map(([code]) => code);
  return [
    ['pictures', map(told((row) => row.figura || undefined))] as const,
    ['beside', map(told((row) => row.accanto || undefined))] as const,
    ['exclusive', alone.length ? alone : undefined] as const,
  ].reduce((schema, [key, value]) => write(schema, `x-settings/${key}`, value), field);
}
