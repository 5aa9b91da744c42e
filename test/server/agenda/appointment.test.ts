// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { datesGiven, overlapping } from '../../../server/agenda/appointment.ts';
import type { ListRow } from '../../../schemas/types.ts';

test('an operator cannot be in two places: told, for each day and person by itself', () => {
  const slot = (id: string, time: string, minutes = 60, more: object = {}) => ({
    id,
    day: '2026-03-02',
    time,
    minutes,
    with: 'io',
    off: false,
    ...more, // prettier-ignore
  });
  const found = (...slots: ReturnType<typeof slot>[]) => [...overlapping(slots)].sort();
  assert.deepEqual(found(slot('a', '09:00'), slot('b', '10:00')), [], 'one after the other');
  assert.deepEqual(found(slot('a', '09:00'), slot('b', '09:59'), slot('c', '11:00')), ['a', 'b']);
  assert.deepEqual(found(slot('a', '09:00', 180), slot('b', '10:00', 10)), ['a', 'b']);
  assert.deepEqual(found(slot('a', '09:00'), slot('b', '09:00', 60, { with: 'altra' })), []);
  assert.deepEqual(found(slot('a', '09:00'), slot('b', '09:00', 60, { day: '2026-03-03' })), []);
  assert.deepEqual(found(slot('a', '09:00'), slot('b', '09:00', 60, { off: true })), []);
});

test('the dates of an outcome: the first meeting once after each new start', () => {
  const row = { id: 'x', title: '', gives: ['incontro'], first: 'primo', since: 'pad' } as ListRow;
  const keys = (
    dates: { [key: string]: string },
    moments: { key: string; date: string; source: string }[] = [],
  ) => datesGiven(row, '2026-02-11', 'appointment:a', { dates, moments }).map(({ key }) => key);
  assert.deepEqual(keys({ pad: '2026-01-20' }), ['incontro', 'primo']);
  assert.deepEqual(keys({ pad: '2026-01-20', primo: '2026-02-01' }), ['incontro']);
  assert.deepEqual(
    keys({ pad: '2026-01-20', primo: '2025-02-01' }),
    ['incontro', 'primo'],
    'of the time before',
  );
  // registered once more: its own date does not count against it
  const own = [{ key: 'primo', date: '2026-02-11', source: 'appointment:a' }];
  assert.deepEqual(keys({ pad: '2026-01-20', primo: '2026-02-11' }, own), ['incontro', 'primo']);
});
