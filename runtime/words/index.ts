// SPDX-License-Identifier: BSD-3-Clause
// The languages of the form's own words. Of Italian, what a form begins with is always at hand, the rest is loaded
// when the page is idle; another language is loaded whole when asked for.
import { chrome, problems } from './it.ts';
import type { chrome as later } from './it-later.ts';

export type ChromeKey = keyof typeof chrome | keyof typeof later;
export type Chrome = { readonly [key in ChromeKey]: string };

/** One language: what the form says by itself, and sentences by problem code. */
export interface Language {
  readonly chrome: Partial<Chrome>;
  readonly problems: { readonly [code: string]: string };
}

export const italian: Language = { chrome, problems };

/** Right to left: their first subtag is enough to know. */
const leftward = /^(ar|fa|he|ur|ps|ku-arab|sd|ug|yi|dv)\b/i;
export const direction = (locale: string): 'ltr' | 'rtl' => (leftward.test(locale) ? 'rtl' : 'ltr');

/** The language nearest to a locale: English for whoever is neither Italian nor known, since it is read more widely. */
export async function language(locale: string): Promise<Language> {
  return /^it\b/i.test(locale) ? italian : await import('./en.ts');
}

/** A language with all that it says. */
export async function complete(words: Language): Promise<Language> {
  if (words !== italian) return words;
  const more = await import('./it-later.ts');
  return { chrome: { ...chrome, ...more.chrome }, problems: { ...problems, ...more.problems } };
}

/** Puts parameters in place of `{name}`; an unknown name stays as it is. Plain text: whoever renders escapes. */
export const fill = (sentence: string, params: { readonly [name: string]: unknown } = {}): string =>
  sentence.replace(/\{(\w+)\}/g, (whole, name: string) => (name in params ? String(params[name]) : whole));
