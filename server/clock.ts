// SPDX-License-Identifier: AGPL-3.0-or-later
// The one place that asks the machine for the time and for randomness.
import { createHash, createHmac, randomBytes } from 'node:crypto';

export interface Clock {
  /** milliseconds since 1970 */
  now(): number;
  /** calendar date of Europe/Rome, ISO; the demonstration's own when it is set */
  today(): string;
  /** RFC 3339 UTC; in the demonstration the day is the demonstration's, the hour the real one */
  instant(): string;
}

const rome = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Rome' });

/** A clock; `today` fixes the calendar date, `now` replaces the machine's (tests). */
export function createClock(today?: string, now: () => number = Date.now): Clock {
  const day = () => today ?? rome.format(now());
  return {
    now,
    today: day,
    instant: () => {
      const real = new Date(now()).toISOString();
      if (today === undefined) return real;
      // The hour is the real one; the day is right where it is read, in Rome, also around midnight.
      const moment = Date.parse(today + real.slice(10));
      const day = rome.format(moment);
      const shift = day === today ? 0 : day > today ? -86_400_000 : 86_400_000;
      return new Date(moment + shift).toISOString();
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
export function newCode(): string {
  const bytes = randomBytes(12);
  const text = Array.from(bytes, (byte) => crockford[byte & 31]).join('');
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
