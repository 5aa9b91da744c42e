// SPDX-License-Identifier: BSD-3-Clause
// The languages of the form's own words. Of Italian, what a form begins with is always at hand; its other words come
// with the parts that say them. Another language is loaded whole when asked for.
import { chrome } from './it.ts';
import type { chrome as choices } from './it-choices.ts';
import type { chrome as computed } from './it-computed.ts';
import type { chrome as drafted } from './it-drafted.ts';
import type { chrome as later } from './it-later.ts';
import type { chrome as limits } from './it-limits.ts';
import type { chrome as lists } from './it-lists.ts';
import type { chrome as proposals } from './it-proposals.ts';
import type { chrome as rowSearch } from './it-row-search.ts';
import type { chrome as rows } from './it-rows.ts';
import type { chrome as trace } from './it-trace.ts';

export type ChromeKey =
  | keyof typeof chrome
  | keyof typeof choices
  | keyof typeof computed
  | keyof typeof drafted
  | keyof typeof later
  | keyof typeof limits
  | keyof typeof lists
  | keyof typeof proposals
  | keyof typeof rowSearch
  | keyof typeof rows
  | keyof typeof trace;
export type Chrome = { readonly [key in ChromeKey]: string };

/** One language: what the form says by itself, and sentences by problem code. */
export interface Language {
  readonly chrome: Partial<Chrome>;
  readonly problems: { readonly [code: string]: string };
}

/** Grows as parts come that say more. */
export const italian: Language = { chrome: { ...chrome }, problems: {} };

/** Italian words of a part that came. */
export function learn(more: Partial<Language>): void {
  Object.assign(italian.chrome, more.chrome);
  Object.assign(italian.problems, more.problems);
}

/** Right to left: their first subtag is enough to know. */
const leftward = /^(ar|fa|he|ur|ps|ku-arab|sd|ug|yi|dv)\b/i;
export const direction = (locale: string): 'ltr' | 'rtl' => (leftward.test(locale) ? 'rtl' : 'ltr');

/** The language nearest to a locale: English for whoever is neither Italian nor known, since it is read more widely. */
export async function language(locale: string): Promise<Language> {
  return /^it\b/i.test(locale) ? italian : await import('./en.ts');
}

/** A language with all that a form says once somebody has turned to it. */
export async function complete(words: Language): Promise<Language> {
  if (words === italian) learn(await import('./it-later.ts'));
  return words;
}

/** Puts parameters in place of `{name}`; an unknown name stays as it is. Plain text: whoever renders escapes. */
export const fill = (sentence: string, params: { readonly [name: string]: unknown } = {}): string =>
  sentence.replace(/\{(\w+)\}/g, (whole, name: string) => (name in params ? String(params[name]) : whole));
