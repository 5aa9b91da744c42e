// SPDX-License-Identifier: BSD-3-Clause
// A form that goes on with a draft.
import type { Draft } from '../../schemas/types.ts';
import { at } from '../engine/pointer.ts';
import { withNumbers } from '../engine/row-ids.ts';
import { Settlement } from '../engine/settlement.ts';
import { learn } from '../words/index.ts';
import { chrome } from '../words/it-drafted.ts';
import type { FormStore } from './form-store.ts';

learn({ chrome });

export { withParked } from '../engine/whole.ts';

/** What a draft knows beside the answers. */
export function restore(store: FormStore, draft: Draft): void {
  Object.assign(store.from, draft.from);
  for (const [key, reason] of Object.entries(draft.removed ?? {})) store.removed.set(key, reason);
  const { sources } = draft;
  if (sources)
    store.source = (path) => {
      const source = sources[store.key(path)];
      if (!source) return undefined;
      const date = source.at.slice(0, 10).split('-').toReversed().join('/');
      return store.sayings.say('prefilledFrom', { title: source.title, date });
    };
  retype(store, draft.typed);
}

/** Texts that are no values yet. */
function retype(store: FormStore, typed: Draft['typed']): void {
  for (const [pointer, text] of Object.entries(typed)) {
    const path = withNumbers(store.now.answers, pointer) ?? '';
    const node = store.node(path);
    const read = node?.type.read(text, node.schema, store.sayings.locale);
    // Kept before anything could read it: now it is an answer.
    if (read && 'value' in read && store.now.shown.has(path)) {
      store.type(path, text);
      continue;
    }
    store.typing.set(pointer, { text, problem: read && 'problem' in read ? read.problem : undefined });
    store.touched.add(pointer);
  }
}

/** Another state of all answers, as others changed them; what stays the same stays as it is being typed. */
export function take(
  store: FormStore,
  { answers, typed, from }: Pick<Draft, 'answers' | 'typed' | 'from'>,
): void {
  const value = (key: string) =>
    JSON.stringify(at(store.now.answers, withNumbers(store.now.answers, key) ?? '/-'));
  const before = new Map([...store.typing.keys()].map((key) => [key, value(key)]));
  store.settlement = new Settlement(store.outline, answers, store.context);
  for (const [key, { text, problem }] of store.typing)
    if (problem ? typed[key] !== text : value(key) !== before.get(key)) store.typing.delete(key);
  retype(store, typed);
  for (const key of Object.keys(store.from)) delete store.from[key];
  Object.assign(store.from, from);
  for (const { pointer, parent } of store.outline.fields) if (!parent) store.problems?.forget(pointer, true);
  store.tellAll();
}
