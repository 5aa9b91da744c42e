// SPDX-License-Identifier: AGPL-3.0-or-later
// Where each answer of the form stands, and what an expression sees of it.
import type { FieldSchema } from '../../schemas/types.ts';

export type ValueType = 'number' | 'integer' | 'string' | 'date' | 'boolean' | 'list' | 'rows' | 'other';

/** One list of rows: its pointer with stars for the rows around it. */
export interface Rows {
  readonly pointer: string;
  readonly within: Rows | undefined;
  /** the field schema of one row: computed answers of the rows go in here */
  readonly holder: Holder;
}

/** An object schema while it is being made. */
export interface Holder {
  type: 'object';
  properties: { [key: string]: FieldSchema };
  required?: string[];
}

/** One question, group or list of the new form. */
export interface Answer {
  /** with stars for rows */
  readonly pointer: string;
  readonly rows: Rows | undefined;
  readonly field: FieldSchema;
  readonly title: string;
}

const types: { readonly [type: string]: ValueType } = {
  integer: 'integer', number: 'number', boolean: 'boolean', string: 'string', array: 'list', object: 'other',
}; // prettier-ignore

export function valueType(field: FieldSchema): ValueType {
  if (field.items?.properties) return 'rows';
  if (field.format === 'date') return 'date';
  if (['file', 'signature', 'partial-date', 'ranking'].includes(field['x-type'] ?? '')) return 'other';
  return types[field.type ?? ''] ?? 'other';
}

const depth = (rows: Rows | undefined): number => (rows ? 1 + depth(rows.within) : 0);
const around = (rows: Rows | undefined, wanted: Rows | undefined): boolean =>
  rows === wanted || (rows !== undefined && around(rows.within, wanted));

/** The pointer to an answer from a row (or from outside of rows); undefined where none leads there. */
export function seenFrom(
  from: Rows | undefined,
  answer: Pick<Answer, 'pointer' | 'rows'>,
): string | undefined {
  if (answer.rows === undefined) return answer.pointer;
  if (!around(from, answer.rows)) return undefined;
  const inner = answer.pointer.slice(answer.rows.pointer.length + '/*'.length);
  const up = depth(from) - depth(answer.rows);
  return up === 0 ? `.${inner}` : up === 1 ? `..${inner}` : undefined;
}
