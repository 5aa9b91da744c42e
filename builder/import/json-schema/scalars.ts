// SPDX-License-Identifier: AGPL-3.0-or-later
// Texts, numbers and yes or no.
import type { FieldSchema } from '../../../schemas/types.ts';
import type { Bag } from './bag.ts';

/** What a `format` of the source is here. */
const formats: { readonly [format: string]: FieldSchema } = {
  date: { type: 'string', format: 'date' },
  'date-time': { type: 'string', 'x-type': 'date-time' },
  time: { type: 'string', 'x-type': 'time' },
  email: { type: 'string', 'x-type': 'email' },
  'idn-email': { type: 'string', 'x-type': 'email' },
  phone: { type: 'string', 'x-type': 'phone' },
  tel: { type: 'string', 'x-type': 'phone' },
  'data-url': { type: 'array', 'x-type': 'file', 'x-settings': { kinds: ['pdf', 'photo'] }, maxItems: 1 },
};

const copied = (bag: Bag, words: readonly string[]): FieldSchema => {
  const found: { [word: string]: unknown } = {};
  for (const word of words) {
    const value = word.endsWith('Length') ? bag.size(word) : bag.number(word);
    if (value !== undefined) found[word] = value;
  }
  return found as FieldSchema;
};

function text(bag: Bag): FieldSchema {
  const format = bag.see('format');
  if (typeof format === 'string' && Object.hasOwn(formats, format)) {
    bag.use('format');
    return { ...formats[format]! };
  }
  const pattern = bag.see('pattern');
  const field: FieldSchema = { type: 'string', ...copied(bag, ['minLength', 'maxLength']) };
  if (typeof pattern === 'string' && pattern.length <= 500 && isPattern(pattern)) {
    bag.use('pattern');
    field.pattern = pattern;
  }
  return field;
}

function isPattern(source: string): boolean {
  try {
    return new RegExp(source, 'u') instanceof RegExp;
  } catch {
    return false;
  }
}

function number(type: 'integer' | 'number'): (bag: Bag) => FieldSchema {
  return (bag) => {
    // In draft 4 exclusiveMinimum is a yes or no beside minimum.
    const turned: FieldSchema = {};
    for (const [exclusive, bound] of [
      ['exclusiveMinimum', 'minimum'],
      ['exclusiveMaximum', 'maximum'],
    ] as const)
      if (typeof bag.see(exclusive) === 'boolean') {
        const limit = bag.use(exclusive) === true ? bag.number(bound) : undefined;
        if (limit !== undefined) turned[exclusive] = limit;
      }
    const step = bag.see('multipleOf');
    const fits =
      typeof step === 'number' &&
      step > 0 &&
      step <= 1_000_000 &&
      (type === 'number' || Number.isInteger(step));
    if (fits) bag.use('multipleOf');
    return {
      type,
      ...copied(bag, ['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum']),
      ...turned,
      ...(fits && step !== 1 ? { 'x-settings': { step } } : {}),
    };
  };
}

export const scalars: ReadonlyMap<string, (bag: Bag) => FieldSchema> = new Map(
  Object.entries({
    string: text,
    number: number('number'),
    integer: number('integer'),
    boolean: () => ({ type: 'boolean' }),
  }),
);

/** The one type of a schema: null beside it says only that it may be missing, which is always so. */
export function typeIn(bag: Bag): string | undefined {
  const written = bag.see('type');
  const list = (Array.isArray(written) ? (written as unknown[]) : [written]).filter(
    (type) => type !== 'null',
  );
  const [type] = list;
  if (typeof type === 'string' && list.length === 1) {
    bag.use('type');
    return type;
  }
  if (list.length > 1 && list.every((each) => each === 'integer' || each === 'number')) {
    bag.use('type');
    return 'number';
  }
  if (written !== undefined) return undefined;
  if (bag.has('properties')) return 'object';
  if (bag.has('items') || bag.has('maxItems')) return 'array';
  if (['pattern', 'format', 'minLength', 'maxLength'].some((word) => bag.has(word))) return 'string';
  return ['minimum', 'maximum', 'multipleOf'].some((word) => bag.has(word)) ? 'number' : undefined;
}

/** A default that the question can keep. */
export function initial(bag: Bag, field: FieldSchema): void {
  const value = bag.see('default');
  if (value === undefined) return;
  const list = field.oneOf?.map((choice): unknown => choice.const) ?? field.enum;
  const codes = field.items?.oneOf?.map((choice): unknown => choice.const);
  const types: { readonly [type: string]: (value: unknown) => boolean } = {
    string: (each) => typeof each === 'string' && each !== '' && ['date', undefined].includes(field.format) && (field.format !== 'date' || /^\d{4}-\d\d-\d\d$/.test(each)),
    integer: Number.isInteger,
    number: (each) => typeof each === 'number',
    boolean: (each) => typeof each === 'boolean',
    array: (each) => codes !== undefined && Array.isArray(each) && each.length > 0 && each.every((one) => codes.includes(one)),
  }; // prettier-ignore
  const special = ['date-time', 'time', 'file', 'phone'].includes(field['x-type'] ?? '');
  const fits = list ? list.includes(value as string) : !special && types[field.type ?? '']?.(value);
  if (fits) field.default = bag.use('default');
}
