// SPDX-License-Identifier: AGPL-3.0-or-later
// The samples of a field type as one form, in the states that a question can be in.
import type { FieldSamples } from '../../../runtime/fields/contract.ts';
import type { Answers, Context, Definition, FieldSchema } from '../../../schemas/types.ts';

export const states = ['empty', 'filled', 'wrong', 'locked', 'read'] as const;
export type SampleState = (typeof states)[number];

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
    servizi: ['Doposcuola', 'Assistenza domiciliare', 'Mensa', 'Trasporto'].map((title) => ({
      id: title.toLowerCase().replace(' ', '-'),
      title,
    })),
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

export function sampleForm(samples: FieldSamples, type: string, state: SampleState): SampleForm {
  const properties: { [key: string]: FieldSchema } = {};
  const answers: Answers = {};
  for (const [index, { about, field, good }] of samples.fields.entries()) {
    const key = `campo_${index}`;
    properties[key] = {
      ...field,
      title: field.title ?? about,
      'x-hint': field['x-hint'] ?? about,
      ...(field['x-ref'] ? { 'x-ref': 'case:/righe' } : {}),
      ...(state === 'wrong' && field.properties ? { required: Object.keys(field.properties) } : {}),
      ...(state === 'locked' ? { readOnly: true } : {}),
      ...(index === 0 && state !== 'locked' ? { 'x-not-asked': ['unknown', 'refused'] as const } : {}),
    } as FieldSchema;
    if (state === 'filled' || state === 'locked' || state === 'read') answers[key] = reasonable(good);
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
    },
    answers,
  };
}
