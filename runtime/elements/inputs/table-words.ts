// SPDX-License-Identifier: BSD-3-Clause
// What scales, grids and tables say; it comes with them, so that no heading is ever empty.
import type { Words } from '../../problem.ts';
import { fill } from '../../words/index.ts';
import type { Sayings } from '../sayings.ts';

const texts = {
  asList: { it: 'Mostra come elenco', en: 'Show as a list' },
  asTable: { it: 'Mostra come tabella', en: 'Show as a table' },
  points: { it: 'Punti', en: 'Points' },
  nPoints: { it: 'punti {n}', en: 'points {n}' },
  total: { it: 'Totale dei punti', en: 'Total points' },
  partial: { it: 'Punti finora', en: 'Points so far' },
  sum: { it: 'Totale', en: 'Total' },
  item: { it: 'Voce', en: 'Item' },
  previous: { it: 'Rilevazione precedente', en: 'Previous wave' },
} as const satisfies { readonly [key: string]: Words };

export type TableText = keyof typeof texts;

export const tableText = (sayings: Sayings, key: TableText, params?: { readonly n: unknown }): string =>
  fill(sayings.words(texts[key]), params);
