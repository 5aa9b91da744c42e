// SPDX-License-Identifier: BSD-3-Clause
import type { Scalar } from '../choices.ts';
import type { FieldPaper } from '../contract.ts';

export const paper: FieldPaper<Scalar> = {
  text: (value, field, writing) => writing.choice(field, String(value)),
};
