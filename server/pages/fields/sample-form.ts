// SPDX-License-Identifier: AGPL-3.0-or-later
// The samples of a field type as one form, in the states that a question can be in.
import type { FieldSamples } from '../../../runtime/fields/contract.ts';
import type { Remote } from '../../../runtime/elements/remote.ts';
import type { Answers, Context, Definition, FieldSchema } from '../../../schemas/types.ts';

export const states = ['empty', 'filled', 'wrong', 'long', 'rtl', 'locked', 'read'] as const;
export type SampleState = (typeof states)[number];

/** Texts that no line holds, one word of them wider than a telephone's column. */
const LONG =
  'Una domanda che qualcuno ha scritto per esteso, con tutte le condizioni e le eccezioni che si è sentito di dover nominare: precipitevolissimevolmentecomunicabilmente';
const LONG_HINT =
  'Un aiuto lungo quanto la domanda, perché chi lo ha scritto teme di non essere capito e ripete due volte la stessa cosa con altre parole.';
const ARABIC = { title: 'سؤال عن الأسرة', hint: 'اكتب الإجابة كما تعرفها', choice: 'الاختيار' };

export interface SampleForm {
  readonly definition: Definition;
  readonly answers: Answers;
}

/** Rows and lists that samples point to. */
export const context: Context = {
  today: '2026-03-02',
  referenceDate: '2026-03-02',
  parameters: {},
  lists: {
    cittadinanza: ['Italia', 'Albania', 'Bangladesh', 'Brasile', 'Cina', 'Ecuador', 'Egitto', 'Filippine']
      .concat([
        'Francia',
        'Germania',
        'Ghana',
        'India',
        'Marocco',
        'Moldavia',
        'Nigeria',
        'Pakistan',
        'Romania',
      ])
      .map((title, index) => ({ id: index === 0 ? 'IT' : `paese-${index}`, title })),
    servizi: ['Doposcuola', 'Assistenza domiciliare', 'Mensa', 'Trasporto'].map((title, index) => ({
      id: title.toLowerCase().replace(' ', '-'),
      title,
      ente: index % 2 ? 'Cooperativa Il Ponte' : 'Ambito territoriale sociale',
      tipo_ente: index < 2 ? 'Sostegno socio-educativo' : 'Vita quotidiana',
      fondo: 'povertà',
      costo: index === 2 ? '2,50 € a pasto' : 'Gratuito',
    })),
    fondi: [{ id: 'povertà', title: 'Quota servizi del Fondo povertà' }],
  },
  case: {
    // what earlier waves said
    quadro: { abitazione: '5' },
    righe: [
      { id: 'aB3_-xyz012', title: 'Una casa sicura' },
      { id: 'aB3_-xyz013', title: 'Un lavoro' },
    ],
  },
  role: 'public',
  locale: 'it',
};

/** A sample of moderate size: the first good one that a person would type. */
function reasonable(good: readonly unknown[]): unknown {
  return good.find((value) => JSON.stringify(value).length < 200 && value !== '') ?? good[0];
}

/** The longest good sample that still is an answer of a person. */
function longest(good: readonly unknown[]): unknown {
  const size = (value: unknown): number => JSON.stringify(value).length;
  return good.filter((value) => size(value) < 600).toSorted((a, b) => size(b) - size(a))[0] ?? good[0];
}

const stretched = (field: FieldSchema): FieldSchema => ({
  ...field,
  ...(field.oneOf
    ? { oneOf: field.oneOf.map((choice) => ({ ...choice, title: `${choice.title}, ${LONG}` })) }
    : {}),
  ...(field.items?.oneOf ? { items: stretched(field.items) } : {}),
});

/** The keys that a translation gives texts to, in Arabic. */
function arabic(key: string, field: FieldSchema): { [key: string]: string } {
  const choices = field.oneOf ?? field.items?.oneOf ?? [];
  return {
    [`${key}.title`]: ARABIC.title,
    [`${key}.hint`]: ARABIC.hint,
    ...Object.fromEntries(
      choices.map((choice, index) => [`${key}=${String(choice.const)}`, `${ARABIC.choice} ${index + 1}`]),
    ),
    ...Object.fromEntries(
      Object.keys(field.properties ?? field.items?.properties ?? {}).map((inner) => [
        `${key}/${inner}.title`,
        ARABIC.title,
      ]),
    ),
  };
}

const withAnswers: ReadonlySet<SampleState> = new Set(['filled', 'long', 'rtl', 'locked', 'read']);

/** `language`: of the screen; the state of writing from right to left has its own. */
export const localeOf = (state: SampleState, language: string): string => (state === 'rtl' ? 'ar' : language);

/** All that stands in a group is asked for. */
function demanding({ properties }: FieldSchema): FieldSchema {
  if (!properties) return {};
  const inside = Object.entries(properties).map(([key, field]) => [key, { ...field, ...demanding(field) }]);
  return { properties: Object.fromEntries(inside), required: Object.keys(properties) };
}

export function sampleForm(samples: FieldSamples, type: string, state: SampleState): SampleForm {
  const properties: { [key: string]: FieldSchema } = {};
  const answers: Answers = {};
  const translated: { [key: string]: string } = {};
  for (const [index, { about, field, good }] of samples.fields.entries()) {
    const key = `campo_${index}`;
    const long = state === 'long';
    properties[key] = {
      ...(long ? stretched(field) : field),
      title: long ? LONG : (field.title ?? about),
      'x-hint': long ? LONG_HINT : (field['x-hint'] ?? about),
      ...(field['x-ref'] ? { 'x-ref': 'case:/righe' } : {}),
      ...(state === 'wrong' ? demanding(field) : {}),
      ...(state === 'locked' ? { readOnly: true } : {}),
      ...(index === 0 && state !== 'locked' ? { 'x-not-asked': ['unknown', 'refused'] as const } : {}),
    } as FieldSchema;
    if (state === 'rtl') Object.assign(translated, arabic(key, field));
    if (withAnswers.has(state)) answers[key] = long ? longest(good) : reasonable(good);
  }
  return {
    definition: {
      $schema: 'urn:patto:definition:1',
      kind: 'form',
      id: `esempi-${type}`,
      title: 'Esempi',
      schema: {
        type: 'object',
        properties,
        ...(state === 'wrong' ? { required: Object.keys(properties) } : {}),
      },
      ...(state === 'rtl' ? { translations: { ar: translated } } : {}),
    },
    answers,
  };
}

/** Keeps nothing, and takes files as a server would. */
export const sampleRemote: Remote = {
  save: async () => ({ ok: true }),
  async sendFile(file, { sha256, told }) {
    told(1);
    const { name, type, size } = file;
    const id = sha256.slice(0, 22).padEnd(22, '0');
    return {
      ok: true,
      file: { id, name, type: type || 'application/pdf', size, sha256: sha256.padEnd(64, '0') },
    };
  },
};
