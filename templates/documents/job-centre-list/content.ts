// SPDX-License-Identifier: AGPL-3.0-or-later

/** One person who goes out with the list: nothing on health, family or justice has a place here. */
export interface JobCentreRow {
  readonly surname: string;
  readonly name: string;
  readonly taxCode: string;
  /** ISO dates */
  readonly birth: string;
  readonly analysed: string;
  readonly sent: string;
  readonly due: string;
  readonly phone: string;
  readonly email: string;
  /** code of the path, and its title */
  readonly path: string;
  readonly pathTitle: string;
  /** in words: when free to work, how they get about */
  readonly availability: string;
  readonly travel: string;
}

/** What the list for the job centre says. */
export interface JobCentreList {
  readonly receiver: { readonly name: string; readonly address: string };
  readonly basis: string;
  readonly comuni: readonly string[];
  /** days that the centre has */
  readonly days: number;
  readonly paths: readonly { readonly code: string; readonly title: string }[];
  readonly rows: readonly JobCentreRow[];
}
