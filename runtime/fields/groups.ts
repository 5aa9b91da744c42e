// SPDX-License-Identifier: BSD-3-Clause
// Answers that belong together, each a field of its own, however they are drawn.
import type { FieldType } from './contract.ts';
import { has, isObject, problem } from './problems.ts';
import { escapeKey } from './rows.ts';

type Group = { readonly [key: string]: unknown };

export const groupOf = (type: string): Omit<FieldType<Group>, 'fits'> => ({
  type,
  nests: 'group',
  answer(field, help) {
    const properties = Object.entries(field.properties ?? {}).map(
      ([key, child]) => [key, help.answer(child)] as const,
    );
    return { type: 'object', additionalProperties: false, properties: Object.fromEntries(properties) };
  },
  check(value, field) {
    if (!isObject(value)) return [problem('not-a-group')];
    const unknown = Object.keys(value).filter((key) => !has(field.properties ?? {}, key));
    return unknown.map((key) => problem('unknown-answer', { key }, `/${escapeKey(key)}`));
  },
  read: (typed) => (typed.trim() === '' ? { value: undefined } : { problem: problem('not-a-group') }),
  edit: () => '',
  empty: (value) =>
    value === undefined || value === null || (isObject(value) && Object.keys(value).length === 0),
  codes: ['not-a-group', 'unknown-answer'],
});
