// SPDX-License-Identifier: BSD-3-Clause
import type { Band } from '../../schemas/types.ts';
import { type Points, pointsOf, under } from '../functions/points.ts';
import type { Outline, Settled } from './contract.ts';
import { indices, split, star } from './pointer.ts';
import { emptyContext } from './empty-context.ts';
import { holderOf, places, View } from './scope.ts';

/** The band of a score: from included, to excluded. */
export const bandOf = (score: number | undefined, bands: readonly Band[] | undefined): Band | undefined =>
  score === undefined
    ? undefined
    : bands?.find((band) => score >= band.from && (band.to === undefined || score < band.to));

/** Score of a field or a row by its pointer with row numbers, or of the whole; with the answers that gave it. */
export function score(
  outline: Outline,
  settled: Settled,
  pointer = '',
): Points & { readonly band: Band | undefined } {
  const ground = { outline, context: emptyContext, shown: settled.shown };
  const ofRow = pointer === '' || /\/\d+$/.test(pointer);
  const whole = star(pointer);
  const [place] = places(settled.answers, ofRow ? whole : holderOf(whole), indices(pointer));
  const node = outline.byPointer.get(ofRow ? holderOf(whole) : whole);
  const none: Points = { points: undefined, trace: [] };
  const bands = pointer === '' ? outline.definition.schema['x-bands'] : node?.schema['x-bands'];
  if (!place || (pointer !== '' && !node)) return { ...none, band: undefined };
  const view = new View(ground, place.frames);
  const keys = node
    ? node.children.map((child) => child.key)
    : outline.fields.flatMap((field) => (field.parent ? [] : [field.key]));
  // From its row, a field is ./ and its groups written out.
  const from = node?.level ?? '';
  const path = split(whole.slice(from === '' ? 0 : from.length + 2)).join('/');
  const found = (ofRow ? under(keys, './', view) : pointsOf(`./${path}`, view)) ?? none;
  return { ...found, band: bandOf(found.points, bands) };
}
