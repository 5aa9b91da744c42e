// SPDX-License-Identifier: BSD-3-Clause
// Working values that nobody reads.
import { readings } from '../../engine/reads.ts';
import type { Ground, Rule } from '../contract.ts';
import { placeOf } from '../sites.ts';

export const unused: Rule = {
  codes: ['unused-value'],
  *look(ground) {
    const named = inRules(ground);
    for (const node of ground.outline.fields) {
      if (node.value === undefined || node.schema['x-drawn'] !== false) continue;
      if ((ground.outline.readers.get(node.pointer)?.length ?? 0) > 0 || named.has(node.key)) continue;
      const params = { title: ground.title(node) };
      yield { code: 'unused-value', at: placeOf(node, ground), field: node.pointer, params };
    }
  },
};

/** Last keys of what rules, links, limits and the case read: by name, so that nothing in use is called unused. */
function inRules({ outline, definition }: Ground): ReadonlySet<string> {
  const keys = new Set<string>();
  const add = (pointer: string): unknown => keys.add(pointer.slice(pointer.lastIndexOf('/') + 1));
  const rules = [...(definition.schema['x-check'] ?? []), ...outline.fields.flatMap((node) => [...node.checks, ...node.rowChecks])]; // prettier-ignore
  for (const rule of rules)
    for (const { pointer } of readings(rule.must, definition.conditions)) add(pointer);
  for (const node of outline.fields) for (const pointer of node.type.reads?.(node.schema) ?? []) add(pointer);
  for (const text of JSON.stringify([
    definition.gives ?? {},
    outline.fields.map((node) => [node.schema['x-settings'], node.schema['x-prefill']]),
  ]).match(/[a-z][a-z0-9_]*/g) ?? [])
    // prettier-ignore
    keys.add(text);
  return keys;
}
