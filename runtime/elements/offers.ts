// SPDX-License-Identifier: BSD-3-Clause
// What a question of choice offers: its own choices, or rows of a list or register that fit the other answers.
import type { FieldSchema, ListRow } from '../../schemas/types.ts';
import type { FieldNode } from '../engine/contract.ts';
import type { Writing } from '../fields/contract.ts';
import type { FormStore } from './form-store.ts';
import type { Option } from './input.ts';
import { resolve } from './layout.ts';

/** Several of a list keeps its choices in `items`. */
const source = (field: FieldSchema): FieldSchema =>
  field.type === 'array' && field.items ? (field['x-choices'] ? field : field.items) : field;

/** list:cittadinanza → the rows of the context, those that `where` lets through. */
function listed(field: FieldSchema, path: string, store: FormStore): readonly ListRow[] {
  const choices = field['x-choices'];
  if (!choices) return [];
  const rows = store.context.lists[choices.from.replace(/^\w+:/, '')] ?? [];
  const row = path.replace(/\/[^/]+$/, '');
  const where = Object.entries(choices.where ?? {});
  return rows.filter((each) =>
    where.every(([column, pointer]) => {
      const wanted = store.value(resolve(pointer, row));
      return wanted === undefined || each[column] === wanted;
    }),
  );
}

export function choicesOf(node: FieldNode, path: string, store: FormStore): readonly Option[] {
  const field = source(node.schema);
  const title = (value: unknown, own: string) => store.sayings.option(node, String(value), own);
  if (field.oneOf)
    return field.oneOf.map((choice) => ({
      value: choice.const,
      title: title(choice.const, choice.title),
      ...(choice.description ? { hint: choice.description } : {}),
    }));
  if (field.enum) return field.enum.map((value) => ({ value, title: title(value, String(value)) }));
  return listed(field, path, store).map((row) => ({ value: row.id, title: title(row.id, row.title) }));
}

/** How a type's paper writes a value of this field. */
export const writing = (node: FieldNode, path: string, store: FormStore): Writing => ({
  locale: store.sayings.locale,
  choice: (_, value) =>
    choicesOf(node, path, store).find((option) => String(option.value) === value)?.title ?? value,
  row: (pointer, id) => store.rows.byId(pointer, id),
});
