// SPDX-License-Identifier: AGPL-3.0-or-later

/** One line of a table; `control` and `ratio` where there is something to compare with. */
export interface Row {
  readonly what: string;
  readonly value: number;
  readonly unit: string;
  readonly control?: number;
  readonly ratio?: number;
  /** the bar: of the ratio where there is one, else of the value */
  readonly must?: string;
  /** the same of whoever else stands in the comparison, as ratio where there is one */
  readonly others?: { readonly [name: string]: number };
}
