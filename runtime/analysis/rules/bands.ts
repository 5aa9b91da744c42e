// SPDX-License-Identifier: BSD-3-Clause
// Bands of scores that no score reaches.
import type { Band } from '../../../schemas/types.ts';
import type { Rule, Told } from '../contract.ts';
import { pointsRange, type Range } from '../ranges.ts';
import { placeOf } from '../sites.ts';

export const bands: Rule = {
  codes: ['band-never-reached'],
  *look(ground) {
    const { outline, definition } = ground;
    for (const node of outline.fields) {
      const range = node.schema['x-bands'] && pointsRange(node);
      if (range) yield* reached(node.schema['x-bands']!, range, `${placeOf(node, ground)}/x-bands`, node.pointer);
    }
    const list = definition.schema['x-bands'];
    const ranges = outline.fields.flatMap((node) => {
      const range = node.parent ? undefined : pointsRange(node);
      const weight = node.schema['x-weight'] ?? 1;
      return range && weight >= 0 ? [{ from: range.from * weight, to: range.to === 0 ? 0 : range.to * weight }] : []; // prettier-ignore
    });
    if (!list || ranges.length === 0) return;
    const sum = ranges.reduce((a, b) => ({ from: a.from + Math.min(0, b.from), to: a.to + Math.max(0, b.to) }));
    yield* reached(list, { from: Math.min(0, sum.from), to: Math.max(0, sum.to) }, '/schema/x-bands');
  },
}; // prettier-ignore

function* reached(list: readonly Band[], range: Range, at: string, field?: string): Generator<Told> {
  for (const band of list) {
    if (band.from <= range.to && (band.to === undefined || band.to > range.from)) continue;
    const params = { band: band.title, least: range.from, most: range.to };
    yield { code: 'band-never-reached', at, field, params };
  }
}
