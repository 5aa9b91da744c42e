// SPDX-License-Identifier: BSD-3-Clause
import type { FieldSchema, ListRow } from '../../schemas/types.ts';
import type { Scope } from './contract.ts';

/** Which rows of lists and registers are offered for a field; undefined: not known. */
export type Choices = (field: FieldSchema) => readonly ListRow[] | undefined;

/** Rows of the field's list that its filter leaves, as seen from a row; undefined when the context has no such list. */
export function offered(field: FieldSchema, scope: Scope): readonly ListRow[] | undefined {
  const source = field['x-choices'];
  if (!source) return undefined;
  const name = source.from.slice(source.from.indexOf(':') + 1);
  if (!Object.hasOwn(scope.context.lists, name)) return undefined;
  const where = Object.entries(source.where ?? {});
  return scope.context.lists[name]?.filter((row) =>
    where.every(([column, pointer]) => {
      const wanted = scope.get(pointer);
      const cell = row[column];
      return wanted !== undefined && (Array.isArray(cell) ? cell.includes(wanted) : cell === wanted);
    }),
  );
}
