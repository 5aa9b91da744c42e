// SPDX-License-Identifier: AGPL-3.0-or-later
import { harmless, type Sheet } from './sheet.ts';

/** One value as it stands in a cell, before quoting: dates as people write them, decimal commas, no formula. */
export function cellText(value: string | number): string {
  if (typeof value === 'number') return String(value).replace('.', ',');
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value) ?? [];
  return day ? `${day}/${month}/${year}` : harmless(value);
}

const quoted = (text: string): string => (/[";\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** As Italian spreadsheets open it with a double click: semicolons, decimal commas, CRLF, a mark of UTF-8. */
export function csv({ columns, rows }: Sheet): string {
  const lines = [columns, ...rows].map((row) => row.map((value) => quoted(cellText(value))).join(';'));
  return `\uFEFF${lines.join('\r\n')}\r\n`;
}
