// SPDX-License-Identifier: BSD-3-Clause
import type { FieldType } from '../contract.ts';
import { blank, oneLine, textAnswer, textCheck, textCodes, textRead } from '../texts.ts';

export const facts: FieldType<string> = {
  type: 'text',
  fits: (field) => (field.type === 'string' && field.format !== 'date' ? 1 : 0),
  answer: (field) => textAnswer(field, oneLine),
  check: (value, field, help) => textCheck(value, field, help, oneLine),
  read: (typed, field) => textRead(typed, field, oneLine),
  edit: (value) => value,
  empty: blank,
  codes: textCodes,
};
