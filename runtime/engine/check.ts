// SPDX-License-Identifier: BSD-3-Clause
import type { Answers, Context } from '../../schemas/types.ts';
import type { Problem } from '../problem.ts';
import { offered } from './choices.ts';
import type { FieldNode, Outline, Settled } from './contract.ts';
import { at as valueAt, indices, isDeclined, isObject, own, same, split, star } from './pointer.ts';
import { withIds, withNumbers } from './row-ids.ts';
import { type Ground, holderOf, type Place, places, View } from './scope.ts';
import { judged, type Judge, ofField, problem, rowView, ruled } from './shape.ts';

export { shape } from './shape.ts';

/**
 * Every problem of settled answers, in reading order: shape, and what only the engine can say.
 * `at`: only of this field (pointer with row numbers) and what stands in it.
 * `before`: what was stored, for locked answers that must come back unchanged.
 */
export function check(
  outline: Outline,
  settled: Settled,
  context: Context,
  at?: string,
  before?: Answers,
): Problem[] {
  const ground: Ground = { outline, context, shown: settled.shown, outcome: settled.outcome };
  const judge: Judge = {
    choices: (_, view) => (field) => offered(field, view),
    roles: (field) => !field.visibleTo || field.visibleTo.includes(context.role),
  };
  const found = at === undefined ? whole(ground, settled, judge) : part(ground, settled, judge, at);
  if (before) found.push(...locks(outline, settled, before, at ?? ''));
  return unlike(found);
}

function whole(ground: Ground, settled: Settled, judge: Judge): Problem[] {
  const out = [...judged(ground, settled.answers, judge)];
  for (const node of ground.outline.fields) {
    for (const place of places(settled.answers, holderOf(node.pointer)))
      out.push(...beyond(ground, settled, node, place));
  }
  const root = new View(ground, [{ value: settled.answers, at: '', star: '' }]);
  out.push(...ruled(ground.outline.definition.schema['x-check'] ?? [], root, '', 'warning'));
  return inReadingOrder(ground.outline, out);
}

/** Field by field as a person meets them, row by row. */
function inReadingOrder(outline: Outline, list: readonly Problem[]): Problem[] {
  const ranks = new Map(outline.fields.map((field, place) => [field.pointer, place]));
  const key = ({ at }: Problem): number[] => {
    let pointer = '';
    return split(at).map((segment) => {
      pointer += `/${segment}`;
      return /^\d+$/.test(segment) ? +segment : (ranks.get(star(pointer)) ?? Infinity);
    });
  };
  const compare = (a: readonly number[], b: readonly number[]): number => {
    const place = a.findIndex((each, index) => each !== b[index]);
    return place < 0 || place >= b.length ? a.length - b.length : a[place]! < b[place]! ? -1 : 1;
  };
  return list
    .map((each, place) => [key(each), place, each] as const)
    .sort((a, b) => compare(a[0], b[0]) || a[1] - b[1])
    .map((each) => each[2]);
}

function part(ground: Ground, settled: Settled, judge: Judge, at: string): Problem[] {
  const out: Problem[] = [];
  const node = ground.outline.byPointer.get(star(at));
  if (!node) return out;
  for (const place of places(settled.answers, holderOf(node.pointer), indices(at))) {
    out.push(...ofField(node, place.holder, place.at, new View(ground, place.frames), judge));
    const inside = (each: FieldNode): void => {
      for (const here of places(settled.answers, holderOf(each.pointer), indices(at)))
        out.push(...beyond(ground, settled, each, here));
      each.children.forEach(inside);
    };
    inside(node);
  }
  return out;
}

/** What only the engine can say of one answer: check letters, links, ids of rows, warnings. */
function* beyond(ground: Ground, settled: Settled, node: FieldNode, place: Place): Generator<Problem> {
  const value = own(place.holder, node.key);
  if (value === undefined || isDeclined(value)) return;
  const at = `${place.at}/${node.key}`;
  const view = new View(ground, place.frames);
  const help = { answer: () => ({}), pattern: view.engine.pattern };
  if (node.type.deep && node.type.check(value, node.schema, help).length === 0) {
    for (const found of node.type.deep(value, node.schema, view)) yield { ...found, at: at + found.at };
  }
  if (node.schema['x-ref']) yield* links(node.schema['x-ref'], value, at, view);
  yield* ruled(node.checks, view, at, 'warning', value);
  if (node.type.nests !== 'rows' || !Array.isArray(value)) return;
  const seen = new Set<unknown>();
  for (const [index, row] of value.entries()) {
    const here = `${at}/${index}`;
    const id = own(row, 'id');
    if (typeof id === 'string' && seen.has(id)) yield problem('same-row-twice', here);
    seen.add(id);
    if (settled.stale.has(here)) yield problem('row-without-source', here, {}, 'warning');
    if (isObject(row)) yield* ruled(node.rowChecks, rowView(view, node, row, here), here, 'warning');
  }
}

/** Does each id name a row that is there? */
function* links(list: string, value: unknown, at: string, view: View): Generator<Problem> {
  const rows = new Set(view.rows(list).map((row) => row.raw('./id')));
  const many = Array.isArray(value);
  for (const [index, id] of (many ? (value as unknown[]) : [value]).entries()) {
    if (typeof id === 'string' && !rows.has(id))
      yield problem('row-gone', many ? `${at}/${index}` : at, { list });
  }
}

/** Locked answers must come back as they were stored; computed ones are the engine's own. */
function* locks(outline: Outline, settled: Settled, before: Answers, below: string): Generator<Problem> {
  for (const at of settled.locked) {
    const node = outline.byPointer.get(star(at));
    if (!node || node.value !== undefined || node.type.nests || !(at === below || at.startsWith(`${below}/`)))
      continue;
    const stored = withNumbers(before, withIds(settled.answers, at));
    if (!same(valueAt(settled.answers, at), stored === undefined ? undefined : valueAt(before, stored)))
      yield problem('locked', at);
  }
}

/** Each problem once. */
function unlike(list: readonly Problem[]): Problem[] {
  const seen = new Set<string>();
  return list.filter(({ code, at, params }) => {
    const key = `${code} ${at} ${String(params['rule'] ?? '')}`;
    return !seen.has(key) && seen.add(key);
  });
}
