// SPDX-License-Identifier: BSD-3-Clause
// Settings that are one question per keyword: most types need no more than a table.
import type { Definition, FieldSchema } from '../../schemas/types.ts';
import type { FieldSettings } from './contract.ts';
import { has, isObject } from './problems.ts';

/** One question of the settings and the keyword that its answer is kept in. */
export interface Setting {
  /** key of the answer in the settings */
  readonly key: string;
  /** keyword of the field's schema, or `x-settings/<key>` */
  readonly keyword: string;
  readonly question: FieldSchema;
  /** of a yes/no question: what is kept for a yes; nothing is kept for a no */
  readonly as?: unknown;
  /** title and hint in English */
  readonly english: { readonly title: string; readonly hint?: string };
}

type Loose = { [key: string]: unknown };

function read(field: FieldSchema, keyword: string): unknown {
  const [first = '', inner] = keyword.split('/');
  const value = (field as Loose)[first];
  if (inner === undefined) return value;
  return isObject(value) && has(value, inner) ? value[inner] : undefined;
}

/** The field with this keyword set, or without it when the value is undefined. */
export function write(field: FieldSchema, keyword: string, value: unknown): FieldSchema {
  const [first = '', inner] = keyword.split('/');
  const { [first]: old, ...rest } = field as Loose;
  if (inner === undefined) return value === undefined ? rest : { ...rest, [first]: value };
  const { [inner]: _, ...others } = isObject(old) ? old : {};
  const settings = value === undefined ? others : { ...others, [inner]: value };
  const untouched =
    Object.keys(settings).length === 0 && (old === undefined || Object.keys(old as object).length > 0);
  return untouched ? rest : { ...rest, [first]: settings };
}

const asked = (value: unknown, as: unknown): unknown =>
  as === undefined ? value : value === as ? true : undefined;

/** What a no leaves alone is not of this question. */
const kept = (answer: unknown, old: unknown, as: unknown): unknown =>
  as === undefined ? answer : answer === true ? as : old === as ? undefined : old;

export const getPlain = (list: readonly Setting[], field: FieldSchema): Loose =>
  Object.fromEntries(
    list
      .map(({ key, keyword, as }) => [key, asked(read(field, keyword), as)] as const)
      .filter(([, value]) => value !== undefined),
  );

export const setPlain = (list: readonly Setting[], field: FieldSchema, answers: Loose): FieldSchema =>
  list.reduce(
    (schema, { key, keyword, as }) =>
      write(schema, keyword, kept(has(answers, key) ? answers[key] : undefined, read(schema, keyword), as)),
    field,
  );

/** The definition of a settings form out of its questions, in the order given. */
export function settingsForm(
  type: string,
  list: readonly Pick<Setting, 'key' | 'question' | 'english'>[],
): Definition {
  const english = list.flatMap(({ key, english: { title, hint } }) => [
    [`${key}.title`, title] as const,
    ...(hint === undefined ? [] : [[`${key}.hint`, hint] as const]),
  ]);
  return {
    $schema: 'urn:patto:definition:1',
    kind: 'form',
    id: `settings-${type}`,
    title: 'Impostazioni',
    schema: {
      type: 'object',
      properties: Object.fromEntries(list.map(({ key, question }) => [key, question])),
    },
    translations: { en: { title: 'Settings', ...Object.fromEntries(english) } },
  };
}

/** The same with more English words, by translation key. */
export const withEnglish = (form: Definition, more: { readonly [key: string]: string }): Definition => ({
  ...form,
  translations: { ...form.translations, en: { ...form.translations?.['en'], ...more } },
});

/** Settings of a type that is a table of keywords. */
export const plainSettings = (type: string, blank: FieldSchema, list: readonly Setting[]): FieldSettings => ({
  definition: settingsForm(type, list),
  blank,
  get: (field) => getPlain(list, field),
  set: (field, answers) => setPlain(list, field, answers),
});
