// SPDX-License-Identifier: BSD-3-Clause
// The outcome table: rows that are never reached, and answers that reach none.
import type { Fix } from '../../engine/contract.ts';
import { type Expression, negation } from '../../engine/expression.ts';
import type { Ground, Rule } from '../contract.ts';
import { all, any, not } from '../world.ts';

export const outcome: Rule = {
  codes: ['outcome-row-never', 'outcome-row-unreachable', 'outcome-gap'],
  *look(ground) {
    const { outcome: table } = ground.definition;
    if (!table) return;
    const { world } = ground;
    const before: Expression[] = [];
    for (const [place, row] of table.rows.entries()) {
      const when = world.express([{ condition: row.when, level: '' }]);
      const one = { at: `/outcome/rows/${place}/when`, params: { row: place + 1, gives: String(row.gives) }, fix: without(place, ground) }; // prettier-ignore
      if (world.never(when)) yield { ...one, code: 'outcome-row-never' };
      else if (world.never(all(when, ...before.map(negation)))) {
        const first = before.findIndex((each) => !world.never(all(when, each)));
        const params = { ...one.params, first: first + 1 };
        const witness = ground.witness(world.possible(all(when, before[first] ?? true)), { is: 'outcome', row: first }); // prettier-ignore
        yield { ...one, code: 'outcome-row-unreachable', params, ...witness };
      }
      before.push(when);
    }
    if (table.otherwise !== undefined) return;
    const found = world.possible(not(any(...before)));
    if (typeof found !== 'string')
      yield { code: 'outcome-gap', at: '/outcome', ...ground.witness(found, { is: 'outcome', row: -1 }) };
  },
};

function without(place: number, ground: Ground): Fix | undefined {
  const rows = ground.definition.outcome?.rows ?? [];
  if (rows.length < 2) return undefined;
  return {
    code: 'fix-remove-row',
    params: {},
    edits: [ground.edit('/outcome/rows', rows.filter((_, index) => index !== place))],
  }; // prettier-ignore
}
