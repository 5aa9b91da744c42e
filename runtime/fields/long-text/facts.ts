// SPDX-License-Identifier: BSD-3-Clause
import type { FieldType } from '../contract.ts';
import { blank, clean, manyLines, textAnswer, textCheck, textCodes } from '../texts.ts';

export const facts: FieldType<string> = {
  type: 'long-text',
  fits: (field) => (field.type === 'string' && (field.maxLength ?? 0) > 1000 ? 2 : 0),
  answer: (field) => textAnswer(field, manyLines),
  check: (value, field, help) => textCheck(value, field, help, manyLines),
  read(typed, field) {
    const value = clean(typed, manyLines);
    if (value === undefined) return { value };
    // The pattern of the question waits for `check`: here only what no pattern is needed for.
    const { pattern: _, ...plain } = field;
    const found = textCheck(
      value,
      plain,
      { answer: () => ({}), pattern: () => ({ test: () => true }) },
      manyLines,
    )[0];
    return found ? { problem: found } : { value };
  },
  edit: (value) => value,
  empty: blank,
  codes: textCodes,
};
