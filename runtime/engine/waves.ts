// SPDX-License-Identifier: BSD-3-Clause
// What changed between two fillings of the same grid: level by level, person by person.
import type { Answers } from '../../schemas/types.ts';
import type { FieldNode, Outline } from './contract.ts';
import { isObject, own } from './pointer.ts';

export interface Change {
  /** pointer with the ids of rows: /adulti/aB3…/livelli/ad1 */
  readonly at: string;
  readonly field: FieldNode;
  readonly before: string;
  readonly after: string;
  /** fewer points are less need */
  readonly way: 'better' | 'worse';
}

/**
 * Levels that are in both and differ, in the order of the grid; a level is a choice with points. A row is the same
 * row where it has the same id; what was not collected in one of the two is no change.
 */
export function changesBetween(
  outline: Pick<Outline, 'fields'>,
  before: Answers,
  after: Answers,
): readonly Change[] {
  const changes: Change[] = [];
  const look = (nodes: readonly FieldNode[], was: unknown, is: unknown, at: string): void => {
    for (const field of nodes) {
      const [a, b] = [own(was, field.key), own(is, field.key)];
      const here = `${at}/${field.key}`;
      if (field.type.nests === 'group') look(field.children, a, b, here);
      else if (field.type.nests === 'rows') {
        if (!Array.isArray(a) || !Array.isArray(b)) continue;
        for (const row of b as readonly Answers[]) {
          const same = a.find((one: unknown) => isObject(one) && one['id'] === row['id']);
          if (same) look(field.children, same, row, `${here}/${String(row['id'])}`);
        }
      } else if (typeof a === 'string' && typeof b === 'string') {
        const [from, to] = [points(field, a), points(field, b)];
        if (from === undefined || to === undefined || from === to) continue;
        changes.push({ at: here, field, before: a, after: b, way: to < from ? 'better' : 'worse' });
      }
    }
  };
  const roots = outline.fields.filter(({ parent }) => parent === undefined);
  look(roots, before, after, '');
  return changes;
}

const points = ({ schema }: FieldNode, value: string): number | undefined =>
  schema.oneOf?.find((choice) => choice.const === value)?.['x-score'];
