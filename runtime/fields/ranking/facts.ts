// SPDX-License-Identifier: BSD-3-Clause
import { choiceList } from '../choice-lists.ts';
import type { Scalar } from '../choices.ts';
import type { FieldType } from '../contract.ts';

/** All of a list, or the first few, in order of importance: the first of the answer comes first. */
export const facts: FieldType<Scalar[]> = { ...choiceList, type: 'ranking', fits: () => 0 };
