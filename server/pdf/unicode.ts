// SPDX-License-Identifier: AGPL-3.0-or-later
import { deflateSync } from 'node:zlib';
import { PDFDict, PDFName, PDFRawStream, type PDFDocument } from '@cantoo/pdf-lib';
import { decoded } from './content.ts';

/**
 * Where several letters share their shapes the browser writes what they say beside them (ActualText), and maps the
 * single shapes to U+0000, which PDF/UA forbids: they become a space without width.
 */
export function repairUnicode(document: PDFDocument): void {
  for (const [, object] of document.context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFDict) || object.get(PDFName.of('Type')) !== PDFName.of('Font')) continue;
    const ref = object.get(PDFName.of('ToUnicode'));
    const stream = document.context.lookup(ref);
    if (!(stream instanceof PDFRawStream)) continue;
    const text = decoded(stream);
    const mended = text.replace(/(<[0-9A-Fa-f]{4}>\s*)<0000>(?=\s*(?:<|endbfchar))/g, '$1<200B>');
    if (mended === text) continue;
    const data = deflateSync(Buffer.from(mended, 'latin1'));
    const dict = document.context.obj({ Filter: 'FlateDecode', Length: data.length });
    object.set(PDFName.of('ToUnicode'), document.context.register(PDFRawStream.of(dict, data)));
  }
}
