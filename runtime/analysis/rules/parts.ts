// SPDX-License-Identifier: BSD-3-Clause
// Parts of conditions: alternatives that can never hold, parts written twice.
import { isObject, same } from '../../engine/pointer.ts';
import type { Ground, Rule, Told } from '../contract.ts';
import { sites } from '../sites.ts';

export const parts: Rule = {
  codes: ['part-never-holds', 'part-twice'],
  *look(ground) {
    for (const { is, condition, at, level, node } of sites(ground)) {
      for (const told of inside(condition, at, level, node?.pointer, ground)) {
        // A rule is judged once all that it reads is answered: with fewer parts it would be judged earlier.
        const idle = is !== 'rule' || told.code === 'part-twice';
        yield { ...told, fix: idle ? told.fix : undefined };
      }
    }
  },
};

function* inside(
  condition: unknown,
  at: string,
  level: string,
  field: string | undefined,
  ground: Ground,
): Generator<Told> {
  if (!isObject(condition)) return;
  const { world } = ground;
  if (condition['not'] !== undefined) yield* inside(condition['not'], `${at}/not`, level, field, ground);
  for (const word of ['all', 'any'] as const) {
    const list = condition[word];
    if (!Array.isArray(list)) continue;
    const without = (place: number) => ({
      code: 'fix-remove-part',
      params: {},
      edits: [ground.edit(`${at}/${word}`, (list as unknown[]).filter((_, index) => index !== place))],
    }); // prettier-ignore
    const never = (part: unknown): boolean => world.never(world.express([{ condition: part as never, level }]), true); // prettier-ignore
    const whole = word === 'any' && list.every(never);
    for (const [place, part] of list.entries()) {
      const here = { at: `${at}/${word}/${place}`, field, params: { part: place + 1 }, fix: without(place) };
      if (list.slice(0, place).some((other) => same(other, part))) yield { ...here, code: 'part-twice' };
      else if (word === 'any' && list.length > 1 && !whole && never(part))
        yield { ...here, code: 'part-never-holds' };
      yield* inside(part, `${at}/${word}/${place}`, level, field, ground);
    }
  }
}
