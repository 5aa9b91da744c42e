// SPDX-License-Identifier: AGPL-3.0-or-later
// Answers without what stays in the house.
import type { FieldNode, Outline } from '../../runtime/engine/contract.ts';
import type { Answers } from '../../schemas/types.ts';
import type { Leave } from './view.ts';

const isObject = (value: unknown): value is { readonly [key: string]: unknown } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What lets a field out, and what stands for the id of a row outside: the same for the same row each time. */
export interface Letting {
  leave(node: FieldNode): Leave;
  row(id: string): string;
}

/** A copy that holds what may leave; rows can be told apart, and what refers to one still does. */
export function project(outline: Outline, answers: Answers, letting: Letting): Answers {
  return part(
    outline.fields.filter(({ parent }) => parent === undefined),
    answers,
    letting,
  );
}

/** Ids of rows, one or several, as they stand outside. */
const renamed = (value: unknown, row: Letting['row']): unknown =>
  Array.isArray(value)
    ? value.map((one: unknown) => (typeof one === 'string' ? row(one) : one))
    : typeof value === 'string'
      ? row(value)
      : value;

function part(
  nodes: readonly FieldNode[],
  holder: { readonly [key: string]: unknown },
  letting: Letting,
): Answers {
  const out: Answers = {};
  for (const node of nodes) {
    const value = holder[node.key];
    const decided = letting.leave(node);
    if (value === undefined || (decided !== 'take' && decided !== 'year')) continue;
    if (node.type.nests === 'group' && isObject(value)) out[node.key] = part(node.children, value, letting);
    else if (node.type.nests === 'rows' && Array.isArray(value))
      out[node.key] = value
        .filter(isObject)
        .map((row) => ({ id: renamed(row['id'], letting.row), ...part(node.children, row, letting) }));
    else if (decided === 'take') out[node.key] = node.schema['x-ref'] ? renamed(value, letting.row) : value;
    else if (typeof value === 'string') out[node.key] = value.slice(0, 4);
  }
  return out;
}
