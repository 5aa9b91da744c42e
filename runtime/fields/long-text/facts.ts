// SPDX-License-Identifier: BSD-3-Clause
import type { FieldType } from '../contract.ts';
import { blank, manyLines, textAnswer, textCheck, textCodes, textRead } from '../texts.ts';

export const facts: FieldType<string> = {
  type: 'long-text',
  fits: (field) => (field.type === 'string' && (field.maxLength ?? 0) > 1000 ? 2 : 0),
  answer: (field) => textAnswer(field, manyLines),
  check: (value, field, help) => textCheck(value, field, help, manyLines),
  read: (typed, field) => textRead(typed, field, manyLines),
  edit: (value) => value,
  empty: blank,
  codes: textCodes,
};
