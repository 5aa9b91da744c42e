// SPDX-License-Identifier: BSD-3-Clause
// What the rules of the analyzer look at, made once for a definition.
import type { Definition } from '../../schemas/types.ts';
import type { Engine, FieldNode, Outline } from '../engine/contract.ts';
import { survey } from '../engine/lint/survey.ts';
import { place } from '../engine/layout.ts';
import { isObject, type Json, rowOf } from '../engine/pointer.ts';
import { valueAt } from './apply.ts';
import type { Box, Ground } from './contract.ts';
import { sees } from './sights.ts';
import { World } from './world.ts';

export function groundOf(definition: Definition, outline: Outline, engine: Engine): Ground {
  const known = survey(definition, engine, () => {});
  const roles = [...new Set(outline.fields.flatMap((node) => node.visibleTo ?? []))];
  return {
    definition,
    outline,
    world: new World(outline),
    boxes: boxesOf(definition, outline),
    found: (pointer) => known.fields.get(pointer),
    title: (node) => node.schema.title ?? node.key,
    at: (pointer) => valueAt(definition, pointer),
    edit: (at, now) => {
      const was = valueAt(definition, at);
      return { at, ...(was !== undefined && { was }), ...(now !== undefined && { now }) };
    },
    witness: (possible, ...claims) => {
      if (typeof possible === 'string' || !possible.answers) return {};
      for (const role of ['', ...roles.slice(0, 3)]) {
        const witness = { answers: possible.answers, sees: claims, ...(role !== '' && { role }) };
        if (sees(outline, witness)) return { witness };
      }
      return {};
    },
  };
}

/** Pages, sections and notes as written, each with what stands in it. */
function boxesOf(definition: Definition, outline: Outline): Box[] {
  type Growing = { -readonly [Key in keyof Box]: Box[Key] } & { fields: FieldNode[] };
  const boxes: Growing[] = [];
  const walk = (
    items: unknown,
    at: string,
    base: string,
    level: string,
    around: readonly Growing[],
  ): void => {
    if (!Array.isArray(items)) return;
    const put = (pointer: unknown): FieldNode | undefined => {
      const node = outline.byPointer.get(place(String(pointer), base));
      if (node) for (const box of around) box.fields.push(node);
      return node;
    };
    items.forEach((item: unknown, index) => {
      const here = `${at}/${index}`;
      if (!isObject(item)) put(item);
      else if (Array.isArray(item['row'])) item['row'].forEach(put);
      else if (item['repeat'] !== undefined) {
        const node = put(item['repeat']);
        const rows = node?.type.nests === 'rows';
        if (node) walk(item['items'], `${here}/items`, rows ? rowOf(node.pointer) : node.pointer, rows ? node.pointer : level, around); // prettier-ignore
      } else {
        const kind = (['page', 'section', 'note'] as const).find((each) => item[each] !== undefined);
        if (!kind) return;
        const id = String(item[kind]);
        const key = level === '' ? `${kind}:${id}` : `${rowOf(level)}/${kind}:${id}`;
        const box: Growing = { kind, id, key, at: here, node: item as Json, around, level, fields: [] };
        boxes.push(box);
        walk(item['items'], `${here}/items`, base, level, [...around, box]);
      }
    });
  };
  walk(definition.layout, '/layout', '', '', []);
  return boxes;
}
