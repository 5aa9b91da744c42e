// SPDX-License-Identifier: BSD-3-Clause
import { codeFacts } from '../codes.ts';
import { problem } from '../problems.ts';

/** Codes of the world's countries are of one, two or three digits. */
const country = /^\+(1|7|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58]|[0-9]{3})([0-9]+)$/u;

/** Italy: where a fixed line's district ends, or the three digits of a mobile. */
const district = /^(0[26]|0[13-57-9][0159]|0[0-9]{3}|[1-9][0-9]{2})([0-9]+)$/u;

const threes = (digits: string): string => digits.replaceAll(/[0-9]{3}(?=[0-9]{2})/gu, '$& ');

/** +393331234567 → +39 333 123 4567; +390523123456 → +39 0523 123 456 */
function write(value: string): string {
  const [, code = '', rest = ''] = country.exec(value) ?? [];
  if (code === '') return value;
  const [, first = '', last = ''] = (code === '39' ? district.exec(rest) : null) ?? [];
  return first === '' ? `+${code} ${threes(rest)}` : `+${code} ${first} ${threes(last)}`;
}

/** Mobiles have nine or ten digits, fixed lines six to eleven with the zero that they begin with. */
const italian = /^\+39(3[0-9]{8,9}|0[0-9]{5,10}|[145789][0-9]{2,9})$/u;

/** Telephone, kept as the world writes it (E.164); without a country's code it is Italian. */
export const facts = codeFacts({
  type: 'phone',
  pattern: '^\\+[1-9][0-9]{6,14}$',
  shortest: 8,
  longest: 16,
  shape: 'not-a-phone',
  others: ['phone-length'],
  clean(typed) {
    const text = typed.replaceAll(/[\s.\-/\u00A0\u2010-\u2015]+/gu, '').replace(/^00/u, '+');
    if (!text.startsWith('+')) return `+39${text.replaceAll(/[()]/gu, '')}`;
    // +44 (0)20: the zero is for those who call from the country itself
    return text.replace(/\(0\)/u, text.startsWith('+39') ? '0' : '').replaceAll(/[()]/gu, '');
  },
  write,
  deep: (value) =>
    value.startsWith('+39') && !italian.test(value)
      ? [problem('phone-length', { length: value.length - 3 })]
      : [],
});
