// SPDX-License-Identifier: BSD-3-Clause
// What codes of one line share: a pattern that says their shape, a reading that forgives blanks and signs.
import type { FieldSchema } from '../../schemas/types.ts';
import type { Problem } from '../problem.ts';
import type { Around, FieldType } from './contract.ts';
import { problem } from './problems.ts';

/** One kind of code; `pattern` is written for RegExp with the u flag and for RE2 alike. */
export interface Code {
  readonly type: string;
  /** the JSON Schema format that means this type by itself, when there is one */
  readonly format?: string;
  readonly pattern: string;
  readonly shortest: number;
  readonly longest: number;
  /** code of the problem of a text that has not this shape */
  readonly shape: string;
  /** codes of the other problems */
  readonly others: readonly string[];
  /** typed text → the text as it is kept, when it is a code at all */
  clean(typed: string): string;
  /** the kept text as a person reads it; `clean` gives it back */
  write?(value: string): string;
  /** what is wrong with a text that was typed and has not the shape, where more can be said than `shape` */
  amiss?(value: string): Problem | undefined;
  deep?(value: string, field: FieldSchema, around?: Around): readonly Problem[];
}

const isError = ({ level }: Problem): boolean => level === 'error';

export const blankCode = (value: unknown): boolean => value === undefined || value === null || value === '';

/** The facts of a code. */
export function codeFacts(code: Code): FieldType<string> {
  const { type, format, pattern, shortest, longest, shape, clean, deep } = code;
  const whole = new RegExp(pattern, 'u');
  const fits = (value: unknown): value is string =>
    typeof value === 'string' && value.length >= shortest && value.length <= longest && whole.test(value);
  return {
    type,
    fits: (field) => (format !== undefined && field.type === 'string' && field.format === format ? 5 : 0),
    answer: () => ({ type: 'string', minLength: shortest, maxLength: longest, pattern }),
    check: (value) => (fits(value) ? [] : [problem(shape)]),
    ...(deep && { deep }),
    read(typed, field) {
      if (typed.trim() === '') return { value: undefined };
      const value = clean(typed);
      if (!fits(value)) return { problem: code.amiss?.(value) ?? problem(shape) };
      const found = deep?.(value, field).find(isError);
      return found ? { problem: found } : { value };
    },
    edit: code.write ?? ((value) => value),
    empty: blankCode,
    codes: [shape, ...code.others],
  };
}
