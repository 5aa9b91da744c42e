// SPDX-License-Identifier: AGPL-3.0-or-later
// Figures and titles as people read them; screen, paper and tables alike.
import type { Figure, Measure, Table } from './content.ts';
import { words } from './words.ts';

type Language = 'it' | 'en';

/** A word by its id; the id itself where there is none. */
export const progressWords =
  (language: Language) =>
  (id: string): string =>
    Object.hasOwn(words, id) ? words[id as keyof typeof words][language] : id;

export const tableTitle = ({ id }: Pick<Table, 'id'>, language: Language): string =>
  progressWords(language)(id);

/** Name of a row; '–' where nobody has said. */
export const rowLabel = (label: string, language: Language): string =>
  label === '–' ? words.unsaid[language] : label;

/** 1234 → "1.234"; cents → "1.234,50 €"; a rate → "2,34"; what is not told → "<5", "n.d.". */
export function figureText(figure: Figure, is: Measure, language: Language): string {
  if (figure === 'hidden') return is === 'count' ? words.hidden[language] : words.kept[language];
  if (figure === 'kept') return words.kept[language];
  const digits = { count: 0, money: 2, rate: 2 }[is];
  const value = is === 'money' ? figure / 100 : figure;
  return grouped(value, digits) + (is === 'money' ? ' €' : '');
}

/** 1.234,56: Italian always, as on all paper. */
export function grouped(value: number, digits = 0): string {
  const [whole = '', part] = value.toFixed(digits).split('.');
  return whole.replace(/\B(?=(\d{3})+$)/g, '.') + (part === undefined ? '' : `,${part}`);
}
