// SPDX-License-Identifier: BSD-3-Clause
// Conditions that say nothing: they hold whatever is answered, or as soon as anything is.
import type { Fix } from '../../engine/contract.ts';
import { pointerOf } from '../../engine/target.ts';
import type { Ground, Rule } from '../contract.ts';
import { type Site, sites } from '../sites.ts';
import { all, leavesOf, not } from '../world.ts';

const removable: { readonly [is in Site['is']]: boolean } = {
  show: true, require: false, lock: false, rule: false, outcome: false, where: true,
}; // prettier-ignore

export const always: Rule = {
  codes: ['always-holds', 'any-answer'],
  *look(ground) {
    const { world, outline } = ground;
    for (const site of sites(ground)) {
      const { at, condition, level, node } = site;
      if (site.is === 'rule' || site.is === 'outcome') continue;
      const own = world.express([{ condition, level }]);
      const title = node ? ground.title(node) : '';
      const field = node?.pointer;
      if (world.never(not(own), true)) {
        // What is always required or locked is said where that is looked at.
        if (removable[site.is])
          yield { code: 'always-holds', at, field, params: { title }, fix: removed(at, ground) };
        continue;
      }
      const leaves = [...leavesOf(own)];
      const read = [...new Set(leaves.map(pointerOf))].map((pointer) => outline.byPointer.get(pointer));
      if (read.length !== 1 || read[0]?.type.nests) continue;
      if (leaves.every(({ test }) => test === 'there' || 'answered' in test)) continue;
      const answered = all(...read.map((each) => (each ? world.answered(each) : false)));
      if (!world.never(all(own, not(answered)), true) || !world.never(all(answered, not(own)), true))
        continue;
      const question = read.map((each) => (each ? ground.title(each) : '')).join(', ');
      yield { code: 'any-answer', at, field, params: { title, question }, fix: asked(site, ground) };
    }
  },
};

export const removed = (at: string, ground: Ground): Fix => ({
  code: 'fix-remove-condition',
  params: {},
  edits: [ground.edit(at, undefined)],
});

/** The same said shorter: that there is an answer. */
function asked({ at, condition }: Site, ground: Ground): Fix | undefined {
  const pointers = [...new Set(JSON.stringify(condition).match(/"(?:\/|\.\.?\/)[a-z0-9_/]+"(?=:)/g) ?? [])];
  const [only] = pointers;
  if (pointers.length !== 1 || only === undefined || 'named' in condition) return undefined;
  return {
    code: 'fix-any-answer',
    params: {},
    edits: [ground.edit(at, { [JSON.parse(only) as string]: { answered: true } })],
  };
}
