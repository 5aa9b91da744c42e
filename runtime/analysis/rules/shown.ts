// SPDX-License-Identifier: BSD-3-Clause
// Questions, pages, sections and notes that are never seen.
import type { Sight } from '../../engine/contract.ts';
import { type Expression, negation } from '../../engine/expression.ts';
import { pointerOf } from '../../engine/target.ts';
import type { Ground, Rule, Told } from '../contract.ts';
import { leavesOf, all } from '../world.ts';
import { placeOf } from '../sites.ts';

/** A thing with a condition of its own. */
interface Thing {
  readonly at: string;
  readonly field?: string;
  readonly title: string;
  readonly own: Expression;
  /** what else must hold, the nearest first, each with its name */
  readonly around: readonly { readonly title: string; readonly when: Expression }[];
  /** concrete pointer or key, for the witness; undefined: in rows, which may be many */
  readonly seen: string;
}

export const shown: Rule = {
  codes: ['never-shown', 'contradicts-around', 'behind-never-shown', 'contradicts-question'],
  *look(ground) {
    for (const thing of things(ground)) yield* look(thing, ground);
  },
};

/** Rows by their first: /nucleo/*…/eta → /nucleo/0/eta */
export const first = (pointer: string): string => pointer.replaceAll('/*', '/0');

function* things(ground: Ground): Generator<Thing> {
  const { world, outline, boxes } = ground;
  for (const node of outline.fields) {
    const condition = node.schema['x-show'];
    const at = `${placeOf(node, ground)}/x-show`;
    if (!condition || ground.at(at) === undefined) continue;
    const around = boxes
      .filter((box) => box.fields.includes(node) && box.node['x-show'] !== undefined)
      .map((box) => boxed(box, ground));
    for (let here = node.parent; here; here = here.parent)
      around.push({ title: ground.title(here), when: world.express(here.show) });
    const own = world.express([{ condition, level: node.level }]);
    yield { at, field: node.pointer, title: ground.title(node), own, around, seen: first(node.pointer) };
  }
  for (const box of boxes) {
    if (box.node['x-show'] === undefined) continue;
    const around = box.around.filter((each) => each.node['x-show'] !== undefined).map((each) => boxed(each, ground)); // prettier-ignore
    if (box.level !== '') around.push({ title: '', when: world.around(outline.byPointer.get(box.level)) });
    const { title, when } = boxed(box, ground);
    yield { at: `${box.at}/x-show`, title, own: when, around, seen: first(box.key) };
  }
}

const boxed = (box: Ground['boxes'][number], { world }: Ground): Thing['around'][number] => ({
  title: String(box.node['title'] ?? box.node['text'] ?? box.id).slice(0, 60),
  when: world.express([{ condition: box.node['x-show'] as never, level: box.level }]),
});

function* look(thing: Thing, ground: Ground): Generator<Told> {
  const { world } = ground;
  const { at, field, own, around, title, seen } = thing;
  const hidden: Sight = { is: 'hidden', at: seen };
  const outer = around.map((each) => each.when);
  if (world.never(own, true)) {
    yield { code: 'never-shown', at, field, params: { title }, ...ground.witness(halfway(own, ground), hidden) };
    return;
  }
  if (world.never(all(own, ...outer), true)) {
    const other = around.find((each) => world.never(all(own, each.when), true)) ?? around.at(-1)!;
    const params = { title, around: other.title };
    yield { code: 'contradicts-around', at, field, params, ...ground.witness(world.possible(own), hidden) };
    return;
  }
  if (!world.never(all(own, ...outer))) return;
  for (const leaf of leavesOf(own)) {
    const read = ground.outline.byPointer.get(pointerOf(leaf));
    if (!read || !world.never(world.around(read))) continue;
    yield { code: 'behind-never-shown', at, field, params: { title, question: ground.title(read) } };
    return;
  }
  const [leaf] = [...leavesOf(own)].filter((each) => ground.outline.byPointer.get(pointerOf(each))?.show.length); // prettier-ignore
  const read = leaf && ground.outline.byPointer.get(pointerOf(leaf));
  const params = { title, question: read ? ground.title(read) : title };
  yield { code: 'contradicts-question', at, field, params };
} // prettier-ignore

/** Of a condition that cannot hold: answers with which as many of its parts hold as can. */
function halfway(own: Expression, { world }: Ground): ReturnType<Ground['world']['possible']> {
  if (typeof own === 'boolean' || !('all' in own)) return 'never';
  let best = world.possible(negation(own));
  for (let count = 1; count < own.all.length; count++) {
    const found = world.possible(all(...own.all.slice(0, count)));
    if (typeof found === 'string') break;
    best = found;
  }
  return best;
}
