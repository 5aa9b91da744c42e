// SPDX-License-Identifier: AGPL-3.0-or-later
import { PDFArray, PDFDict, PDFName, type PDFDocument, type PDFObject } from '@cantoo/pdf-lib';
import { elements } from './structure.ts';

const key = (name: string): PDFName => PDFName.of(name);

/** The browser writes what an item says straight into it; PDF wants label and body apart. */
export function giveItemsBodies(document: PDFDocument): void {
  const { context } = document;
  const moved = new Map<PDFObject, PDFObject>();
  for (const item of elements(document)) {
    if (item.get(key('S')) !== key('LI')) continue;
    const ref = context.getObjectRef(item);
    const found = item.lookup(key('K'));
    const kids = found instanceof PDFArray ? found.asArray() : found ? [item.get(key('K')) as PDFObject] : [];
    const isLabel = (kid: PDFObject): boolean => {
      const one = context.lookup(kid);
      return one instanceof PDFDict && ['Lbl', 'LBody'].some((type) => one.get(key('S')) === key(type));
    };
    const rest = kids.filter((kid) => !isLabel(kid));
    if (rest.length === 0 || !ref) continue;
    const body = context.obj({ Type: 'StructElem', S: 'LBody', P: ref, K: rest });
    const page = item.get(key('Pg'));
    if (page) body.set(key('Pg'), page);
    const made = context.register(body);
    for (const kid of rest) {
      const one = context.lookup(kid);
      if (one instanceof PDFDict && one.get(key('S')) !== undefined) one.set(key('P'), made);
      else moved.set(ref, made);
    }
    item.set(key('K'), context.obj([...kids.filter(isLabel), made]));
  }
  if (moved.size > 0) followInParentTree(document, moved);
}

/** What hung on an item itself now hangs on its body. */
function followInParentTree(document: PDFDocument, moved: ReadonlyMap<PDFObject, PDFObject>): void {
  const root = document.catalog.lookupMaybe(key('StructTreeRoot'), PDFDict);
  const visit = (node: PDFDict | undefined): void => {
    for (const kid of node?.lookupMaybe(key('Kids'), PDFArray)?.asArray() ?? [])
      visit(document.context.lookup(kid, PDFDict));
    const list = node?.lookupMaybe(key('Nums'), PDFArray);
    list?.asArray().forEach((one, index) => {
      const entry = document.context.lookup(one);
      const to = moved.get(one);
      if (to) list.set(index, to);
      if (entry instanceof PDFArray)
        entry.asArray().forEach((holder, at) => entry.set(at, moved.get(holder) ?? holder));
    });
  };
  visit(root?.lookupMaybe(key('ParentTree'), PDFDict));
}
