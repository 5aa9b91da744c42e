// SPDX-License-Identifier: AGPL-3.0-or-later
// The first column of a table as bars. What is not told has none.
import type { Table } from './content.ts';

export interface Bar {
  readonly label: string;
  /** of the longest bar, in whole percent from 0; undefined: not told */
  readonly share: number | undefined;
}

export function barsOf({ rows }: Pick<Table, 'rows'>): readonly Bar[] {
  const told = rows.flatMap(({ figures: [first] }) => (typeof first === 'number' ? [first] : []));
  const longest = Math.max(0, ...told);
  return rows.map(({ label, figures: [first] }) => ({
    label,
    share: typeof first !== 'number' ? undefined : longest === 0 ? 0 : Math.round((first * 100) / longest),
  }));
}

/** The bar as a picture; '' where nothing is told or there is nothing. The number stands beside it. */
export const barDrawn = (share: number | undefined): string =>
  share
    ? `data:image/svg+xml,${encodeURIComponent(
        `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 3" preserveAspectRatio="none"><path d="M0 0H${share}V3H0Z" fill="#5f9bd6"/></svg>`,
      )}`
    : '';
