// SPDX-License-Identifier: BSD-3-Clause
import type { Scalar } from '../choices.ts';
import type { FieldPaper } from '../contract.ts';
import { levelText, levels } from '../levels.ts';

export const paper: FieldPaper<Scalar> = {
  text(value, field, writing) {
    const level = levels(field).find((each) => each.value === value);
    if (!level) return String(value);
    const title = field.oneOf && level.title ? writing.choice(field, String(value)) : level.title;
    return levelText({ ...level, title });
  },
};
