// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newCode, readCode } from '../../server/clock.ts';
import { fillMask } from '../../server/numbering.ts';

test('numbers and codes that people read', () => {
  assert.equal(
    fillMask('{ANNO}/{COMUNE}/{PROGR:5}', { year: '2026', comune: 'vera', number: 42 }),
    '2026/VERA/00042',
  );
  const code = newCode();
  assert.match(code, /^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){2}$/);
  assert.equal(readCode(` ${code.toLowerCase().replaceAll('-', ' ')} `), code);
  assert.equal(readCode('oiL0-1111-1111'), '0110-1111-1111');
  for (const bad of ['', 'AAAA', 'UUUU-UUUU-UUUU', `${code}A`]) assert.equal(readCode(bad), undefined);
});
