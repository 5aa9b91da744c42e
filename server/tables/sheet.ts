// SPDX-License-Identifier: AGPL-3.0-or-later

/** A table as spreadsheets know it. ISO dates are written as dates, numbers as numbers. */
export interface Sheet {
  readonly name: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
}

const date = /^\d{4}-\d{2}-\d{2}$/;

/** Days since 30/12/1899, as spreadsheets count; undefined: not an ISO date. */
export function dayNumber(text: string): number | undefined {
  return date.test(text) ? Math.round(Date.parse(`${text}T00:00:00Z`) / 86_400_000) + 25_569 : undefined;
}

/** A text that a spreadsheet would take for a formula is led by an apostrophe; one that is led by it already, by one more. */
export const harmless = (text: string): string => (/^'*[=+@\t\r-]/.test(text) ? `'${text}` : text);
/** The text that was made harmless. */
export const unharmed = (text: string): string => (/^'+[=+@\t\r-]/.test(text) ? text.slice(1) : text);
