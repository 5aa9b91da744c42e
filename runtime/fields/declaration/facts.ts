// SPDX-License-Identifier: BSD-3-Clause
import type { FieldSchema } from '../../../schemas/types.ts';
import { closedAnswer, closedFits, day, exactly, shaped } from '../closed.ts';
import type { FieldType } from '../contract.ts';
import { editParts, readParts } from '../parts.ts';
import { problem } from '../problems.ts';
import { readRich } from '../../rich.ts';
import { hashOf, textOf } from './text.ts';

export interface Declared {
  readonly accepted: true;
  /** SHA-256 of the text that was accepted, hexadecimal */
  readonly text: string;
  /** ISO date */
  readonly at: string;
}

const anyText = { accepted: exactly(true), text: shaped('^[0-9a-f]{64}$', 64), at: day };

function check(value: unknown, field: FieldSchema) {
  if (closedFits(value, { ...anyText, text: exactly(hashOf(field)) })) return [];
  // Well made, but of a text that is no more.
  return [problem(closedFits(value, anyText) ? 'declaration-changed' : 'not-declared')];
}

/** A text that is declared: the answer holds which text it was, and when. */
export const facts: FieldType<Declared> = {
  type: 'declaration',
  fits: () => 0,
  answer: (field) => closedAnswer({ ...anyText, text: exactly(hashOf(field)) }),
  check,
  read(typed, field) {
    const value = readParts(typed);
    if (value === undefined) return { value: undefined };
    const found = check(value, field)[0];
    return found ? { problem: found } : { value: value as Declared };
  },
  edit: editParts,
  lint(field) {
    const text = textOf(field);
    if (!/[\p{L}\p{N}]/u.test(text)) return [problem('nothing-declared', {}, '/x-settings/text')];
    return readRich(text).findings.map(({ code, piece }) => ({
      ...problem(code, { piece }, '/x-settings/text'),
      level: code === 'unsafe-link' ? 'error' : 'warning',
    }));
  },
  empty: (value) => value === undefined || value === null || value === '',
  codes: ['not-declared', 'declaration-changed'],
};
