// SPDX-License-Identifier: AGPL-3.0-or-later
import { PDFDocument, PDFRawStream, type PDFObject } from '@cantoo/pdf-lib';

/** Where the newest cross-reference of a file stands, and the number after its highest object. */
export interface Tail {
  readonly xref: number;
  readonly size: number;
}

/** Read from the cross-reference itself: a parser that skips object streams does not know the highest number. */
export function tail(pdf: Uint8Array): Tail | undefined {
  const end = Buffer.from(pdf.subarray(Math.max(0, pdf.length - 64))).toString('latin1');
  const found = /startxref\s+(\d+)\s+%%EOF\s*$/.exec(end);
  const xref = Number(found?.[1]);
  if (!found || xref >= pdf.length) return undefined;
  const head = Buffer.from(pdf.subarray(xref, xref + 1024)).toString('latin1');
  const size = /\/Size (\d+)/.exec(head)?.[1];
  return size === undefined ? undefined : { xref, size: Number(size) };
}

/** What every trailer of a file repeats, as written; empty where the file has none. */
export interface Trailer {
  readonly Root: string;
  readonly Info: string;
  readonly ID: string;
}

export function trailerOf(document: PDFDocument): Trailer {
  const { Root, Info, ID } = document.context.trailerInfo;
  return { Root: Root?.toString() ?? '', Info: Info?.toString() ?? '', ID: ID?.toString() ?? '' };
}

/** An object as it stands in a file, without its number. */
export function bytesOf(object: PDFObject): Buffer {
  if (!(object instanceof PDFRawStream)) return Buffer.from(object.toString(), 'latin1');
  const bytes = Buffer.alloc(object.sizeInBytes());
  object.copyBytesInto(bytes, 0);
  return bytes;
}

/**
 * The file with these objects (by number) added or replaced at its end; not one byte before changes.
 * The cross-reference is a stream, as the file's own is, and not compressed.
 */
export function increment(
  pdf: Uint8Array,
  trailer: Trailer,
  end: Tail,
  objects: ReadonlyMap<number, Buffer>,
): Buffer {
  const parts: Buffer[] = [Buffer.from(pdf)];
  let at = pdf.length;
  const add = (part: Buffer): void => {
    parts.push(part);
    at += part.length;
  };
  if (pdf[pdf.length - 1] !== 0x0a) add(Buffer.from('\n'));
  const offsets: [number, number][] = [];
  for (const [number, body] of [...objects].sort(([a], [b]) => a - b)) {
    offsets.push([number, at]);
    add(Buffer.concat([Buffer.from(`${number} 0 obj\n`), body, Buffer.from('\nendobj\n')]));
  }
  const start = at;
  const own = Math.max(end.size, ...[...objects.keys()].map((number) => number + 1));
  offsets.push([own, start]);
  add(crossReference(own, offsets, end.xref, trailer));
  add(Buffer.from(`startxref\n${start}\n%%EOF\n`, 'latin1'));
  return Buffer.concat(parts);
}

function crossReference(
  number: number,
  offsets: readonly [number, number][],
  previous: number,
  trailer: Trailer,
): Buffer {
  const rows = Buffer.alloc(offsets.length * 7);
  const index: number[] = [];
  offsets.forEach(([object, offset], row) => {
    rows.writeUInt8(1, row * 7);
    rows.writeUInt32BE(offset, row * 7 + 1);
    index.push(object, 1);
  });
  const repeated = Object.entries(trailer)
    .filter(([, value]) => value !== '')
    .map(([key, value]) => `/${key} ${value}`)
    .join('');
  return Buffer.concat([
    Buffer.from(
      `${number} 0 obj\n<</Type/XRef/Size ${number + 1}/W[1 4 2]/Prev ${previous}${repeated}` +
        `/Index[${index.join(' ')}]/Length ${rows.length}>>\nstream\n`,
      'latin1',
    ),
    rows,
    Buffer.from('\nendstream\nendobj\n', 'latin1'),
  ]);
}
