// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { calendarFile } from '../../../server/agenda/calendar-file.ts';

const of = (event: object): string =>
  calendarFile({
    name: 'Prova',
    at: '2026-03-02T09:00:00.000Z',
    events: [{ uid: 'a@b', day: '2026-02-11', title: 'T', ...event }],
  });

test('a calendar as RFC 5545 wants it', () => {
  const file = of({ time: '09:30', minutes: 45, place: 'Via A 1, Poggio; stanza 2\\b', note: 'una\ndue' });
  assert.ok(file.endsWith('END:VCALENDAR\r\n') && !/[^\r]\n/.test(file));
  for (const line of [
    'DTSTAMP:20260302T090000Z',
    'DTSTART:20260211T083000Z',
    'DTEND:20260211T091500Z',
    'LOCATION:Via A 1\\, Poggio\\; stanza 2\\\\b',
    'DESCRIPTION:una\\ndue',
    'UID:a@b',
  ])
    assert.ok(file.split('\r\n').includes(line), line);
});

test('summer time, whole days, what was called off', () => {
  assert.match(of({ day: '2026-03-29', time: '09:30' }), /DTSTART:20260329T073000Z/);
  assert.match(of({ day: '2026-03-28', time: '09:30' }), /DTSTART:20260328T083000Z/);
  assert.match(of({ day: '2026-10-25', time: '09:30' }), /DTSTART:20261025T083000Z/);
  const day = of({ day: '2026-02-28', cancelled: true });
  assert.match(day, /DTSTART;VALUE=DATE:20260228\r\nDTEND;VALUE=DATE:20260301\r\nTRANSP:TRANSPARENT/);
  assert.match(day, /STATUS:CANCELLED/);
});

test('lines are folded at 75 octets, between signs, and unfold to what was said', () => {
  const title = 'Perché così è più città 📅 '.repeat(20).trim();
  const file = of({ title });
  for (const line of file.split('\r\n')) assert.ok(Buffer.byteLength(line) <= 75, line);
  assert.ok(file.replaceAll('\r\n ', '').includes(`SUMMARY:${title}`));
});
