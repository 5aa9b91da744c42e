// SPDX-License-Identifier: BSD-3-Clause
import type { FieldType } from '../contract.ts';
import { problem } from '../problems.ts';

/**
 * Sixteen characters, where letters L M N P Q R S T U V may stand for the digits 0 to 9 (two people with the same code),
 * or the eleven digits of a provisional code. Any letter may begin the place: lists of places change, people keep their code.
 */
const pattern = '^([A-Z]{6}[0-9LMNP-V]{2}[A-EHLMPR-T][0-9LMNP-V]{2}[A-Z][0-9LMNP-V]{3}[A-Z]|[0-9]{11})$';
const shape = new RegExp(pattern, 'u');

const months = 'ABCDEHLMPRST';
const days = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const asDigit = 'LMNPQRSTUV';
/** What a character is worth in the 1st, 3rd, 5th… place; a digit counts as the letter A to J. */
const oddWorth = [
  1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23,
];

const digit = (character: string): number => {
  const at = asDigit.indexOf(character);
  return at < 0 ? Number(character) : at;
};
const number = (text: string): number => [...text].reduce((sum, character) => sum * 10 + digit(character), 0);
/** A to Z: 0 to 25; 0 to 9: 0 to 9 */
const rank = (character: string): number => {
  const code = character.charCodeAt(0);
  return code >= 65 ? code - 65 : code - 48;
};

/** The sixteenth letter that the first fifteen characters ask for. */
function checkLetter(code: string): string {
  const sum = Array.from(code.slice(0, 15)).reduce(
    (total, character, index) => total + (index % 2 === 0 ? oddWorth[rank(character)]! : rank(character)),
    0,
  );
  return String.fromCharCode(65 + (sum % 26));
}

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
  if (checkLetter(code) !== code[15]) return [problem('tax-code-letter')];
  return hasDay(code) ? [] : [problem('tax-code-day')];
}

const isShaped = (value: unknown): value is string => typeof value === 'string' && shape.test(value);

/** Codice fiscale, kept in capitals without blanks. */
export const facts: FieldType<string> = {
  type: 'tax-code',
  fits: (field) => (field.type === 'string' && field.format === 'it-codice-fiscale' ? 5 : 0),
  answer: () => ({ type: 'string', minLength: 11, maxLength: 16, pattern }),
  check: (value) => (isShaped(value) ? [] : [problem('tax-code-shape')]),
  deep,
  read(typed) {
    const value = typed.replaceAll(/\s+/gu, '').toUpperCase();
    if (value === '') return { value: undefined };
    const found = isShaped(value) ? deep(value)[0] : problem('tax-code-shape');
    return found ? { problem: found } : { value };
  },
  edit: (value) => value,
  empty: (value) => value === undefined || value === null || value === '',
  codes: ['tax-code-shape', 'tax-code-letter', 'tax-code-day', 'tax-code-number'],
};
