// SPDX-License-Identifier: AGPL-3.0-or-later
// Codice fiscale against an independent implementation: check letter, all 127 ways to replace digits; the date of birth against a calendar.
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { test } from 'node:test';
import fc from 'fast-check';
import { facts } from '../../../runtime/fields/tax-code/facts.ts';

interface Oracle {
  readonly CheckDigitizer: { checkDigit(code: string): string | null };
  readonly Parser: new (connector: object) => {
    cfOmocode(code: string, id: number): string;
  };
}
// its ES module nests the default export; the CommonJS one is plain
const { CheckDigitizer, Parser } = createRequire(import.meta.url)('@marketto/codice-fiscale-utils') as Oracle;
const parser = new Parser({});

const digits = (length: number) =>
  fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: length, maxLength: length });
const letters = (length: number) =>
  fc.string({ unit: fc.constantFrom(...'BCDFGLMNPRSTVZ'), minLength: length, maxLength: length });
const body = fc
  .tuple(
    letters(6),
    digits(2),
    fc.constantFrom(...'ABCDEHLMPRST'),
    fc.nat(75),
    fc.constantFrom(...'ABHLZ'),
    digits(3),
  )
  .map(
    ([name, year, month, day, place, code]) =>
      name + year + month + String(day).padStart(2, '0') + place + code,
  );
const runs = { numRuns: process.env['PATTO_PROOF'] === 'full' ? 100_000 : 2000, seed: 42 };

const found = (code: string): string | undefined => {
  const read = facts.read(code, {}, 'it');
  return 'problem' in read ? read.problem.code : undefined;
};

test('the check letter is the one that the oracle computes, and no other', () => {
  fc.assert(
    fc.property(body, fc.nat(25), (start, other) => {
      const right = CheckDigitizer.checkDigit(start)!;
      assert.notEqual(found(start + right), 'tax-code-letter');
      const letter = String.fromCharCode(65 + other);
      if (letter !== right) assert.equal(found(start + letter), 'tax-code-letter');
    }),
    runs,
  );
});

test('the day of birth exists in the 1900s or the 2000s exactly as a calendar says', () => {
  fc.assert(
    fc.property(body, (start) => {
      const code = start + CheckDigitizer.checkDigit(start)!;
      const [year, month, written] = [
        Number(code.slice(6, 8)),
        'ABCDEHLMPRST'.indexOf(code[8]!),
        Number(code.slice(9, 11)),
      ];
      const day = written > 40 ? written - 40 : written;
      const exists = [1900, 2000].some((century) => {
        const date = new Date(Date.UTC(century + year, month, day));
        return date.getUTCMonth() === month && date.getUTCDate() === day && day > 0;
      });
      assert.equal(found(code), exists ? undefined : 'tax-code-day', code);
    }),
    runs,
  );
});

test('every replacement of digits by letters is accepted, with its own check letter', () => {
  const codes = new Set(Array.from({ length: 128 }, (_, id) => parser.cfOmocode('RSSMRA80A01H501U', id)));
  assert.equal(codes.size, 128);
  for (const code of codes) assert.equal(found(code), undefined, code);
});
