// SPDX-License-Identifier: AGPL-3.0-or-later
import { createHash } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import {
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFRawStream,
  PDFString,
  type PDFRef,
} from '@cantoo/pdf-lib';
import { pdfDate } from './metadata.ts';

/** A file within the document (PDF/A-3). */
export interface Attachment {
  /** e.g. risposte.json */
  readonly name: string;
  /** media type, e.g. application/json */
  readonly kind: string;
  readonly relation: 'Data' | 'Schema' | 'Supplement';
  readonly about: string;
  readonly bytes: Uint8Array;
}

/** Puts files into the document, tied to it as a whole. `at`: RFC 3339 */
export function attach(document: PDFDocument, attachments: readonly Attachment[], at: string): void {
  if (attachments.length === 0) return;
  const { context, catalog } = document;
  const date = PDFString.of(pdfDate(new Date(at)));
  const made = attachments
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .map(({ name, kind, relation, about, bytes }): readonly [string, PDFRef] => {
      const data = deflateSync(bytes, { level: 6 });
      const file = context.obj({
        Type: 'EmbeddedFile',
        Filter: 'FlateDecode',
        Length: data.length,
        Params: {
          Size: bytes.length,
          ModDate: date,
          CheckSum: PDFHexString.of(createHash('md5').update(bytes).digest('hex')),
        },
      });
      file.set(PDFName.of('Subtype'), PDFName.of(kind));
      const stream = context.register(PDFRawStream.of(file, data));
      const specification = context.obj({
        Type: 'Filespec',
        F: PDFString.of(name),
        UF: PDFHexString.fromText(name),
        Desc: PDFHexString.fromText(about),
        AFRelationship: relation,
        EF: { F: stream, UF: stream },
      });
      return [name, context.register(specification)];
    });
  const names = catalog.lookupMaybe(PDFName.of('Names'), PDFDict) ?? context.obj({});
  names.set(
    PDFName.of('EmbeddedFiles'),
    context.obj({ Names: made.flatMap(([name, ref]) => [PDFString.of(name), ref]) }),
  );
  catalog.set(PDFName.of('Names'), names);
  catalog.set(PDFName.of('AF'), context.obj(made.map(([, ref]) => ref)));
}
