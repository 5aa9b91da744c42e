// SPDX-License-Identifier: AGPL-3.0-or-later
// Answers without what stays in the house.
import type { FieldNode, Outline } from '../../runtime/engine/contract.ts';
import type { Answers } from '../../schemas/types.ts';
import type { Leave } from './view.ts';

const isObject = (value: unknown): value is { readonly [key: string]: unknown } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A copy that holds what `leave` lets out; the ids of rows stay, so that rows can be told apart. */
export function project(outline: Outline, answers: Answers, leave: (node: FieldNode) => Leave): Answers {
  return part(
    outline.fields.filter(({ parent }) => parent === undefined),
    answers,
    leave,
  );
}

function part(
  nodes: readonly FieldNode[],
  holder: { readonly [key: string]: unknown },
  leave: (node: FieldNode) => Leave,
): Answers {
  const out: Answers = {};
  for (const node of nodes) {
    const value = holder[node.key];
    const decided = leave(node);
    if (value === undefined || (decided !== 'take' && decided !== 'year')) continue;
    if (node.type.nests === 'group' && isObject(value)) out[node.key] = part(node.children, value, leave);
    else if (node.type.nests === 'rows' && Array.isArray(value))
      out[node.key] = value
        .filter(isObject)
        .map((row) => ({ id: row['id'], ...part(node.children, row, leave) }));
    else if (decided === 'take') out[node.key] = value;
    else if (typeof value === 'string') out[node.key] = value.slice(0, 4);
  }
  return out;
}
