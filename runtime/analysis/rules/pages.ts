// SPDX-License-Identifier: BSD-3-Clause
// Pages, and whole forms, that nobody can finish: what they require and what their rules allow exclude each other.
import type { FieldNode } from '../../engine/contract.ts';
import { type Expression } from '../../engine/expression.ts';
import { pointerOf } from '../../engine/target.ts';
import type { Ground, Rule, Told } from '../contract.ts';
import { all, any, leavesOf, not } from '../world.ts';
import { written, type Written } from './rules.ts';

export const pages: Rule = {
  codes: ['page-never-left', 'form-never-sent'],
  *look(ground) {
    const strict = [...written(ground)].filter(({ rule, level }) => rule.level !== 'warning' && level === '');
    if (strict.length === 0) return;
    let stuck = false;
    for (const page of ground.boxes.filter((box) => box.kind === 'page')) {
      const here = new Set(page.fields);
      const own = strict.filter(({ node }) => node && here.has(node));
      const shown = page.node['x-show'];
      const when = shown === undefined ? true : ground.world.express([{ condition: shown as never, level: '' }]);
      const told = finished(own, [...here], when, ground);
      if (!told) continue;
      stuck = true;
      const params = { ...told.params, page: String(page.node['title']) };
      yield { ...told, code: 'page-never-left', at: page.at, params };
    } // prettier-ignore
    const told = stuck ? undefined : finished(strict, ground.outline.fields, true, ground);
    if (told) yield { ...told, code: 'form-never-sent', at: '/schema' };
  },
};

/** What stands in the way of some rules all being kept; undefined: they can be, or it cannot be told. */
function finished(
  list: readonly Written[],
  fields: readonly FieldNode[],
  when: Expression,
  ground: Ground,
): Omit<Told, 'code' | 'at'> | undefined {
  const { world } = ground;
  if (list.length === 0) return undefined;
  const read = new Set(list.flatMap(({ breaks }) => [...leavesOf(breaks)].map(pointerOf)));
  const asked = fields
    .filter((node) => read.has(node.pointer) && node.level === '' && !node.visibleTo)
    .map((node): Expression => {
      const must = node.required ? true : node.require.length > 0 ? world.express(node.require) : false;
      return any(not(all(world.around(node), must)), world.answered(node));
    });
  const kept = list.map(({ breaks }) => not(breaks));
  if (world.never(when) || !world.never(all(when, ...asked, ...kept))) return undefined;
  // The rule that is enough by itself, or all of them.
  const one = list.find(({ breaks }) => world.never(all(when, ...asked, not(breaks))));
  const named = one ? [one] : list;
  const witness = world.possible(all(when, ...asked, named[0]!.breaks));
  return {
    level: 'error',
    field: named[0]?.node?.pointer,
    params: { rules: named.map(({ rule }) => `«${rule.message}»`).join(' ').slice(0, 300) },
    ...ground.witness(witness, { is: 'broken', at: named[0]!.seen }),
  }; // prettier-ignore
}
