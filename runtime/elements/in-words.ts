// SPDX-License-Identifier: BSD-3-Clause
// Answers in words, as the read-only view, row titles and computed answers say them.
import type { FieldNode } from '../engine/contract.ts';
import type { FieldPaper, Writing } from '../fields/contract.ts';
import { type FormStore, isDeclined } from './form-store.ts';
import { choicesOf } from './offers.ts';

/** Title of a choice, offered or not. */
function titled(node: FieldNode, path: string, store: FormStore, value: string): string {
  const offered = choicesOf(node, path, store).find((option) => String(option.value) === value);
  return offered?.title ?? store.parts.lists?.titled(node, store, value) ?? value;
}

/** How a type's paper writes a value of this field. */
const writing = (node: FieldNode, path: string, store: FormStore): Writing => ({
  locale: store.sayings.locale,
  choice: (_, value) => titled(node, path, store, value),
  row: (pointer, id) => store.rows.byId(pointer, id),
});

/** A value in words. */
export const inWords = (store: FormStore, node: FieldNode, value: unknown, path: string): string =>
  isDeclined(value)
    ? store.sayings.say(value.declined as 'unknown')
    : // A choice may be made before what writes it is here.
      ((store.sayings.paper(node) as FieldPaper<never> | undefined)?.text(
        value as never,
        node.schema,
        writing(node, path, store),
      ) ?? '');
