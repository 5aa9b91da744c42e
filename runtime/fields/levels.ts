// SPDX-License-Identifier: BSD-3-Clause
// Levels of a scale: its written choices, or the whole numbers between two bounds with words at the ends.
import type { FieldSchema } from '../../schemas/types.ts';
import { type Scalar, frozen } from './choices.ts';

export interface Level {
  readonly value: Scalar;
  /** what stands over the radio button: 1, 2, 3… */
  readonly number: string;
  /** '' for a number without words */
  readonly title: string;
  /** points of the level; undefined: the question gives none */
  readonly points: number | undefined;
}

/** From the first number of a scale to its last: 0 to 10 at most. */
const MOST = 10;

/** First and last number of a scale without written levels. */
export function ends(field: FieldSchema): readonly [number, number] {
  const first = Math.ceil(field.minimum ?? 1);
  const last = Math.floor(field.maximum ?? Math.max(first + 1, 6));
  return [first, Math.min(last, first + MOST)];
}

/** Words of an end of the scale. */
function anchor(field: FieldSchema, end: 'low' | 'high'): string {
  const text = field['x-settings']?.[end];
  return typeof text === 'string' ? text : '';
}

export function levels(field: FieldSchema): readonly Level[] {
  const written = frozen(field);
  if (written)
    return written.map(({ value, title }, index) => ({
      value,
      number: /^-?\d{1,2}$/u.test(String(value)) ? String(value) : String(index + 1),
      title: title === String(value) ? '' : title,
      points: field.oneOf?.[index]?.['x-score'],
    }));
  const [first, last] = ends(field);
  const each = field['x-score'];
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => ({
    value: first + index,
    number: String(first + index),
    title: index === 0 ? anchor(field, 'low') : first + index === last ? anchor(field, 'high') : '',
    points: each === undefined ? undefined : Math.round((first + index) * each * 1e6) / 1e6,
  }));
}

/** "4 · Problema lieve", "4". */
export const levelText = ({ number, title }: Level): string =>
  title === '' ? number : title.startsWith(number) ? title : `${number} · ${title}`;

/** A wave before this one: what it is called and where the case keeps its answer. */
export interface Wave {
  readonly title: string;
  readonly from: string;
}

/** `x-settings.previous`: a pointer into the case, or several with their names (T0, T1). */
export function waves(field: FieldSchema): readonly Wave[] {
  const previous = field['x-settings']?.['previous'];
  if (typeof previous === 'string') return [{ title: '', from: previous }];
  return Array.isArray(previous) ? (previous as readonly unknown[]).filter(isWave) : [];
}

const isWave = (value: unknown): value is Wave =>
  typeof value === 'object' &&
  value !== null &&
  typeof (value as Wave).title === 'string' &&
  typeof (value as Wave).from === 'string';
