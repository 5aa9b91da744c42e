// SPDX-License-Identifier: BSD-3-Clause
import type { ChoiceSource, FieldSchema, ListRow } from '../../schemas/types.ts';
import type { Scope } from './contract.ts';

/** Which rows of lists and registers are offered for a field; undefined: not known. */
export type Choices = (field: FieldSchema) => readonly ListRow[] | undefined;

const nameOf = (source: ChoiceSource): string => source.from.slice(source.from.indexOf(':') + 1);

/** Does a row fit the other answers, as seen from a row? An answer that is not there leaves no row. */
function fits(row: ListRow, source: ChoiceSource, scope: Scope): boolean {
  return Object.entries(source.where ?? {}).every(([column, pointer]) => {
    const wanted = scope.get(pointer);
    const cell = row[column];
    return wanted !== undefined && (Array.isArray(cell) ? cell.includes(wanted) : cell === wanted);
  });
}

/** Rows of the field's list that its filter leaves, as seen from a row; undefined when they are not all here. */
export function offered(field: FieldSchema, scope: Scope): readonly ListRow[] | undefined {
  const source = field['x-choices'];
  const { lists, partial } = scope.context;
  if (!source || !Object.hasOwn(lists, nameOf(source)) || partial?.includes(nameOf(source))) return undefined;
  return lists[nameOf(source)]?.filter((row) => fits(row, source, scope));
}

/** Where the choices of one or of several come from. */
const sourceOf = (field: FieldSchema): ChoiceSource | undefined =>
  field['x-choices'] ?? field.items?.['x-choices'];

/**
 * What other answers leave of a choice that they filter: the value itself, the part of several that still fits,
 * or undefined. What cannot be known here (no such list, a row of a long list that was not looked up) stays.
 */
export function fitting(value: unknown, field: FieldSchema, scope: Scope): unknown {
  const source = sourceOf(field);
  if (!source?.where || value === undefined) return value;
  const rows = scope.context.lists[nameOf(source)];
  if (!rows) return value;
  const stays = (id: unknown): boolean => {
    const row = rows.find((each) => each.id === id);
    return row ? fits(row, source, scope) : true;
  };
  if (!Array.isArray(value)) return stays(value) ? value : undefined;
  const left = (value as readonly unknown[]).filter(stays);
  return left.length === value.length ? value : left.length > 0 ? left : undefined;
}

/** Column → the answer it must equal; nothing when other answers do not decide what may be chosen. */
export const choiceFilter = (field: FieldSchema): NonNullable<ChoiceSource['where']> =>
  sourceOf(field)?.where ?? {};

export const filtered = (field: FieldSchema): boolean => sourceOf(field)?.where !== undefined;
