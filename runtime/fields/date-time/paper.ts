// SPDX-License-Identifier: BSD-3-Clause
import { writeDate } from '../calendar.ts';
import { writeTime } from '../clock-time.ts';
import type { FieldPaper } from '../contract.ts';

export const paper: FieldPaper<string> = {
  text: (value, _field, { locale }) =>
    `${writeDate(value.slice(0, 10))}, ${/^en\b/iu.test(locale) ? '' : 'ore '}${writeTime(value.slice(11))}`,
};
