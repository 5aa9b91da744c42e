// SPDX-License-Identifier: BSD-3-Clause
// Who points to a row.
import type { FieldNode } from '../engine/contract.ts';
import type { FormStore } from './form-store.ts';
import type { Row } from './row-labels.ts';

/** What would lose its link if a row of the list at `pointer` went: titles of the referring rows or fields. */
export function referrers(store: FormStore, pointer: string, id: string): readonly string[] {
  const found: string[] = [];
  for (const node of store.outline.byPointer.values())
    if (node.schema['x-ref'] === pointer) scan(store, node, id, found);
  return [...new Set(found)];
}

function scan(store: FormStore, node: FieldNode, id: string, found: string[]): void {
  const walk = (value: unknown, keys: readonly string[], path: string, called: string): void => {
    const [key, ...rest] = keys;
    if (key === undefined) {
      if (value === id || (Array.isArray(value) && value.includes(id))) found.push(called);
    } else if (key === '*') {
      if (Array.isArray(value))
        value.forEach((row: Row, index) =>
          walk(row, rest, `${path}/${index}`, store.rows.label(path, row, index)),
        );
    } else if (value && typeof value === 'object') walk((value as Row)[key], rest, `${path}/${key}`, called);
  };
  walk(store.now.answers, node.pointer.slice(1).split('/'), '', store.sayings.title(node));
}
