// SPDX-License-Identifier: AGPL-3.0-or-later
// Languages by name, and which way they are written.

/** Those that families here speak most often, to choose from; any other can be written as a code. */
export const common = [
  'en',
  'fr',
  'es',
  'ro',
  'sq',
  'ar',
  'uk',
  'bn',
  'zh',
  'ur',
  'pa',
  'it-x-facile',
] as const;

const fromRight = new Set(['ar', 'fa', 'he', 'ur', 'ps', 'sd', 'ug', 'yi', 'dv', 'ckb']);

export const directionOf = (code: string): 'rtl' | 'ltr' =>
  fromRight.has(code.split('-')[0] ?? '') ? 'rtl' : 'ltr';

/** 'ar' → 'arabo (ar)'; `plain`: what simple words are called. */
export function languageName(code: string, inLanguage: 'it' | 'en', plain: string): string {
  const [base = code, ...rest] = code.split('-');
  let name = base;
  try {
    name = new Intl.DisplayNames([inLanguage], { type: 'language' }).of(base) ?? base;
  } catch {
    // A code that nobody knows is its own name.
  }
  return rest.includes('facile') ? `${name}, ${plain} (${code})` : `${name} (${code})`;
}
