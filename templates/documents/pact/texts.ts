// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Row } from '../../writing.ts';
import { textsOf } from '../../frame.ts';
import { words } from './words.ts';

/** Words in the language of the paper. */
export type Texts = { readonly [key in keyof typeof words]: string };

export function textsIn(language: 'it' | 'en'): Texts {
  return textsOf(words, language);
}

/** A list's cell in words: list, row, column. '' as list: an answer at the root. */
export type Cell = (list: string, row: Row, column: string) => string;

/** From a day to a day, in words, as far as they are known. */
export function span(t: Texts, from: string, to: string): string {
  if (from && to) return `${t.from} ${from} ${t.to} ${to}`;
  return from ? `${t.since} ${from}` : to ? `${t.until} ${to}` : '';
}
