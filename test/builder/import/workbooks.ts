// SPDX-License-Identifier: AGPL-3.0-or-later
// The corpus of workbooks: texts that a person reads, made into real .xlsx files.
import { readFileSync, readdirSync } from 'node:fs';
import { strToU8, zipSync } from 'fflate';
import { column } from '../../../builder/import/xlsform/workbook.ts';

export interface Case {
  readonly name: string;
  readonly sheets: ReadonlyMap<string, string[][]>;
  readonly expected: readonly string[];
  readonly left: readonly string[];
}

const folder = new URL('../../../../test/builder/import/xlsform/', import.meta.url);

export const cases: readonly Case[] = readdirSync(folder)
  .filter((file) => file.endsWith('.txt'))
  .toSorted()
  .map((file) => {
    const [, ...parts] = readFileSync(new URL(file, folder), 'utf8').split(/^== /m);
    const blocks = new Map(
      parts.map((part) => {
        const [name = '', ...lines] = part.split('\n');
        return [name.trim(), lines.filter((line) => line.trim() !== '')] as const;
      }),
    );
    const { expected = [], left = [] } = Object.fromEntries(blocks);
    const sheets = [...blocks].filter(([name]) => name !== 'expected' && name !== 'left');
    return {
      name: file.slice(0, -4),
      sheets: new Map(
        sheets.map(([name, lines]) => [
          name,
          lines.map((line) => line.split('|').map((cell) => cell.trim())),
        ]),
      ),
      expected,
      left,
    };
  });

const xml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** A workbook as office programs write it: numbers as numbers, texts in the table of shared strings. */
export function workbook(
  sheets: ReadonlyMap<string, readonly (readonly string[])[]>,
  more: { readonly [part: string]: Uint8Array } = {},
): Uint8Array {
  const strings: string[] = [];
  const shared = (text: string): number => {
    const known = strings.indexOf(text);
    return known >= 0 ? known : strings.push(text) - 1;
  };
  const cell = (text: string, at: string): string => {
    if (text === '') return '';
    if (/^-?(0|[1-9]\d{0,8})(\.\d{1,6})?$/.test(text)) return `<c r="${at}"><v>${text}</v></c>`;
    return `<c r="${at}" t="s"><v>${shared(text)}</v></c>`;
  };
  const names = [...sheets.keys()];
  const bodies = names.map((name) => {
    const rows = sheets.get(name)!.map((row, below) => {
      const cells = row.map((text, place) => cell(text, `${column(place)}${below + 1}`)).join('');
      return `<row r="${below + 1}">${cells}</row>`;
    });
    return `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows.join('')}</sheetData></worksheet>`;
  });
  const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
  const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const packed = 'http://schemas.openxmlformats.org/package/2006/relationships';
  const files: { [name: string]: string } = {
    '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="${packed}"><Relationship Id="rId1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${relations}"><sheets>${names
      .map((name, place) => `<sheet name="${xml(name)}" sheetId="${place + 1}" r:id="rId${place + 1}"/>`)
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${packed}">${names
      .map(
        (_, place) =>
          `<Relationship Id="rId${place + 1}" Type="${relations}/worksheet" Target="worksheets/sheet${place + 1}.xml"/>`,
      )
      .join(
        '',
      )}<Relationship Id="rIdS" Type="${relations}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
  };
  bodies.forEach((body, place) => (files[`xl/worksheets/sheet${place + 1}.xml`] = body));
  files['xl/sharedStrings.xml'] =
    `<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${strings
      .map((text) => `<si><t xml:space="preserve">${xml(text)}</t></si>`)
      .join('')}</sst>`;
  const bytes = Object.entries(files).map(([name, text]) => [name, strToU8(head + text)] as const);
  return zipSync({ ...Object.fromEntries(bytes), ...more });
}
