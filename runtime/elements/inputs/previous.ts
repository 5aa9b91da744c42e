// SPDX-License-Identifier: BSD-3-Clause
// What the case holds of waves before this one.
import { waves } from '../../fields/levels.ts';
import type { FormStore } from '../form-store.ts';

export interface Before {
  readonly wave: string;
  readonly value: unknown;
}

/** Answers of earlier waves to the question at a path; in rows, of the row with the id that this row has. */
export function before(store: FormStore, path: string): readonly Before[] {
  const node = store.node(path);
  if (!node) return [];
  const around = new Set(store.key(path).split('/'));
  return waves(node.schema).flatMap(({ title, from }) => {
    let value: unknown = store.context.case;
    for (const key of from.replace(/^case:\//, '').split('/')) {
      if (Array.isArray(value)) value = value.find((row: { id?: string }) => around.has(row?.id ?? ''));
      value =
        typeof value === 'object' && value !== null && Object.hasOwn(value, key)
          ? (value as { [key: string]: unknown })[key]
          : undefined;
    }
    return value === undefined ? [] : [{ wave: title, value }];
  });
}
