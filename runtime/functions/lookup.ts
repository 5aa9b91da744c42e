// SPDX-License-Identifier: BSD-3-Clause
import type { FormulaFunction } from '../engine/contract.ts';

export const lookup: FormulaFunction = {
  name: 'lookup',
  signature: { args: ['text'], options: { id: 'value', column: 'text' }, gives: 'any' },
  evaluate: ([list], options, scope) => {
    const rows = Object.hasOwn(scope.context.lists, String(list))
      ? scope.context.lists[String(list)]
      : undefined;
    const row = rows?.find((each) => each.id === options['id']);
    const column = String(options['column'] ?? 'title');
    return row && Object.hasOwn(row, column) ? row[column] : undefined;
  },
  explain: ([list]) => list ?? '',
};
