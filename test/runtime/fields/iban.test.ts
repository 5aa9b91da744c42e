// SPDX-License-Identifier: AGPL-3.0-or-later
// IBAN against a second way to reckon: one division of a whole number by 97, and a CIN found by trying all 26 letters
// over the values as the banks' table prints them.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { facts } from '../../../runtime/fields/iban/facts.ts';

const runs = { numRuns: process.env['PATTO_PROOF'] === 'full' ? 50_000 : 1000, seed: 42 };

const found = (typed: string): string | undefined => {
  const read = facts.read(typed, {}, 'it');
  return 'problem' in read ? read.problem.code : undefined;
};

const number = (text: string): bigint =>
  BigInt(text.replaceAll(/[A-Z]/gu, (letter) => String(letter.charCodeAt(0) - 55)));
const withControl = (country: string, rest: string): string =>
  country + String(98n - (number(rest + country + '00') % 97n)).padStart(2, '0') + rest;

const odd: { readonly [character: string]: number } = {
  '0': 1, '1': 0, '2': 5, '3': 7, '4': 9, '5': 13, '6': 15, '7': 17, '8': 19, '9': 21,
  A: 1, B: 0, C: 5, D: 7, E: 9, F: 13, G: 15, H: 17, I: 19, J: 21, K: 2, L: 4, M: 18, N: 20, O: 11, P: 3, Q: 6, R: 8,
  S: 12, T: 14, U: 16, V: 10, W: 22, X: 25, Y: 24, Z: 23,
}; // prettier-ignore
const cinOf = (bank: string): string => {
  const worth = [...bank].map((character, place) =>
    place % 2 === 0
      ? odd[character]!
      : /\d/u.test(character)
        ? Number(character)
        : character.charCodeAt(0) - 65,
  );
  return String.fromCharCode(65 + (worth.reduce((a, b) => a + b, 0) % 26));
};

const of = (characters: string, length: number) =>
  fc.string({ unit: fc.constantFrom(...characters), minLength: length, maxLength: length });
const digits = '0123456789';
const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const bank = fc.tuple(of(digits, 10), of(digits + letters, 12)).map((parts) => parts.join(''));

test('an Italian account is taken with the CIN and the control digits that the oracle reckons, and with no others', () => {
  fc.assert(
    fc.property(bank, fc.nat(25), fc.integer({ min: 2, max: 98 }), (account, letter, control) => {
      const cin = cinOf(account);
      const right = withControl('IT', cin + account);
      assert.equal(found(right), undefined, right);
      const other = letters[letter]!;
      if (other !== cin) assert.equal(found(withControl('IT', other + account)), 'iban-cin', other);
      const digitsNow = String(control).padStart(2, '0');
      if (number(cin + account + 'IT' + digitsNow) % 97n !== 1n)
        assert.equal(found(`IT${digitsNow}${cin}${account}`), 'iban-digits');
    }),
    runs,
  );
});

test('two characters swapped or one changed are always found', () => {
  fc.assert(
    fc.property(bank, fc.integer({ min: 4, max: 26 }), fc.constantFrom(...digits), (account, at, digit) => {
      const right = withControl('IT', cinOf(account) + account);
      const changed = right.slice(0, at) + digit + right.slice(at + 1);
      if (changed !== right) assert.notEqual(found(changed), undefined, changed);
      const swapped = right.slice(0, at) + (right[at + 1] ?? '') + right[at]! + right.slice(at + 2);
      if (swapped !== right) assert.notEqual(found(swapped), undefined, swapped);
    }),
    runs,
  );
});

test('foreign accounts by control digits and by their country’s length', () => {
  const country = fc.constantFrom(
    ['DE', 18],
    ['FR', 23],
    ['ES', 20],
    ['NO', 11],
    ['MT', 27],
    ['RO', 20],
  ) as fc.Arbitrary<[string, number]>;
  fc.assert(
    fc.property(country, of(digits + letters, 30), ([code, length], text) => {
      const right = withControl(code, text.slice(0, length));
      assert.equal(found(right), undefined, right);
      assert.equal(found(withControl(code, text.slice(0, length - 1))), 'iban-length');
      assert.equal(found(withControl(code, text.slice(0, length + 1))), 'iban-length');
      const control = (Number(right.slice(2, 4)) % 97) + 2;
      if (
        String(control).padStart(2, '0') !== right.slice(2, 4) &&
        control !== Number(right.slice(2, 4)) + 97
      )
        assert.equal(
          found(code + String(control).padStart(2, '0') + right.slice(4)),
          number(right.slice(4) + code + String(control).padStart(2, '0')) % 97n === 1n
            ? undefined
            : 'iban-digits',
        );
    }),
    runs,
  );
});

test('vectors of the banks', () => {
  for (const good of [
    'IT60X0542811101000000123456',
    'IT07M0000000000000000000001',
    'BE68539007547034',
    'CH9300762011623852957',
    'AT611904300234573201',
    'ES9121000418450200051332',
    'NL91ABNA0417164300',
    'PT50000201231234567890154',
    'RO49AAAA1B31007593840000',
    'SE4550000000058398257466',
    'VA59001123000012345678',
    'AL47212110090000000235698741',
  ])
    // prettier-ignore
    assert.equal(found(good), undefined, good);
  assert.equal(found('IT60Y0542811101000000123456'), 'iban-number');
  assert.equal(found('IT65A0542811101000000123456'), 'iban-cin');
});
