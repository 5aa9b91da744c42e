// SPDX-License-Identifier: AGPL-3.0-or-later
// The places to sign that a template names become signature fields: tagged, described, where the browser drew them.
import { PDFArray, PDFDict, PDFDocument, PDFHexString, PDFName, PDFRef, PDFString } from '@cantoo/pdf-lib';
import { signaturePlace } from '../../templates/render.ts';
import { elements } from './structure.ts';

const key = (name: string): PDFName => PDFName.of(name);

/** Name of the field of a signer. */
export const fieldOf = (signer: string): string => `firma-${signer}`;

/** The signer and the description that the address of a link names; undefined for any other link. */
function placeIn(annotation: PDFDict): { readonly signer: string; readonly about: string } | undefined {
  const uri = annotation.lookupMaybe(key('A'), PDFDict)?.lookup(key('URI'));
  const address = uri instanceof PDFString || uri instanceof PDFHexString ? uri.decodeText() : '';
  if (!address.startsWith(signaturePlace)) return undefined;
  const [signer = '', about = ''] = address.slice(signaturePlace.length).split('?').map(decodeURIComponent);
  return { signer, about };
}

/** Makes the fields; a place without extent, or a signer with two places, throws. */
export function placeSignatures(document: PDFDocument): void {
  const { context, catalog } = document;
  const fields: PDFRef[] = [];
  const names = new Set<string>();
  for (const page of document.getPages()) {
    for (const ref of page.node.Annots()?.asArray() ?? []) {
      const annotation = context.lookup(ref, PDFDict);
      const place = placeIn(annotation);
      if (!place || !(ref instanceof PDFRef)) continue;
      const name = fieldOf(place.signer);
      if (names.has(name) || !/^[\w-]+$/.test(name)) throw new Error(`two places, or none, for ${name}`);
      names.add(name);
      const [left, bottom, right, top] = annotation
        .lookup(key('Rect'), PDFArray)
        .asArray()
        .map((one) => Number(one.toString()));
      const [width, height] = [(right ?? 0) - (left ?? 0), (top ?? 0) - (bottom ?? 0)];
      if (!(width > 1 && height > 1)) throw new Error(`no room for ${name}`);
      for (const gone of ['A', 'Border', 'BS', 'H', 'PA', 'Dest', 'Contents']) annotation.delete(key(gone));
      const empty = context.stream(new Uint8Array(), {
        Type: 'XObject',
        Subtype: 'Form',
        BBox: [0, 0, width, height],
        Resources: {},
      });
      annotation.set(key('Subtype'), key('Widget'));
      annotation.set(key('FT'), key('Sig'));
      annotation.set(key('T'), PDFString.of(name));
      annotation.set(key('TU'), PDFHexString.fromText(place.about));
      annotation.set(key('F'), context.obj(4));
      annotation.set(key('P'), page.ref);
      annotation.set(key('AP'), context.obj({ N: context.register(empty) }));
      fields.push(ref);
    }
  }
  if (fields.length === 0) return;
  catalog.set(key('AcroForm'), context.obj({ Fields: fields, SigFlags: 3 }));
  const made = new Set(fields);
  for (const element of elements(document))
    if (refersTo(document, element, made)) element.set(key('S'), key('Form'));
}

/** Does a structure element hold one of these annotations? */
function refersTo(document: PDFDocument, element: PDFDict, made: ReadonlySet<PDFRef>): boolean {
  const kids = element.lookup(key('K'));
  return (kids instanceof PDFArray ? kids.asArray() : [element.get(key('K'))]).some((kid) => {
    const one = document.context.lookup(kid);
    const target =
      one instanceof PDFDict && one.get(key('Type')) === key('OBJR') ? one.get(key('Obj')) : undefined;
    return target instanceof PDFRef && made.has(target);
  });
}
