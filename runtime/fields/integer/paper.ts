// SPDX-License-Identifier: BSD-3-Clause
import { countDigits, withUnit } from '../numbers.ts';
import type { FieldPaper } from '../contract.ts';

export const paper: FieldPaper<number> = {
  text: (value, field, { locale }) => withUnit(countDigits(value, locale), field['x-unit']),
};
