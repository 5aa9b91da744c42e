// SPDX-License-Identifier: AGPL-3.0-or-later
import { harmless, type Sheet } from './sheet.ts';

/** One value as it stands in a cell, before quoting: dates as people write them, decimal commas, no formula. */
export function cellText(value: string | number): string {
  if (typeof value === 'number') return String(value).replace('.', ',');
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value) ?? [];
  return day ? `${day}/${month}/${year}` : harmless(value);
}

const quoted = (text: string): string => (/[";\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** One line of such a file, its end included. */
export const csvRow = (row: readonly (string | number)[]): string =>
  `${row.map((value) => quoted(cellText(value))).join(';')}\r\n`;

/** As Italian spreadsheets open it with a double click: semicolons, decimal commas, CRLF, a mark of UTF-8. */
export function csv({ columns, rows }: Sheet): string {
  return `\uFEFF${[columns, ...rows].map(csvRow).join('')}`;
}
