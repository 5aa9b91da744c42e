// SPDX-License-Identifier: AGPL-3.0-or-later
// What a file is, by its bytes. Only beginnings that may be allowed are looked at further: a reader of all the formats
// in the world is also open to all the ways of breaking one. Archives are told apart by the names in them, never unpacked.
import { fileTypeFromBuffer } from 'file-type';

const begins = (bytes: Uint8Array, sign: readonly number[], at = 0): boolean =>
  sign.every((byte, index) => bytes[at + index] === byte);
const letters = (text: string): number[] => [...text].map((letter) => letter.charCodeAt(0));

const archive = letters('PK\u0003\u0004');
/** signs of PDF, JPEG, PNG, WebP and the family of HEIC */
const known: readonly (readonly [readonly number[], number])[] = [
  [letters('%PDF-'), 0],
  [[0xff, 0xd8, 0xff], 0],
  [[0x89, ...letters('PNG')], 0],
  [letters('WEBP'), 8],
  [letters('ftyp'), 4],
];

/** Media types that say the same as another. */
const same: { readonly [type: string]: string } = { 'image/heif': 'image/heic' };

/** Media type of these bytes; undefined: none that a form could ask for. */
export async function kindOfBytes(bytes: Uint8Array): Promise<string | undefined> {
  if (begins(bytes, archive)) return kindOfArchive(bytes);
  if (!known.some(([sign, at]) => begins(bytes, sign, at))) return undefined;
  const type = (await fileTypeFromBuffer(bytes).catch(() => undefined))?.mime;
  return type && (same[type] ?? type);
}

/** OpenDocument says its type in its first entry, which is stored as it is; Office Open XML has a folder by kind. */
function kindOfArchive(bytes: Uint8Array): string | undefined {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (begins(bytes, letters('mimetype'), 30)) {
    const length = view.readUInt32LE(18);
    return length < 100 ? view.subarray(38, 38 + length).toString('latin1') : undefined;
  }
  const names = namesIn(view);
  // Macros run where the file is opened.
  if (!names.has('[Content_Types].xml') || [...names].some((name) => /vbaProject|macrosheets/i.test(name)))
    return undefined;
  const office = 'application/vnd.openxmlformats-officedocument';
  if (names.has('word/document.xml')) return `${office}.wordprocessingml.document`;
  return names.has('xl/workbook.xml') ? `${office}.spreadsheetml.sheet` : undefined;
}

/** Names in the archive's directory, which stands at its end. */
function namesIn(view: Buffer): ReadonlySet<string> {
  const names = new Set<string>();
  const end = view.lastIndexOf('PK\u0005\u0006', undefined, 'latin1');
  if (end < 0 || end + 20 > view.length) return names;
  let at = view.readUInt32LE(end + 16);
  while (at + 46 <= view.length && names.size < 5000 && view.readUInt32LE(at) === 0x02014b50) {
    const length = view.readUInt16LE(at + 28);
    names.add(view.subarray(at + 46, at + 46 + length).toString('utf8'));
    at += 46 + length + view.readUInt16LE(at + 30) + view.readUInt16LE(at + 32);
  }
  return names;
}
