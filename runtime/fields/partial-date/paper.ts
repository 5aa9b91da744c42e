// SPDX-License-Identifier: BSD-3-Clause
import { months, writeDate } from '../calendar.ts';
import type { FieldPaper } from '../contract.ts';

const named = (month: string, english: boolean): string => {
  const [it = '', en = ''] = months[Number(month) - 1] ?? [];
  return english ? en.replace(/^./u, (first) => first.toUpperCase()) : it;
};

export const paper: FieldPaper<string> = {
  text(value, _field, { locale }) {
    const [year = '', month] = value.split('-');
    return value.length === 7 && month ? `${named(month, /^en\b/iu.test(locale))} ${year}` : writeDate(value);
  },
};
