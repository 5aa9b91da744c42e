// SPDX-License-Identifier: AGPL-3.0-or-later
// Calendars as files (RFC 5545). Pure.
import { daysAfter } from '../calendar.ts';
import { instantAt } from '../clock.ts';

/** A whole day, or from an hour of Europe/Rome on, for so many minutes. */
export interface CalendarEvent {
  /** the same for the same thing, for ever */
  readonly uid: string;
  /** ISO date */
  readonly day: string;
  /** HH:MM */
  readonly time?: string;
  readonly minutes?: number;
  readonly title: string;
  readonly place?: string;
  readonly note?: string;
  readonly cancelled?: boolean;
}

export interface CalendarOf {
  readonly name: string;
  /** RFC 3339, when it was made */
  readonly at: string;
  readonly events: readonly CalendarEvent[];
}

export function calendarFile({ name, at, events }: CalendarOf): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Patto//Agenda//IT',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escaped(name)}`,
    'REFRESH-INTERVAL;VALUE=DURATION:PT1H',
    ...events.flatMap((event) => eventLines(event, at)),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

function eventLines(event: CalendarEvent, at: string): string[] {
  const { uid, day, time, minutes = 60, title, place, note, cancelled } = event;
  const begin = time === undefined ? undefined : instantAt(day, `${time}:00.000`);
  const end = begin && new Date(Date.parse(begin) + minutes * 60_000).toISOString();
  return [
    'BEGIN:VEVENT',
    `UID:${escaped(uid)}`,
    `DTSTAMP:${moment(at)}`,
    ...(begin && end
      ? [`DTSTART:${moment(begin)}`, `DTEND:${moment(end)}`]
      : [
          `DTSTART;VALUE=DATE:${plain(day)}`,
          `DTEND;VALUE=DATE:${plain(daysAfter(day, 1))}`,
          'TRANSP:TRANSPARENT',
        ]),
    `SUMMARY:${escaped(title)}`,
    ...(place ? [`LOCATION:${escaped(place)}`] : []),
    ...(note ? [`DESCRIPTION:${escaped(note)}`] : []),
    ...(cancelled ? ['STATUS:CANCELLED'] : []),
    'END:VEVENT',
  ];
}

const plain = (day: string): string => day.replaceAll('-', '');
/** RFC 3339 → 20260211T083000Z */
const moment = (at: string): string => new Date(at).toISOString().replace(/[-:]|\.\d{3}/g, '');

const escaped = (text: string): string =>
  text
    .replace(/[\\;,]/g, (sign) => `\\${sign}`)
    .replace(/\r\n?|\n/g, '\\n')
    // oxlint-disable-next-line no-control-regex
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '');

/** Lines of at most 75 octets, never cut within a sign. */
function folded(line: string): string {
  if (Buffer.byteLength(line) <= 75) return line;
  let out = '';
  let octets = 0;
  for (const sign of line) {
    const more = Buffer.byteLength(sign);
    if (octets + more > 75) {
      out += '\r\n ';
      octets = 1;
    }
    out += sign;
    octets += more;
  }
  return out;
}
