// SPDX-License-Identifier: BSD-3-Clause
import { choiceList } from '../choice-lists.ts';
import type { Scalar } from '../choices.ts';
import type { FieldType } from '../contract.ts';

/** Several of a list, in any order. */
export const facts: FieldType<Scalar[]> = {
  ...choiceList,
  type: 'several',
  fits: ({ type, items, ...field }) =>
    type === 'array' && (items?.oneOf ?? items?.enum ?? items?.['x-choices'] ?? field['x-choices']) ? 4 : 0,
};
