// SPDX-License-Identifier: AGPL-3.0-or-later
// How many rows fit: a working value, never drawn, that a condition reads.
import type { Definition, FieldSchema } from '../../schemas/types.ts';
import { type OverRows, type Sentence, conditionOf } from './clauses.ts';
import { holderAt, innerScope, split, withHolder } from './fields.ts';
import { makeKey } from './key.ts';

/** Adds the count of the rows that a clause speaks of, and the sentence "is at least". `title`: its name. */
export function addCount(
  definition: Definition,
  { rows, list }: OverRows,
  least: number,
  title: string,
): { readonly definition: Definition; readonly sentence: Sentence } {
  const [scope] = split(rows);
  const level = innerScope(definition, rows) ?? '';
  const where = conditionOf(definition, { join: 'all', list }, level);
  // From a row, its own list is ./
  const pointer = scope.endsWith('/*') ? `./${split(rows)[1]}` : rows;
  const key = makeKey(title, Object.keys(holderAt(definition, scope)?.properties ?? {}), 'conteggio');
  const field: FieldSchema = {
    title: title.slice(0, 500),
    type: 'integer',
    minimum: 0,
    'x-drawn': false,
    'x-value': { count: pointer, ...(where && { where }) },
  };
  const next = withHolder(definition, scope, (holder) => ({
    ...holder,
    properties: { ...holder.properties, [key]: field },
  }));
  return { definition: next, sentence: { question: `${scope}/${key}`, relation: 'at-least', value: least } };
}
