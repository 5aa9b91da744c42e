// SPDX-License-Identifier: BSD-3-Clause
// Choices that other answers filter, while settling. Left out where no question chooses from a list.
import type { Answers } from '../../schemas/types.ts';
import { filtered, fitting } from './choices.ts';
import type { FieldNode } from './contract.ts';
import { isDeclined, own, put } from './pointer.ts';
import type { View } from './scope.ts';
import type { State } from './settle.ts';

export { filtered } from './choices.ts';

/** A choice that the other answers no longer leave room for is parked whole, and comes back when they do. */
export function narrow(state: State, node: FieldNode, holder: Answers, at: string, view: View): void {
  if (!filtered(node.schema)) return;
  const value = own(holder, node.key);
  if (value === undefined || isDeclined(value)) return;
  const left = fitting(value, node.schema, view);
  if (left === value) return;
  if (left === undefined) delete holder[node.key];
  else put(holder, node.key, left);
  state.hidden.set(at, value);
}
