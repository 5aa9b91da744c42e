// SPDX-License-Identifier: AGPL-3.0-or-later
// How a value of a proposed row is asked and written, by what its question is in the pact. Pure; the first kind that fits.
import { newRowId } from '../../../runtime/elements/row-changes.ts';
import type { FieldSchema, PactLife } from '../../../schemas/types.ts';
import type { Tell } from '../contract.ts';
import { one, whole, yesNo } from '../fields.ts';

/** What the values of a row may name. */
export interface Around {
  readonly life: PactLife;
  /** name of a row → id of its answer, or back */
  readonly rows: ReadonlyMap<string, string>;
}
export interface Kind {
  fits(field: FieldSchema): boolean;
  field(field: FieldSchema, tell: Tell): FieldSchema;
  /** undefined: not written this way */
  read(value: unknown, around: Around): unknown;
  write(answer: unknown, around: Around, field: FieldSchema): unknown;
}

const isList = (field: FieldSchema): boolean => field.type === 'array';
const inObject = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null && Object.keys(value).length === 1
    ? (value as { readonly [key: string]: unknown })[key]
    : undefined;
const texts = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((each): each is string => typeof each === 'string') : [];

/** Whom the rule is about. */
const person: Kind = {
  fits: (field) => field['x-ref']?.startsWith('case:') ?? false,
  field: ({ title = '' }, tell) => yesNo(`${title}: ${tell('la persona della regola', 'the person of the rule')}`), // prettier-ignore
  read: (value) => inObject(Array.isArray(value) ? value[0] : value, 'of') === 'who' || undefined,
  write: (answer, _around, field) =>
    answer === true ? (isList(field) ? [{ of: 'who' }] : { of: 'who' }) : undefined,
};

/** Rows of the same proposal. */
const row: Kind = {
  fits: (field) => field['x-ref']?.startsWith('/') ?? false,
  field: ({ title = '', type, items, 'x-ref': to }) => ({
    title,
    ...(type ? { type } : {}),
    ...(items ? { items: { type: 'string' } } : {}),
    ...(to ? { 'x-ref': to } : {}),
  }),
  read: (value, { rows }) => {
    const ids = [value].flat().flatMap((each) => rows.get(String(inObject(each, 'of'))) ?? []);
    return ids.length === 0 ? undefined : Array.isArray(value) ? ids : ids[0];
  },
  write: (answer, { rows }, field) => {
    const names = [answer].flat().flatMap((id) => {
      const name = rows.get(String(id));
      return name === undefined ? [] : [{ of: name }];
    });
    return names.length === 0 ? undefined : isList(field) ? names : names[0];
  },
};

/** A day so many months after the pact begins. */
const months: Kind = {
  fits: (field) => field.format === 'date',
  field: ({ title = '' }, tell) =>
    whole(`${title}: ${tell('mesi dall’inizio del patto', 'months from the start of the pact')}`, 0, { maximum: 120 }), // prettier-ignore
  read: (value, { life }) => {
    const [from, many] = (inObject(value, 'add-months') ?? []) as readonly unknown[];
    return from === life.starts && Number.isInteger(many) ? many : undefined;
  },
  write: (answer, { life }) =>
    Number.isInteger(answer) && life.starts !== undefined
      ? { 'add-months': [life.starts, answer] }
      : undefined,
};

const register = /^register:(.+)$/;
/** Rows of a register, the wanted one first: the district's own register decides which it has. */
const offered: Kind = {
  fits: (field) => !isList(field) && register.test(field['x-choices']?.from ?? ''),
  field: ({ title = '', 'x-choices': choices }, tell) => ({
    title: `${title}: ${tell('il primo che c’è', 'the first there is')}`,
    type: 'array',
    items: {
      type: 'object',
      properties: { voce: one(title, register.exec(choices?.from ?? '')?.[1] ?? '') },
      required: ['voce'],
    },
  }),
  read: (value) => {
    const ids = typeof value === 'string' ? [value] : texts(inObject(value, 'offered'));
    return ids.length > 0 ? ids.map((voce) => ({ id: newRowId(), voce })) : undefined;
  },
  write: (answer) => {
    const ids = Array.isArray(answer) ? answer.flatMap(({ voce }: { voce?: string }) => voce ?? []) : [];
    return ids.length > 0 ? { offered: ids } : undefined;
  },
};

/** As it is asked in the pact. */
const plain: Kind = {
  fits: () => true,
  field: ({ title = '', type, items, oneOf, maxLength, minimum, maximum, ...field }) => ({
    title,
    ...(type ? { type } : {}),
    ...(items ? { items } : {}),
    ...(oneOf ? { oneOf } : {}),
    ...(maxLength === undefined ? {} : { maxLength }),
    ...(minimum === undefined ? {} : { minimum }),
    ...(maximum === undefined ? {} : { maximum }),
    ...(field.uniqueItems ? { uniqueItems: true } : {}),
    ...(field.maxItems === undefined ? {} : { maxItems: field.maxItems }),
    ...(field['x-type'] ? { 'x-type': field['x-type'] } : {}),
    ...(field['x-choices'] ? { 'x-choices': field['x-choices'] } : {}),
  }),
  read: (value) => (typeof value === 'object' && !texts(value).length ? undefined : value),
  write: (answer) => answer,
};

const kinds: readonly Kind[] = [person, row, months, offered, plain];
export const kindOf = (field: FieldSchema): Kind => kinds.find((kind) => kind.fits(field))!;
