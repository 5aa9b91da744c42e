// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createClock, newCode, readCode, romeDay } from '../../server/clock.ts';
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

test('days are those of Rome, also when it is not yet that day in UTC', () => {
  for (const [today, hour] of [
    ['2026-03-02', '22:59:59.5'],
    ['2026-03-02', '23:30:00'],
    ['2026-07-01', '22:30:00'],
    ['2026-03-29', '00:59:00'],
  ] as const) {
    const clock = createClock(today, () => Date.parse(`2026-11-21T${hour}Z`));
    assert.equal(clock.today(), today);
    assert.equal(romeDay(clock.instant()), today, `${today} ${hour} ${clock.instant()}`);
  }
  assert.equal(createClock(undefined, () => Date.parse('2026-03-01T23:30:00Z')).today(), '2026-03-02');
  assert.equal(
    createClock('2026-03-02', () => Date.parse('2026-11-21T09:40:00Z')).instant(),
    '2026-03-02T09:40:00.000Z',
  );
});
