// SPDX-License-Identifier: BSD-3-Clause
import type { FieldType } from '../contract.ts';
import { blank, clean, oneLine, textAnswer, textCheck, textCodes } from '../texts.ts';

export const facts: FieldType<string> = {
  type: 'text',
  fits: (field) => (field.type === 'string' && field.format !== 'date' ? 1 : 0),
  answer: (field) => textAnswer(field, oneLine),
  check: (value, field, help) => textCheck(value, field, help, oneLine),
  read(typed, field) {
    const value = clean(typed, oneLine);
    if (value === undefined) return { value };
    // The pattern of the question waits for `check`: here only what no pattern is needed for.
    const { pattern: _, ...plain } = field;
    const found = textCheck(
      value,
      plain,
      { answer: () => ({}), pattern: () => ({ test: () => true }) },
      oneLine,
    )[0];
    return found ? { problem: found } : { value };
  },
  edit: (value) => value,
  empty: blank,
  codes: textCodes,
};
