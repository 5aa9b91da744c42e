// SPDX-License-Identifier: BSD-3-Clause
import { type Scalar, choiceSource } from '../choices.ts';
import type { FieldPaper } from '../contract.ts';

/** "1. Casa; 2. Lavoro" */
export const paper: FieldPaper<readonly Scalar[]> = {
  text: (value, field, writing) =>
    value.map((one, at) => `${at + 1}. ${writing.choice(choiceSource(field), String(one))}`).join('; '),
};
