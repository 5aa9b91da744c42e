// SPDX-License-Identifier: AGPL-3.0-or-later
import { deflateSync } from 'node:zlib';
import { PDFRef, PDFStream, type PDFContext } from '@cantoo/pdf-lib';

/** Objects in one stream of objects. */
const together = 200;

/** The context's objects as a file: streams one by one, all else in streams of objects, then the cross-reference stream. */
export function serialise(context: PDFContext): Uint8Array {
  const parts: Uint8Array[] = [];
  let size = 0;
  const put = (part: Uint8Array | string): void => {
    const bytes = typeof part === 'string' ? Buffer.from(part, 'latin1') : part;
    parts.push(bytes);
    size += bytes.length;
  };
  /** by object number: kind, place or number of the stream, place within it */
  const entries: (readonly [number, number, number])[] = [[0, 0, 65_535]];
  const putStream = (number: number, dict: string, contents: Uint8Array): void => {
    entries[number] = [1, size, 0];
    put(`${number} 0 obj\n${dict}\nstream\n`);
    put(contents);
    put('\nendstream\nendobj\n\n');
  };

  const header = new Uint8Array(context.header.sizeInBytes());
  context.header.copyBytesInto(header, 0);
  put(header);
  put('\n\n');
  const small: (readonly [number, string])[] = [];
  for (const [ref, object] of context.enumerateIndirectObjects())
    if (object instanceof PDFStream) {
      object.updateDict();
      putStream(ref.objectNumber, object.dict.toString(), object.getContents());
    } else small.push([ref.objectNumber, object.toString()]);

  let next = context.largestObjectNumber + 1;
  for (let from = 0; from < small.length; from += together) {
    let [places, texts] = ['', ''];
    small.slice(from, from + together).forEach(([number, text], place) => {
      entries[number] = [2, next, place];
      places += `${number} ${texts.length} `;
      texts += `${text}\n`;
    });
    const packed = deflateSync(Buffer.from(places + texts, 'latin1'));
    const count = Math.min(together, small.length - from);
    const dict = `<<\n/Type /ObjStm\n/N ${count}\n/First ${places.length}\n/Filter /FlateDecode\n/Length ${packed.length}\n>>`;
    putStream(next, dict, packed);
    next += 1;
  }

  const start = size;
  entries[next] = [1, size, 0];
  const width = 7;
  const table = Buffer.alloc((next + 1) * width);
  for (let number = 0; number <= next; number += 1) {
    // A number that nothing has is free.
    const [kind, place, within] = entries[number] ?? [0, 0, 65_535];
    table.writeUInt8(kind, number * width);
    table.writeUInt32BE(place, number * width + 1);
    table.writeUInt16BE(within, number * width + 5);
  }
  const packed = deflateSync(table);
  const { Root, Info, ID } = context.trailerInfo;
  const trailer = [
    ['Root', Root],
    ['Info', Info instanceof PDFRef ? Info : undefined],
    ['ID', ID],
  ]
    .flatMap(([name, value]) => (value ? [`/${String(name)} ${String(value)}\n`] : []))
    .join('');
  putStream(
    next,
    `<<\n/Type /XRef\n/Size ${next + 1}\n/W [ 1 4 2 ]\n${trailer}/Filter /FlateDecode\n/Length ${packed.length}\n>>`,
    packed,
  );
  put(`startxref\n${start}\n%%EOF`);
  return Buffer.concat(parts, size);
}
