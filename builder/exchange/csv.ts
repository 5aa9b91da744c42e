// SPDX-License-Identifier: AGPL-3.0-or-later
// Tables as text (RFC 4180), as spreadsheets here write and read them.

/** Signs at the start of a cell that a spreadsheet takes for a formula. */
const formula = /^[=+\-@\t\r]/;

const cell = (text: string): string => {
  // An apostrophe says: this is text. It is taken off again when the table comes back.
  const safe = formula.test(text) || text.startsWith("'") ? `'${text}` : text;
  return /[";,\n\r\t]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

/** Rows as text; the byte order mark tells spreadsheets that it is UTF-8. */
export const writeCsv = (rows: readonly (readonly string[])[]): string =>
  `\uFEFF${rows.map((row) => row.map(cell).join(';')).join('\r\n')}\r\n`;

/** The sign between cells: whichever the first line has most of, outside quotes. */
function separatorOf(text: string): string {
  const line = text.replace(/"[^"]*"/g, '').split(/\r?\n/, 1)[0] ?? '';
  const count = (sign: string): number => line.split(sign).length;
  return [';', '\t', ','].reduce((best, sign) => (count(sign) > count(best) ? sign : best));
}

/** Rows of cells; empty lines are left out. Whatever the text is, it is rows. */
export function readCsv(given: string): readonly (readonly string[])[] {
  const text = given.replace(/^\uFEFF/, '');
  const separator = separatorOf(text);
  const rows: string[][] = [];
  let row: string[] = [];
  let value = '';
  let quoted = false;
  const endCell = (): void => {
    row.push(/^'[=+\-@\t\r']/.test(value) ? value.slice(1) : value);
    value = '';
  };
  const endRow = (): void => {
    endCell();
    if (row.some((one) => one !== '')) rows.push(row);
    row = [];
  };
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at]!;
    if (quoted) {
      if (sign !== '"') value += sign;
      else if (text[at + 1] === '"') {
        value += '"';
        at += 1;
      } else quoted = false;
    } else if (sign === '"' && value === '') quoted = true;
    else if (sign === separator) endCell();
    else if (sign === '\n' || sign === '\r') {
      if (sign === '\r' && text[at + 1] === '\n') at += 1;
      endRow();
    } else value += sign;
  }
  endRow();
  return rows;
}
