// SPDX-License-Identifier: AGPL-3.0-or-later
// Tables as text, read strictly (RFC 4180): a quote that is not closed, or stands where none may, is said with its line.

export interface CsvRow {
  /** of the file, from 1: where the row begins */
  readonly line: number;
  readonly cells: readonly string[];
}
export type CsvTable =
  | { readonly ok: true; readonly separator: string; readonly rows: readonly CsvRow[] }
  | { readonly ok: false; readonly code: 'csv-quote' | 'csv-empty'; readonly line: number };

/** The sign between cells: whichever the first line has most of, outside quotes. */
export function separatorOf(text: string): string {
  const first = /^(?:"(?:[^"]|"")*"|[^"\r\n])*/.exec(text)?.[0] ?? '';
  const line = first.replace(/"(?:[^"]|"")*"/g, '');
  const count = (sign: string): number => line.split(sign).length;
  return [';', '\t', ','].reduce((best, sign) => (count(sign) > count(best) ? sign : best));
}

/** Rows of cells as they stand, whatever the ends of lines are; rows without anything in them are left out. */
export function readCsv(given: string): CsvTable {
  const text = given.replace(/^\uFEFF/, '');
  const separator = separatorOf(text);
  const rows: CsvRow[] = [];
  let cells: string[] = [];
  let line = 1;
  let begun = 1;
  const endRow = (): void => {
    if (cells.some((cell) => cell !== '')) rows.push({ line: begun, cells });
    cells = [];
  };
  for (let at = 0; ;) {
    if (text[at] === '"') {
      const opened = line;
      let value = '';
      for (at += 1; ;) {
        const end = text.indexOf('"', at);
        if (end < 0) return { ok: false, code: 'csv-quote', line: opened };
        value += text.slice(at, end);
        at = end + 1;
        if (text[at] !== '"') break;
        value += '"';
        at += 1;
      }
      line += value.split(/\r\n|\n|\r/).length - 1;
      const next = text[at];
      if (next !== undefined && next !== separator && next !== '\n' && next !== '\r')
        return { ok: false, code: 'csv-quote', line };
      cells.push(value);
    } else {
      const from = at;
      while (at < text.length && text[at] !== separator && text[at] !== '\n' && text[at] !== '\r') at += 1;
      cells.push(text.slice(from, at));
    }
    if (at >= text.length) break;
    if (text[at] === separator) {
      at += 1;
      continue;
    }
    at += text[at] === '\r' && text[at + 1] === '\n' ? 2 : 1;
    endRow();
    line += 1;
    begun = line;
    if (at >= text.length) break;
  }
  endRow();
  return rows.length === 0 ? { ok: false, code: 'csv-empty', line: 1 } : { ok: true, separator, rows };
}
