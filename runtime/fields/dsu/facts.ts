// SPDX-License-Identifier: BSD-3-Clause
import { codeFacts } from '../codes.ts';
import { problem } from '../problems.ts';

/** Year, nine digits or letters, two digits; whatever stands between them, with or without what every number begins with. */
const parts = /^(?:INPS)?(?:ISEE)?(20[0-9]{2})([0-9A-Z]{9})([0-9]{2})$/u;

/** Number of a DSU, the declaration that an ISEE is reckoned from: INPS-ISEE-2026-01234567A-00. */
export const facts = codeFacts({
  type: 'dsu',
  pattern: '^INPS-ISEE-20[0-9]{2}-[0-9A-Z]{9}-[0-9]{2}$',
  shortest: 27,
  longest: 27,
  shape: 'not-a-dsu',
  others: ['dsu-year'],
  clean(typed) {
    const found = parts.exec(typed.toUpperCase().replaceAll(/[^0-9A-Z]+/gu, ''));
    return found ? `INPS-ISEE-${found[1]}-${found[2]}-${found[3]}` : '';
  },
  deep(value, _field, around) {
    const [year, now] = [value.slice(10, 14), around?.context.today.slice(0, 4)];
    return now && year > now ? [problem('dsu-year', { year, now })] : [];
  },
});
