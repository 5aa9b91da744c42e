// SPDX-License-Identifier: BSD-3-Clause
import type { FieldSchema } from '../../../schemas/types.ts';
import { isoDay, readDay, readMonth, writeDate } from '../calendar.ts';
import { blankCode } from '../codes.ts';
import type { FieldType } from '../contract.ts';
import { beyond, dayCodes, limitCodes, readByLimits } from '../date-limits.ts';
import { problem } from '../problems.ts';

const month = '(19|20|21)[0-9]{2}-(0[1-9]|1[0-2])';
const patterns = {
  year: `^(${isoDay}|${month}|(19|20|21)[0-9]{2})$`,
  month: `^(${isoDay}|${month})$`,
};
const compiled = { year: new RegExp(patterns.year, 'u'), month: new RegExp(patterns.month, 'u') };

/** The least that must be known. */
const coarsest = (field: FieldSchema): 'year' | 'month' =>
  field['x-settings']?.['coarsest'] === 'month' ? 'month' : 'year';

/** "2019", "5/2019", "maggio 2019" → ISO, as much of it as is said; undefined when it is neither. */
function readCoarse(text: string): string | undefined {
  const [, named, year] =
    /^(?:(\d{1,2}|\p{L}{3,10})\.?\s*[/.\-\s]\s*)?((?:19|20|21)\d{2})$/u.exec(text) ?? [];
  if (year === undefined) return undefined;
  const found = named === undefined ? '' : readMonth(named);
  return named === undefined ? year : found && `${year}-${found}`;
}

function check(value: unknown, field: FieldSchema) {
  if (typeof value !== 'string' || !compiled.year.test(value)) return [problem('not-a-partial-date')];
  return compiled[coarsest(field)].test(value) ? [] : [problem('date-needs-month')];
}

/** A date of which the day, or the month too, may be unknown: 2019, 2019-05 or 2019-05-12. */
export const facts: FieldType<string> = {
  type: 'partial-date',
  fits: () => 0,
  answer: (field) => ({ type: 'string', minLength: 4, maxLength: 10, pattern: patterns[coarsest(field)] }),
  check,
  deep: beyond,
  reads: readByLimits,
  read(typed, field) {
    // what is left of an input of three parts, empty ones first
    const text = typed.trim().replace(/^[/\s]+/u, '');
    if (text === '') return { value: undefined };
    const known = compiled.year.test(text) ? text : readCoarse(text);
    const read = known === '' ? { code: 'not-a-month' } : known ? { date: known } : readDay(text);
    if ('code' in read)
      return { problem: problem(read.code === 'not-a-date' ? 'not-a-partial-date' : read.code) };
    const found = check(read.date, field)[0] ?? beyond(read.date, field)[0];
    return found ? { problem: found } : { value: read.date };
  },
  // as the three parts of its input
  edit: (value) => '/'.repeat(3 - value.split('-').length) + writeDate(value),
  empty: blankCode,
  codes: ['not-a-partial-date', 'date-needs-month', 'not-a-month', ...dayCodes, ...limitCodes].filter(
    (code) => code !== 'not-a-date',
  ),
};
