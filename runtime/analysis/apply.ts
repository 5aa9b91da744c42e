// SPDX-License-Identifier: BSD-3-Clause
// Puts right what a finding names: the edits of its fix, as one new definition.
import type { Definition } from '../../schemas/types.ts';
import type { Fix, FixEdit } from '../engine/contract.ts';
import { copy, isObject, put, same } from '../engine/pointer.ts';

const keys = (at: string): string[] =>
  at
    .split('/')
    .slice(1)
    .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'));

const inside = (value: unknown, key: string): unknown =>
  Array.isArray(value) ? (/^\d+$/.test(key) ? value[+key] : undefined) : isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined; // prettier-ignore

/** Value in a document at a JSON Pointer; undefined: nothing there. */
export const valueAt = (document: unknown, at: string): unknown => keys(at).reduce(inside, document);

function edited(document: unknown, [key, ...rest]: readonly string[], edit: FixEdit): unknown {
  if (key === undefined) return edit.now;
  if (Array.isArray(document))
    return (document as unknown[]).map((item, place) => (String(place) === key ? edited(item, rest, edit) : item)); // prettier-ignore
  if (!isObject(document)) return document;
  const next = { ...document };
  const value = edited(inside(document, key), rest, edit);
  if (value === undefined) delete next[key];
  else put(next, key, value);
  return next;
}

/** The definition with a fix; undefined when it is no longer what the fix was made for. */
export function applied(definition: Definition, fix: Fix): Definition | undefined {
  let document: unknown = definition;
  for (const edit of fix.edits) {
    if (!same(valueAt(document, edit.at), edit.was)) return undefined;
    document = edited(document, keys(edit.at), { ...edit, ...('now' in edit && { now: copy(edit.now) }) });
  }
  return document as Definition;
}
