// SPDX-License-Identifier: BSD-3-Clause
import { plainDigits, withUnit, writeNumber } from '../numbers.ts';
import type { FieldPaper } from '../contract.ts';

export const paper: FieldPaper<number> = {
  text: (value, field, { locale }) => withUnit(writeNumber(plainDigits(value), locale), field['x-unit']),
};
