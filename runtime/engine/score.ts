// SPDX-License-Identifier: BSD-3-Clause
import type { Band, FieldSchema } from '../../schemas/types.ts';
import type { FieldNode, Outline, Settled } from './contract.ts';
import { at as valueAt, isDeclined, own, star } from './pointer.ts';

/** One answer that gave points: where, its title, points before and after its weight. */
export interface Scored {
  readonly at: string;
  readonly title: string;
  readonly points: number;
  readonly weight: number;
}
export interface Points {
  /** undefined: an answer that counts is still missing */
  readonly points: number | undefined;
  readonly trace: readonly Scored[];
}

/** Points by value of a field that is scored itself; undefined: it gives none. */
function scale(field: FieldSchema): ((value: unknown) => number) | undefined {
  const choices = field.oneOf ?? field.items?.oneOf;
  const each = field['x-score'];
  if (choices?.some((choice) => choice['x-score'] !== undefined)) {
    const of = (value: unknown): number => choices.find((choice) => choice.const === value)?.['x-score'] ?? 0;
    return (value) => (Array.isArray(value) ? total(value.map(of)) : of(value));
  }
  if (each === undefined) return undefined;
  return (value) => (typeof value === 'number' ? tidy(value * each) : value === true ? each : 0);
}

/** Without the dust of binary fractions: points have at most six decimals. */
const tidy = (value: number): number => Math.round(value * 1e6) / 1e6;
const total = (list: readonly number[]): number => tidy(list.reduce((sum, value) => sum + value, 0));
const weightOf = (field: FieldSchema): number => field['x-weight'] ?? 1;

const gives = (node: FieldNode): boolean => scale(node.schema) !== undefined || node.children.some(gives);

/** Points of a field, a group or rows, weighted inside; what is hidden or declined does not count. */
export function points(node: FieldNode, value: unknown, at: string, shown?: ReadonlySet<string>): Points {
  const byValue = scale(node.schema);
  if (byValue) {
    if (isDeclined(value)) return { points: 0, trace: [] };
    if (value === undefined) return { points: undefined, trace: [] };
    const found = byValue(value);
    return {
      points: found,
      trace: [{ at, title: node.schema.title ?? node.key, points: found, weight: weightOf(node.schema) }],
    };
  }
  const rows = node.type.nests === 'rows' ? (Array.isArray(value) ? value : []) : [value];
  return sum(
    rows.map((row: unknown, index) =>
      under(node.children, row, node.type.nests === 'rows' ? `${at}/${index}` : at, shown),
    ),
  );
}

const sum = (list: readonly Points[]): Points => ({
  points: list.some((each) => each.points === undefined)
    ? undefined
    : total(list.map((each) => each.points!)),
  trace: list.flatMap((each) => each.trace),
});

function under(
  nodes: readonly FieldNode[],
  holder: unknown,
  at: string,
  shown?: ReadonlySet<string>,
): Points {
  const counting = nodes.filter((node) => gives(node) && (!shown || shown.has(`${at}/${node.key}`)));
  return sum(
    counting.map((node) => {
      const inner = points(node, own(holder, node.key), `${at}/${node.key}`, shown);
      return inner.points === undefined
        ? inner
        : { ...inner, points: tidy(inner.points * weightOf(node.schema)) };
    }),
  );
}

/** The band of a score: from included, to excluded. */
export const bandOf = (score: number | undefined, bands: readonly Band[] | undefined): Band | undefined =>
  score === undefined
    ? undefined
    : bands?.find((band) => score >= band.from && (band.to === undefined || score < band.to));

/** Score of a field by its pointer with row numbers, or of the whole. */
export function score(
  outline: Outline,
  settled: Settled,
  pointer = '',
): Points & { readonly band: Band | undefined } {
  const ofRow = /\/\d+$/.test(pointer);
  const node = outline.byPointer.get(star(ofRow ? pointer.slice(0, pointer.lastIndexOf('/')) : pointer));
  const roots = outline.fields.filter((field) => !field.parent);
  const value = valueAt(settled.answers, pointer);
  const found =
    pointer === '' ? under(roots, settled.answers, '', settled.shown)
    : !node ? { points: undefined, trace: [] }
    : ofRow ? under(node.children, value, pointer, settled.shown)
    : points(node, value, pointer, settled.shown); // prettier-ignore
  const bands = pointer === '' ? outline.definition.schema['x-bands'] : node?.schema['x-bands'];
  return { ...found, band: bandOf(found.points, bands) };
}
