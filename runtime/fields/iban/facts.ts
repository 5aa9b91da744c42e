// SPDX-License-Identifier: BSD-3-Clause
import type { FieldSchema } from '../../../schemas/types.ts';
import { checkLetter } from '../check-letter.ts';
import { codeFacts } from '../codes.ts';
import { problem } from '../problems.ts';

/** How long an account of each country of the single euro payments area is. */
const lengths = new Map(
  (
    'AD24 AL28 AT20 BE16 BG22 CH21 CY28 CZ24 DE22 DK18 EE20 ES24 FI18 FR27 GB22 GI23 GR27 HR21 HU28 IE22 IS26 IT27 ' +
    'LI21 LT20 LU20 LV21 MC27 MD24 ME22 MK19 MT31 NL18 NO15 PL28 PT25 RO24 RS22 SE24 SI19 SK24 SM27 VA22'
  )
    .split(' ')
    .map((each) => [each.slice(0, 2), Number(each.slice(2))] as const),
);

/** Two control digits, the CIN, ABI and CAB of five digits, twelve characters of account: Italy and San Marino. */
const italian = /^(IT|SM)[0-9]{2}[A-Z][0-9]{10}[0-9A-Z]{12}$/u;

/** The country and the control digits go to the end, letters count from 10, and the whole leaves 1 when divided by 97. */
function remainder(account: string): number {
  let rest = 0;
  for (const character of account.slice(4) + account.slice(0, 4)) {
    const worth = Number.parseInt(character, 36);
    rest = (rest * (worth > 9 ? 100 : 10) + worth) % 97;
  }
  return rest;
}

function deep(account: string, field: FieldSchema) {
  const country = account.slice(0, 2);
  const wanted = lengths.get(country);
  if (wanted === undefined) return [problem('iban-country', { country })];
  if (field['x-settings']?.['italian'] === true && country !== 'IT')
    return [problem('iban-foreign', { country })];
  if (account.length !== wanted)
    return [problem('iban-length', { country, limit: wanted, length: account.length })];
  const right = remainder(account) === 1;
  if (country === 'IT' || country === 'SM') {
    if (!italian.test(account)) return [problem('iban-parts')];
    const cin = checkLetter(account.slice(5)) === account[4];
    // Both wrong: what both are reckoned from is.
    if (!cin) return [problem(right ? 'iban-cin' : 'iban-number', { cin: account[4]! })];
  }
  return right ? [] : [problem('iban-digits', { country, digits: account.slice(2, 4) })];
}

/** IBAN, kept in capitals without blanks, shown in groups of four. */
export const facts = codeFacts({
  type: 'iban',
  pattern: '^[A-Z]{2}[0-9]{2}[0-9A-Z]{11,30}$',
  shortest: 15,
  longest: 34,
  shape: 'iban-shape',
  others: [
    'iban-country',
    'iban-foreign',
    'iban-length',
    'iban-parts',
    'iban-cin',
    'iban-number',
    'iban-digits',
  ],
  clean: (typed) =>
    typed
      .replaceAll(/[\s.\-/]+/gu, '')
      .toUpperCase()
      .replace(/^IBAN:?/u, ''),
  write: (account) => account.replaceAll(/.{4}(?=.)/gu, '$& '),
  amiss(account) {
    const wanted = lengths.get(account.slice(0, 2));
    return wanted !== undefined && /^[A-Z]{2}[0-9]{2}[0-9A-Z]*$/u.test(account)
      ? problem('iban-length', { country: account.slice(0, 2), limit: wanted, length: account.length })
      : undefined;
  },
  deep,
});
