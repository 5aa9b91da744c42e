// SPDX-License-Identifier: BSD-3-Clause
// Filters of rows that no row passes.
import type { Rule } from '../contract.ts';
import { sites } from '../sites.ts';
import { all } from '../world.ts';

export const where: Rule = {
  codes: ['where-never'],
  *look(ground) {
    const { world, outline } = ground;
    for (const { is, at, condition, level, node } of sites(ground)) {
      if (is !== 'where' || !node) continue;
      const rows = outline.byPointer.get(level);
      const own = world.express([{ condition, level }]);
      if (!world.never(own, true) && !world.never(all(own, world.around(rows)))) continue;
      const params = { title: ground.title(node), rows: rows ? ground.title(rows) : '' };
      yield { code: 'where-never', at, field: node.pointer, params };
    }
  },
};
