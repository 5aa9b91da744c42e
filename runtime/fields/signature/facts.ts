// SPDX-License-Identifier: BSD-3-Clause
import type { FieldSchema } from '../../../schemas/types.ts';
import { readDate } from '../calendar.ts';
import { type Shape, anyAnswer, closedFits, day, exactly, line, listOf, whole } from '../closed.ts';
import type { FieldType } from '../contract.ts';
import { editParts, readParts, trimmed } from '../parts.ts';
import { problem } from '../problems.ts';
import { POINTS, STROKES, type Strokes } from './strokes.ts';

/** `at`: ISO date of the signature; `place`: where the paper original is kept. */
export type Signed =
  | { readonly kind: 'drawn'; readonly strokes: Strokes; readonly at: string }
  | { readonly kind: 'typed'; readonly name: string; readonly at: string }
  | { readonly kind: 'paper'; readonly place: string; readonly at: string };
export type Way = Signed['kind'];

const coordinate = whole(0, 1000);
const shapes: { readonly [way in Way]: Shape } = {
  drawn: {
    kind: exactly('drawn'),
    strokes: listOf(listOf(listOf(coordinate, 2, 2), 1, POINTS), 1, STROKES),
    at: day,
  },
  typed: { kind: exactly('typed'), name: line(120), at: day },
  paper: { kind: exactly('paper'), place: line(200), at: day },
};
export const ways = Object.keys(shapes) as readonly Way[];

/** Ways that a question takes; without a word of it, all. */
export function waysOf(field: FieldSchema): readonly Way[] {
  const set = field['x-settings']?.['ways'];
  const named = Array.isArray(set) ? ways.filter((way) => set.includes(way)) : [];
  return named.length > 0 ? named : ways;
}

const check = (value: unknown, field: FieldSchema) =>
  waysOf(field).some((way) => closedFits(value, shapes[way])) ? [] : [problem('not-a-signature')];

/** What of an unfinished signature is missing, the first thing first. */
function missing(parts: { readonly [part: string]: unknown }) {
  const { kind } = parts;
  if (kind === 'drawn') return parts['strokes'] === undefined ? 'signature-drawing' : undefined;
  if (kind === 'typed') return parts['name'] === undefined ? 'signature-name' : undefined;
  if (kind !== 'paper') return undefined;
  return parts['place'] === undefined ? 'signature-place' : 'signature-date';
}

/** Firma elettronica semplice: drawn, written as a name, or on a paper original whose place is told. */
export const facts: FieldType<Signed> = {
  type: 'signature',
  fits: () => 0,
  answer: (field) => anyAnswer(waysOf(field).map((way) => shapes[way])),
  check,
  read(typed, field) {
    const given = readParts(typed);
    if (given === undefined) return { value: undefined };
    const parts: { [part: string]: unknown } = { ...trimmed(given) };
    const kind = (given as { kind?: unknown } | null)?.kind;
    if (kind !== undefined) parts['kind'] = kind;
    if (Array.isArray(parts['strokes']) && parts['strokes'].length === 0) delete parts['strokes'];
    if (typeof parts['at'] === 'string') parts['at'] = readDate(parts['at']);
    if (parts['at'] === undefined) delete parts['at'];
    if (check(parts, field).length === 0) return { value: parts as unknown as Signed };
    return { problem: problem(missing(parts) ?? 'not-a-signature') };
  },
  edit: editParts,
  lint: (field) =>
    waysOf(field).every((way) => way === 'drawn') ? [problem('drawing-only', {}, '/x-settings/ways')] : [],
  empty: (value) => value === undefined || value === null || value === '',
  codes: ['not-a-signature', 'signature-drawing', 'signature-name', 'signature-place', 'signature-date'],
};
