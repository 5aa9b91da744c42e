// SPDX-License-Identifier: BSD-3-Clause
import type { Condition } from '../../schemas/types.ts';
import type { FormulaHelp, Scope } from '../engine/contract.ts';

/** The rows at a pointer that fit a condition; undefined when the list is not answered. */
export function rowsOf(
  pointer: unknown,
  where: unknown,
  scope: Scope,
  help: FormulaHelp,
): readonly Scope[] | undefined {
  const list = scope.get(String(pointer));
  if (!Array.isArray(list)) return undefined;
  const rows = scope.rows(String(pointer));
  return where === undefined ? rows : rows.filter((row) => help.holds(where as Condition, row));
}
