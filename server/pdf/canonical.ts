// SPDX-License-Identifier: AGPL-3.0-or-later
import {
  PDFArray,
  PDFContext,
  PDFDict,
  PDFDocument,
  PDFHeader,
  PDFName,
  PDFRawStream,
  PDFRef,
  type PDFObject,
} from '@cantoo/pdf-lib';
import { serialise } from './serialise.ts';

/** Keys first in the walk, so that objects stand near those who use them; the others by name. */
const byName = ([a]: [PDFName, PDFObject], [b]: [PDFName, PDFObject]): number =>
  a.asString() < b.asString() ? -1 : a.asString() > b.asString() ? 1 : 0;

/**
 * The document's bytes, and the objects that they hold, the same for the same document: objects numbered as a walk from the catalog meets them,
 * dictionary keys in order, nothing that is not reached. Throws on streams that are not raw.
 */
export function canonical(document: PDFDocument): {
  readonly bytes: Uint8Array;
  readonly context: PDFContext;
} {
  const from = document.context;
  const to = PDFContext.create();
  to.header = PDFHeader.forVersion(1, 7);
  const numbers = new Map<PDFRef, PDFRef>();
  const waiting: PDFRef[] = [];

  const refOf = (old: PDFRef): PDFRef => {
    let ref = numbers.get(old);
    if (ref === undefined) {
      ref = PDFRef.of(numbers.size + 1);
      numbers.set(old, ref);
      waiting.push(old);
    }
    return ref;
  };
  const copy = (value: PDFObject): PDFObject => {
    if (value instanceof PDFRef) return refOf(value);
    if (value instanceof PDFArray) {
      const list = PDFArray.withContext(to);
      for (const one of value.asArray()) list.push(copy(one));
      return list;
    }
    if (value instanceof PDFRawStream) return PDFRawStream.of(copyDict(value.dict), value.contents);
    if (value instanceof PDFDict) return copyDict(value);
    return value.clone(to);
  };
  const copyDict = (value: PDFDict): PDFDict => {
    const entries = value
      .entries()
      .sort(byName)
      .map(([key, one]): [PDFName, PDFObject] => [key, copy(one)]);
    return PDFDict.fromMapWithContext(new Map(entries), to);
  };

  to.trailerInfo.Root = refOf(from.trailerInfo.Root as PDFRef);
  if (from.trailerInfo.Info instanceof PDFRef) to.trailerInfo.Info = refOf(from.trailerInfo.Info);
  if (from.trailerInfo.ID) to.trailerInfo.ID = copy(from.trailerInfo.ID);
  for (let old = waiting.shift(); old !== undefined; old = waiting.shift()) {
    const value = from.lookup(old);
    if (value !== undefined) to.assign(numbers.get(old) as PDFRef, copy(value));
  }
  return { bytes: serialise(to), context: to };
}
