// SPDX-License-Identifier: AGPL-3.0-or-later
// The one place that asks the machine for the time and for randomness.
import { createHash, createHmac, randomBytes } from 'node:crypto';

export interface Clock {
  /** milliseconds since 1970 */
  now(): number;
  /** calendar date of Europe/Rome, ISO; the demonstration's own when it is set */
  today(): string;
  /** RFC 3339 UTC; in the demonstration the day in Rome is the demonstration's, the hour the real one */
  instant(): string;
}

const zone = { timeZone: 'Europe/Rome' } as const;
const rome = new Intl.DateTimeFormat('en-CA', zone);
const wall = new Intl.DateTimeFormat('sv-SE', { ...zone, dateStyle: 'short', timeStyle: 'medium' });

/** Calendar date of Europe/Rome at an instant (RFC 3339). */
export const romeDay = (instant: string): string => rome.format(Date.parse(instant));

/** The instant at which clocks in Rome show this time of day, HH:MM:SS.mmm, on this date. */
export function instantAt(date: string, time: string): string {
  const guess = Date.parse(`${date}T${time}Z`);
  const there = Date.parse(`${wall.format(guess).replace(' ', 'T')}${time.slice(8)}Z`);
  return new Date(guess - (there - guess)).toISOString();
}

/** A clock; `today` fixes the calendar date, `now` replaces the machine's (tests). */
export function createClock(today?: string, now: () => number = Date.now): Clock {
  return {
    now,
    today: () => today ?? rome.format(now()),
    instant() {
      const real = new Date(now()).toISOString();
      return today ? instantAt(today, wall.format(now()).slice(11) + real.slice(19, 23)) : real;
    },
  };
}

/** Identifier of a record: 22 characters [A-Za-z0-9_-], 128 random bits. */
export const newId = (): string => randomBytes(16).toString('base64url');

/** Row id: 11 characters [A-Za-z0-9_-]. */
export const newRowId = (): string => randomBytes(9).toString('base64url').slice(0, 11);

/** A secret that only its holder knows: 256 random bits, 43 characters. */
export const newSecret = (): string => randomBytes(32).toString('base64url');

const crockford = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A code for people: 12 Crockford base32 characters in groups of four (60 random bits). */
export const newCode = (): string => codeFrom(randomBytes(12));

/** The code that belongs to a name: the same each time, for who has the key. */
export const codeOf = (key: Uint8Array, name: string): string =>
  codeFrom(createHmac('sha256', key).update(`code ${name}`).digest());

function codeFrom(bytes: Uint8Array): string {
  const text = Array.from(bytes.subarray(0, 12), (byte) => crockford[byte & 31]).join('');
  return text.replace(/(.{4})(?=.)/g, '$1-');
}

/** What a person typed as a code, in its one spelling; undefined when it cannot be one. */
export function readCode(typed: string): string | undefined {
  const text = typed.toUpperCase().replace(/[\s-]/g, '').replace(/[IL]/g, '1').replace(/O/g, '0');
  return text.length === 12 && [...text].every((sign) => crockford.includes(sign))
    ? text.replace(/(.{4})(?=.)/g, '$1-')
    : undefined;
}

/** How a secret is kept: never itself, only this (hexadecimal SHA-256). */
export const digest = (secret: string | Uint8Array): string =>
  createHash('sha256').update(secret).digest('hex');

/** Keyed digest for short secrets and keys from outside, 43 characters [A-Za-z0-9_-]. */
export const keyed = (key: Uint8Array, ...parts: readonly string[]): string =>
  createHmac('sha256', key).update(JSON.stringify(parts)).digest('base64url');
