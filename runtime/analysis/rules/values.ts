// SPDX-License-Identifier: BSD-3-Clause
// Values that a definition itself brings: a first value, an example, limits of dates.
import type { FieldNode } from '../../engine/contract.ts';
import type { Ground, Rule, Told } from '../contract.ts';
import { placeOf } from '../sites.ts';

export const values: Rule = {
  codes: ['default-does-not-fit', 'dates-crossed'],
  *look(ground) {
    for (const node of ground.outline.fields) {
      yield* first(node, ground);
      yield* dates(node, ground);
    }
  },
};

function* first(node: FieldNode, ground: Ground): Generator<Told> {
  const { schema, type } = node;
  const at = `${placeOf(node, ground)}/default`;
  if (schema.default === undefined || type.nests || ground.at(at) === undefined) return;
  const help = { answer: () => ({}), pattern: ground.outline.engine.pattern };
  if (type.check(schema.default, schema, help).length === 0) return;
  yield {
    code: 'default-does-not-fit',
    at,
    field: node.pointer,
    params: { value: JSON.stringify(schema.default).slice(0, 60) },
    fix: { code: 'fix-remove-default', params: {}, edits: [ground.edit(at, undefined)] },
  };
}

/** Types that can say "too early" have an earliest and a latest day. */
function* dates(node: FieldNode, ground: Ground): Generator<Told> {
  if (!node.type.codes.includes('date-too-early')) return;
  const { from, to } = node.schema['x-settings'] ?? {};
  const day = /^\d{4}-\d\d-\d\d$/;
  if (typeof from !== 'string' || typeof to !== 'string' || !day.test(from) || !day.test(to) || from <= to) return;
  const at = `${placeOf(node, ground)}/x-settings`;
  yield {
    code: 'dates-crossed',
    at: `${at}/from`,
    field: node.pointer,
    level: 'error',
    params: { from: said(from), to: said(to) },
    fix: { code: 'fix-swap', params: {}, edits: [ground.edit(`${at}/from`, to), ground.edit(`${at}/to`, from)] },
  };
} // prettier-ignore

const said = (day: string): string => day.split('-').reverse().join('/');
