// SPDX-License-Identifier: BSD-3-Clause
// Points of answers: what the function `score` gives and `score()` explains.
import type { FieldSchema } from '../../schemas/types.ts';
import type { Scope } from '../engine/contract.ts';

/** One answer that gave points: where, its title, points before weights; the weight is its own times those around it. */
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

/** Without the dust of binary fractions: points have at most six decimals. */
const tidy = (value: number): number => Math.round(value * 1e6) / 1e6;
const total = (list: readonly number[]): number => tidy(list.reduce((sum, value) => sum + value, 0));

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

export const sum = (list: readonly Points[]): Points => ({
  points: list.some((each) => each.points === undefined)
    ? undefined
    : total(list.map((each) => each.points!)),
  trace: list.flatMap((each) => each.trace),
});

/** Points of a field, a group or rows, weighted inside; what is hidden or declined does not count. undefined: it gives none. */
export function pointsOf(pointer: string, scope: Scope): Points | undefined {
  const field = scope.field(pointer);
  const byValue = field && scale(field);
  if (byValue) {
    const value = scope.get(pointer);
    if (value === undefined) return { points: scope.raw(pointer) === undefined ? undefined : 0, trace: [] };
    const points = byValue(value);
    const title = field.title ?? pointer.slice(pointer.lastIndexOf('/') + 1);
    return { points, trace: [{ at: scope.at(pointer), title, points, weight: 1 }] };
  }
  if (field?.properties) return under(Object.keys(field.properties), `${pointer}/`, scope);
  const inRow = field?.items?.properties;
  if (inRow) return sum(scope.rows(pointer).map((row) => under(Object.keys(inRow), './', row) ?? sum([])));
  return undefined;
}

/** Of the fields with these keys together, each by its weight. */
export function under(keys: readonly string[], base: string, scope: Scope): Points | undefined {
  const parts = keys.flatMap((key) => {
    const pointer = base + key;
    const found = scope.shown(pointer) ? pointsOf(pointer, scope) : undefined;
    const weight = scope.field(pointer)?.['x-weight'] ?? 1;
    return found
      ? [
          {
            points: found.points === undefined ? undefined : tidy(found.points * weight),
            trace: found.trace.map((each) => ({ ...each, weight: tidy(each.weight * weight) })),
          },
        ]
      : [];
  });
  return parts.length > 0 ? sum(parts) : undefined;
}
