// SPDX-License-Identifier: BSD-3-Clause
import { type Scalar, choiceSource } from '../choices.ts';
import type { FieldPaper } from '../contract.ts';

export const paper: FieldPaper<readonly Scalar[]> = {
  text: (value, field, writing) =>
    value.map((one) => writing.choice(choiceSource(field), String(one))).join(', '),
};
