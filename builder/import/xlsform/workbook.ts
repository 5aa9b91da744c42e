// SPDX-License-Identifier: AGPL-3.0-or-later
// A workbook as sheets of texts. What is given to the reader is packed anew from parts that were looked at first.
import { zipSync } from 'fflate';
import type { Unreadable } from '../contract.ts';
import { unreadable } from '../contract.ts';
import { unzip } from './zip.ts';

export interface Sheet {
  readonly name: string;
  /** rows of texts, '' where nothing stands */
  readonly rows: readonly (readonly string[])[];
}

const OLE = [0xd0, 0xcf, 0x11, 0xe0];
const starts = (bytes: Uint8Array, mark: readonly number[]): boolean =>
  mark.every((byte, place) => bytes[place] === byte);
/** Old Excel files, and new ones behind a password, are OLE containers. */
const isOle = (bytes: Uint8Array): boolean => starts(bytes, OLE);

const COLUMNS = 200;
const ROWS = 5_000;
const parts =
  /^(\[Content_Types\]\.xml|_rels\/\.rels|xl\/(workbook|sharedStrings|styles)\.xml|xl\/_rels\/workbook\.xml\.rels|xl\/worksheets\/[\w-]+\.xml)$/;

const name16 = (text: string): Uint8Array =>
  Uint8Array.from([...text].flatMap((each) => [each.charCodeAt(0), 0]));

function holds(bytes: Uint8Array, wanted: Uint8Array): boolean {
  const end = Math.min(bytes.length - wanted.length, 1_000_000);
  for (let at = 0; at <= end; at++) {
    let same = 0;
    while (same < wanted.length && bytes[at + same] === wanted[same]) same++;
    if (same === wanted.length) return true;
  }
  return false;
}

/** One cell as a text: dates as ISO, yes and no as XLSForm writes them. */
function written(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) {
    const iso = value.toISOString();
    return iso.endsWith('T00:00:00.000Z') ? iso.slice(0, 10) : iso.slice(0, 16);
  }
  return String(value).trim();
}

/** Every sheet of an .xlsx file, or why it cannot be read. */
export async function readWorkbook(bytes: Uint8Array): Promise<readonly Sheet[] | Unreadable> {
  if (isOle(bytes)) return unreadable(holds(bytes, name16('EncryptedPackage')) ? 'password' : 'old-excel');
  let macros = false;
  const unpacked = unzip(bytes, (name) => {
    macros ||= /vbaProject|\.bin$|macrosheets|activeX/i.test(name) && !/printerSettings/.test(name);
    return parts.test(name);
  });
  if ('wrong' in unpacked) return unreadable(unpacked.wrong);
  if (macros) return unreadable('macros');
  if (!unpacked.files.has('xl/workbook.xml')) return unreadable('not-a-workbook');
  for (const part of unpacked.files.values())
    if (/<!(DOCTYPE|ENTITY)/i.test(new TextDecoder().decode(part))) return unreadable('not-a-workbook');
  const packed = zipSync(Object.fromEntries(unpacked.files), { level: 0 });
  try {
    const { default: read } = await import('read-excel-file/universal');
    const sheets = await read(packed.buffer as ArrayBuffer);
    if (sheets.some(({ data }) => data.length > ROWS || (data[0]?.length ?? 0) > COLUMNS))
      return unreadable('too-many');
    return sheets.map(({ sheet, data }) => ({ name: sheet, rows: data.map((row) => row.map(written)) }));
  } catch {
    return unreadable('not-a-workbook');
  }
}

/** 0 → 'A', 27 → 'AB' */
export function column(number: number): string {
  const last = String.fromCharCode(65 + (number % 26));
  return number < 26 ? last : column(Math.floor(number / 26) - 1) + last;
}
