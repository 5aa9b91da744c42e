// SPDX-License-Identifier: BSD-3-Clause
import { monthName, writeDate } from '../calendar.ts';
import type { FieldPaper } from '../contract.ts';

export const paper: FieldPaper<string> = {
  text(value, _field, { locale }) {
    const [year = '', month] = value.split('-');
    return value.length === 7
      ? `${monthName(Number(month), /^en\b/iu.test(locale) ? 'en' : 'it')} ${year}`
      : writeDate(value);
  },
};
