// SPDX-License-Identifier: AGPL-3.0-or-later
// The least of an XLSX workbook (ECMA-376) that spreadsheets open without a word: inline texts, numbers, dates.
import { strToU8, zipSync } from 'fflate';
import { dayNumber, type Sheet } from './sheet.ts';

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packages = 'http://schemas.openxmlformats.org/package/2006';
const media = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

const entities: { readonly [sign: string]: string } = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};
/** signs that a cell may hold */
const LONGEST = 32_767;
/** XML 1.0 holds no control signs but tab and the ends of lines. */
const forbidden = /[^\t\n\r\u0020-\uFFFD\u{10000}-\u{10FFFF}]/gu;
const escaped = (text: string): string =>
  text.replace(forbidden, '').replace(/[&<>"]/g, (sign) => entities[sign] ?? '');

// Styles by number: 0 plain, 1 head, 2 date.
const styles = `${head}<styleSheet xmlns="${main}"><numFmts count="1"><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/><xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs></styleSheet>`;

/** 0 → A, 27 → AB */
const letters = (column: number): string =>
  (column < 26 ? '' : letters(Math.floor(column / 26) - 1)) + String.fromCharCode(65 + (column % 26));

function cell(value: string | number, at: string, style: 0 | 1): string {
  if (typeof value === 'number') return `<c r="${at}"><v>${value}</v></c>`;
  const day = style === 0 ? dayNumber(value) : undefined;
  if (day !== undefined) return `<c r="${at}" s="2"><v>${day}</v></c>`;
  return `<c r="${at}" t="inlineStr" s="${style}"><is><t xml:space="preserve">${escaped(value.slice(0, LONGEST))}</t></is></c>`;
}

function sheetXml({ columns, rows }: Sheet): string {
  const widths = columns.map((title, place) =>
    Math.min(
      60,
      3 + rows.reduce((most, row) => Math.max(most, String(row[place] ?? '').length), title.length),
    ),
  );
  const cols = widths.map(
    (wide, i) => `<col min="${i + 1}" max="${i + 1}" width="${wide}" customWidth="1"/>`,
  );
  const line = (row: readonly (string | number)[], number: number) =>
    `<row r="${number}">${row.map((value, place) => cell(value, `${letters(place)}${number}`, number === 1 ? 1 : 0)).join('')}</row>`;
  const view =
    '<sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView>';
  const body = [columns, ...rows].map((row, place) => line(row, place + 1)).join('');
  return `${head}<worksheet xmlns="${main}"><sheetViews>${view}</sheetViews><cols>${cols.join('')}</cols><sheetData>${body}</sheetData></worksheet>`;
}

/** Names of sheets: at most 31 signs, some of them forbidden, no two the same. */
function names(sheets: readonly Sheet[]): string[] {
  return sheets.map(({ name }, place) => {
    const tidy =
      name
        .replace(/[\\/?*[\]:]/g, ' ')
        .slice(0, 28)
        .trim() || `Foglio ${place + 1}`;
    return sheets.findIndex((one) => one.name === name) === place ? tidy : `${tidy} ${place + 1}`;
  });
}

/** A workbook with these sheets; the same sheets give the same bytes. */
export function xlsx(sheets: readonly Sheet[]): Uint8Array {
  const ids = sheets.map((_sheet, place) => place + 1);
  const titles = names(sheets);
  const files: { [path: string]: string } = {
    '[Content_Types].xml': `${head}<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${media}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${media}.styles+xml"/>${ids.map((id) => `<Override PartName="/xl/worksheets/sheet${id}.xml" ContentType="${media}.worksheet+xml"/>`).join('')}</Types>`,
    '_rels/.rels': `${head}<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `${head}<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${ids.map((id) => `<sheet name="${escaped(titles[id - 1] ?? '')}" sheetId="${id}" r:id="rId${id}"/>`).join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${head}<Relationships xmlns="${packages}/relationships">${ids.map((id) => `<Relationship Id="rId${id}" Type="${office}/worksheet" Target="worksheets/sheet${id}.xml"/>`).join('')}<Relationship Id="rId${ids.length + 1}" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
    'xl/styles.xml': styles,
    ...Object.fromEntries(
      sheets.map((sheet, place) => [`xl/worksheets/sheet${place + 1}.xml`, sheetXml(sheet)]),
    ),
  };
  const packed = Object.fromEntries(Object.entries(files).map(([path, text]) => [path, strToU8(text)]));
  return zipSync(packed, { level: 6, mtime: '1980-01-01T00:00:00' });
}
