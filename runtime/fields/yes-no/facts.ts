// SPDX-License-Identifier: BSD-3-Clause
import type { FieldType } from '../contract.ts';
import { problem } from '../problems.ts';

const yes = new Set(['sì', 'si', 's', 'yes', 'y', 'true', 'vero']);
const no = new Set(['no', 'n', 'false', 'falso']);

export const facts: FieldType<boolean> = {
  type: 'yes-no',
  fits: (field) => (field.type === 'boolean' ? 1 : 0),
  answer: () => ({ type: 'boolean' }),
  check: (value) => (typeof value === 'boolean' ? [] : [problem('not-yes-or-no')]),
  read(typed) {
    const text = typed.normalize('NFC').trim().toLowerCase();
    if (text === '') return { value: undefined };
    if (yes.has(text)) return { value: true };
    return no.has(text) ? { value: false } : { problem: problem('not-yes-or-no') };
  },
  edit: (value, _field, locale) => (locale.startsWith('en') ? (value ? 'yes' : 'no') : value ? 'sì' : 'no'),
  empty: (value) => value === undefined || value === null || value === '',
  codes: ['not-yes-or-no'],
};
