// SPDX-License-Identifier: BSD-3-Clause
import { type Scalar, choiceSource } from '../choices.ts';
import type { FieldPaper } from '../contract.ts';

export const paper: FieldPaper<Scalar | readonly Scalar[]> = {
  text: (value, field, writing) =>
    [value]
      .flat()
      .map((one) => writing.choice(field.type === 'array' ? choiceSource(field) : field, String(one)))
      .join(', '),
};
