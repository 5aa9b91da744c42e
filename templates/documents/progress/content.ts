// SPDX-License-Identifier: AGPL-3.0-or-later

/** A figure; `hidden`: it is under the least that may be told; `kept`: it would give a hidden one away. */
export type Figure = number | 'hidden' | 'kept';

/** How a column is read: people or cases counted, cents, or how many of the first column on a thousand inhabitants. */
export type Measure = 'count' | 'money' | 'rate';

export interface Column {
  readonly id: string;
  readonly is: Measure;
}

/** Rows that add up to a total, column by column. */
export interface Table {
  readonly id: string;
  readonly columns: readonly Column[];
  /** `of`: how many households are behind it, where a row may count one of them several times; never told */
  readonly rows: readonly {
    readonly label: string;
    readonly figures: readonly Figure[];
    readonly of?: number;
  }[];
  readonly total: readonly Figure[];
  readonly of?: number;
}

/** The state of progress of a district, or of some of its comuni, over a period. */
export interface Progress {
  /** ISO dates, both within */
  readonly from: string;
  readonly to: string;
  readonly comuni: readonly string[];
  /** by id: requests, households, persons, minors, pupils… */
  readonly figures: readonly {
    readonly id: string;
    readonly is: Measure;
    readonly figure: Figure;
    readonly of?: number;
  }[];
  /** median days between two dates of a case, over so many cases; days are absent where there are none */
  readonly medians: readonly {
    readonly id: string;
    readonly days?: number | 'kept';
    readonly cases: Figure;
  }[];
  readonly tables: readonly Table[];
  /** inhabitants for one social worker, against the standard; `needed`: full-time equivalents */
  readonly ratio?: {
    readonly inhabitants: number;
    readonly fte: number;
    readonly one: number;
    readonly standard: number;
    readonly needed: number;
    readonly source: string;
    /** other ratios that something hangs on: inhabitants for one social worker, and what */
    readonly marks?: readonly { readonly inhabitants: number; readonly title: string }[];
  };
  /** there is a standard, and the ratio cannot be told because this is not written anywhere */
  readonly lacks?: 'inhabitants' | 'workers';
  readonly milestones: readonly {
    readonly title: string;
    readonly state: 'planned' | 'running' | 'done';
    readonly on?: string;
  }[];
  /** what does not go well, as the coordinator writes it */
  readonly critical: string;
  /** the least figure that is told outside; absent: all are told */
  readonly least?: number;
}
