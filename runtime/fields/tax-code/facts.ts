// SPDX-License-Identifier: BSD-3-Clause
import { checkLetter } from '../check-letter.ts';
import { codeFacts } from '../codes.ts';
import { problem } from '../problems.ts';

/**
 * Sixteen characters, where letters L M N P Q R S T U V may stand for the digits 0 to 9 (two people with the same code),
 * or the eleven digits of a provisional code. Any letter may begin the place: lists of places change, people keep their code.
 */
const pattern = '^([A-Z]{6}[0-9LMNP-V]{2}[A-EHLMPR-T][0-9LMNP-V]{2}[A-Z][0-9LMNP-V]{3}[A-Z]|[0-9]{11})$';

const months = 'ABCDEHLMPRST';
const days = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const asDigit = 'LMNPQRSTUV';

const digit = (character: string): number => {
  const at = asDigit.indexOf(character);
  return at < 0 ? Number(character) : at;
};
const number = (text: string): number => [...text].reduce((sum, character) => sum * 10 + digit(character), 0);

/** Is there such a day in the 1900s or the 2000s? Women's days are 40 more. */
function hasDay(code: string): boolean {
  const written = number(code.slice(9, 11));
  const day = written > 40 ? written - 40 : written;
  const month = months.indexOf(code[8]!);
  const leap = month === 1 && number(code.slice(6, 8)) % 4 === 0 ? 1 : 0;
  return day >= 1 && day <= days[month]! + leap;
}

/** Eleven digits: every second one counts double, and the sum ends in zero. */
function numberHolds(code: string): boolean {
  const sum = [...code].reduce((total, character, index) => {
    const worth = Number(character) * (index % 2 === 0 ? 1 : 2);
    return total + (worth > 9 ? worth - 9 : worth);
  }, 0);
  return sum % 10 === 0 && /[1-9]/u.test(code);
}

function deep(code: string) {
  if (code.length === 11) return numberHolds(code) ? [] : [problem('tax-code-number')];
  if (checkLetter(code.slice(0, 15)) !== code[15]) return [problem('tax-code-letter')];
  return hasDay(code) ? [] : [problem('tax-code-day')];
}

/** Codice fiscale, kept in capitals without blanks. */
export const facts = codeFacts({
  type: 'tax-code',
  format: 'tax-code',
  pattern,
  shortest: 11,
  longest: 16,
  shape: 'tax-code-shape',
  others: ['tax-code-letter', 'tax-code-day', 'tax-code-number'],
  clean: (typed) => typed.replaceAll(/\s+/gu, '').toUpperCase(),
  deep,
});
