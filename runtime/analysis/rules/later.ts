// SPDX-License-Identifier: BSD-3-Clause
// What depends on a question that comes later: it appears, or goes, behind the back of who fills the form.
import type { FieldNode, Fix, Step } from '../../engine/contract.ts';
import { readsOf } from '../../engine/sequence.ts';
import type { Box, Ground, Rule } from '../contract.ts';
import { readings } from '../../engine/reads.ts';
import { pointerOf, resolve } from '../../engine/target.ts';
import { placeOf } from '../sites.ts';
import { first } from './shown.ts';

export const later: Rule = {
  codes: ['reads-later', 'page-reads-later'],
  *look(ground) {
    const { outline, world, boxes } = ground;
    const ranks = new Map(outline.fields.map((node, place) => [node, place]));
    for (const node of outline.fields) {
      const condition = node.schema['x-show'];
      const at = `${placeOf(node, ground)}/x-show`;
      if (!condition || ground.at(at) === undefined || node.schema['x-drawn'] === false) continue;
      const found = asked(condition, node.level, ground).find((read) => ranks.get(read)! > ranks.get(node)!);
      if (!found) continue;
      yield {
        code: 'reads-later',
        at,
        field: node.pointer,
        params: { title: ground.title(node), question: ground.title(found) },
        fix: moved(node, found, ground),
        ...ground.witness(world.possible(world.around(node)), { is: 'shown', at: first(node.pointer) }),
      };
    }
    for (const box of boxes) {
      const start = Math.min(...box.fields.map((node) => ranks.get(node)!));
      if (box.kind === 'note' || box.node['x-show'] === undefined || !Number.isFinite(start)) continue;
      const found = asked(box.node['x-show'], box.level, ground).find((read) => ranks.get(read)! > start && !box.fields.includes(read)); // prettier-ignore
      if (!found) continue;
      const own = world.express([{ condition: box.node['x-show'] as never, level: box.level }]);
      yield {
        code: 'page-reads-later',
        at: `${box.at}/x-show`,
        params: { title: String(box.node['title'] ?? box.id), question: ground.title(found), on: pageOf(found, boxes) }, // prettier-ignore
        ...ground.witness(world.possible(own), { is: 'shown', at: first(box.key) }),
      };
    }
  },
};

/** The question put right after the one that it reads, when both stand in one list of the layout. */
function moved(node: FieldNode, read: FieldNode, ground: Ground): Fix | undefined {
  const lists = ['/layout', ...ground.boxes.map((box) => `${box.at}/items`)];
  for (const at of lists) {
    const list = ground.at(at);
    if (!Array.isArray(list) || !list.includes(node.pointer) || !list.includes(read.pointer)) continue;
    const others = (list as unknown[]).filter((each) => each !== node.pointer);
    const now = others.toSpliced(others.indexOf(read.pointer) + 1, 0, node.pointer);
    return {
      code: 'fix-move-after',
      params: { question: ground.title(read) },
      edits: [ground.edit(at, now)],
    };
  }
  return undefined;
}

const pageOf = (node: FieldNode, boxes: readonly Box[]): string =>
  String(boxes.find((box) => box.kind === 'page' && box.fields.includes(node))?.node['title'] ?? '');

/** The questions that a person answers and a condition comes down to, through computed answers. */
function asked(condition: unknown, level: string, { definition, outline }: Ground): FieldNode[] {
  const out = new Set<FieldNode>();
  const add = (pointer: string, depth: number): void => {
    const node = outline.byPointer.get(pointer);
    if (!node || out.has(node) || depth > 10) return;
    if (node.value === undefined) {
      out.add(node);
      return;
    }
    const step: Step = { key: pointer, node: { ...node, show: [], require: [], lock: [], when: [], parent: undefined }, show: [], level: node.level, visibleTo: undefined }; // prettier-ignore
    for (const read of readsOf(step, definition, outline.engine, outline.byPointer)) add(read.key, depth + 1);
  };
  for (const { pointer } of readings(condition, definition.conditions)) {
    const target = resolve(pointer, level);
    if (target) add(pointerOf(target), 0);
  }
  // A row's own list comes before it.
  return [...out].filter((node) => node.type.nests === undefined || !level.startsWith(node.pointer));
}
