// SPDX-License-Identifier: AGPL-3.0-or-later
// Earliest and latest value of a question, where they are reckoned from another answer: "./inizio+1d".
import type { FieldSchema } from '../../schemas/types.ts';

const reckoned = /^(\.{0,2}\/[^+-]*)([+-].*)?$/u;

export interface Limit {
  readonly side: 'from' | 'to';
  readonly pointer: string;
  /** what is added to that answer */
  readonly rest: string;
}

/** The limits of a question that read another answer. */
export const limits = (field: FieldSchema): readonly Limit[] =>
  (['from', 'to'] as const).flatMap((side) => {
    const [, pointer, rest = ''] = reckoned.exec(String(field['x-settings']?.[side] ?? '')) ?? [];
    return pointer === undefined ? [] : [{ side, pointer, rest }];
  });
