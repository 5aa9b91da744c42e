// SPDX-License-Identifier: BSD-3-Clause
import type { Answers, Context } from '../../schemas/types.ts';
import type { Explained, FieldNode, Outline, ScopedCondition, Settled, Step } from './contract.ts';
import { holds } from './condition.ts';
import { copy, depthOf, isDeclined, outcomeKey, put } from './pointer.ts';
import { type Ground, holderOf, type Place, places, View } from './scope.ts';

/** A settlement in the making: the same as Settled, still writable. */
export class State implements Settled, Ground {
  readonly outline: Outline;
  readonly context: Context;
  readonly answers: Answers;
  readonly shown = new Set<string>();
  readonly required = new Set<string>();
  readonly locked = new Set<string>();
  readonly stale = new Set<string>();
  readonly computed = new Map<string, Explained>();
  readonly hidden = new Map<string, unknown>();
  outcome: Settled['outcome'];
  constructor(outline: Outline, answers: Answers, context: Context) {
    this.outline = outline;
    this.answers = copy(answers);
    this.context = context;
    this.outcome = undefined;
  }
}

/** Decides what is shown, required, locked and computed, in one pass in reading order. Settling twice changes nothing. */
export function settle(outline: Outline, answers: Answers, context: Context): Settled {
  const state = new State(outline, answers, context);
  settleAll(state);
  return state;
}

/** Settles every step in every place. */
export function settleAll(state: State): void {
  // where most steps are settled
  const root = places(state.answers, '');
  for (const step of state.outline.steps) {
    const holder = holderOf(step.key);
    for (const place of holder === '' ? root : places(state.answers, holder)) settleStep(state, step, place);
  }
}

/** Settles one step in one place. */
export function settleStep(state: State, step: Step, place: Place): void {
  if (step.node) settleField(state, step.node, place);
  else if (step.key === outcomeKey)
    state.outcome = state.outline.engine.formulas?.decide(
      state.outline.definition,
      new View(state, place.frames),
    );
  else {
    const key = step.key.slice(step.key.lastIndexOf('/') + 1);
    const at = place.at === '' ? key : `${place.at}/${key}`;
    const around = place.at === '' || state.shown.has(holderOf(place.at));
    mark(state.shown, at, around && visible(step, state) && all(step.show, new View(state, place.frames)));
  }
}

/** Do the conditions hold, each from its own level? */
export const all = (conditions: readonly ScopedCondition[], view: View): boolean =>
  conditions.every((each) => holds(each.condition, view.level(depthOf(each.level))));

/** Must it be answered, if its containers are there? Roles left aside. */
export const needed = (node: FieldNode, view: View): boolean =>
  (node.required || (node.require.length > 0 && all(node.require, view))) && all(node.when, view);

const visible = (part: Pick<Step, 'visibleTo'>, state: State): boolean =>
  !part.visibleTo || part.visibleTo.includes(state.context.role);

const mark = (set: Set<string>, at: string, on: boolean): unknown => (on ? set.add(at) : set.delete(at));

function settleField(state: State, node: FieldNode, place: Place): void {
  const { holder } = place;
  const at = `${place.at}/${node.key}`;
  const view = new View(state, place.frames);
  const asked = all(node.show, view);
  const { filters } = view.engine;
  const parentAt = node.parent?.type.nests === 'rows' ? holderOf(place.at) : place.at;
  if (Object.hasOwn(holder, node.key) && isNothing(node, holder[node.key])) delete holder[node.key];
  if (asked && state.hidden.has(at)) {
    if (!Object.hasOwn(holder, node.key) || filters?.filtered(node.schema))
      put(holder, node.key, state.hidden.get(at));
    state.hidden.delete(at);
  }
  if (asked || node.schema['x-when-hidden'] === 'keep') fill(state, node, place, at, view, asked);
  else clear(state, node, holder, at);
  const shown = asked && visible(node, state) && (!node.parent || state.shown.has(parentAt));
  mark(state.shown, at, shown);
  if (asked && node.value === undefined) filters?.narrow(state, node, holder, at, view);
  mark(state.required, at, shown && needed(node, view));
  const locked =
    node.schema.readOnly === true ||
    node.value !== undefined ||
    state.locked.has(parentAt) ||
    state.stale.has(place.at) ||
    node.lock.some((each) => all([each], view));
  mark(state.locked, at, shown && locked);
}

/** A computed value where formulas were not handed in. */
const unknown: Explained = { value: undefined, because: { it: '', en: '' }, missing: [] };

/** Null, empty text and an empty choice of several are never kept; a group without answers is. */
const isNothing = (node: FieldNode, value: unknown): boolean =>
  value === null || (node.type.nests === undefined && !isDeclined(value) && node.type.empty(value));

function fill(state: State, node: FieldNode, place: Place, at: string, view: View, asked: boolean): void {
  const { holder } = place;
  if (node.value !== undefined) {
    const explained = view.engine.formulas?.explain(node.value, view, node.schema) ?? unknown;
    state.computed.set(at, explained);
    if (explained.value === undefined) delete holder[node.key];
    else put(holder, node.key, explained.value);
  } else if (node.schema['x-each']) {
    view.engine.nesting?.eachRow(state, node, holder, at, view);
  } else if (asked && node.type.nests === 'group' && !Object.hasOwn(holder, node.key)) {
    put(holder, node.key, {});
  }
}

/** Takes a hidden answer away and parks it, with what was parked inside it. */
function clear(state: State, node: FieldNode, holder: Answers, at: string): void {
  state.computed.delete(at);
  for (const row of state.stale) if (holderOf(row) === at) state.stale.delete(row);
  if (!Object.hasOwn(holder, node.key)) return;
  const value = holder[node.key];
  delete holder[node.key];
  if (node.value !== undefined) return;
  if (node.type.nests) state.outline.engine.nesting?.unpark(state.hidden, value, at);
  // What a filter left of it gives way to what was chosen.
  if (!state.hidden.has(at)) state.hidden.set(at, value);
}
