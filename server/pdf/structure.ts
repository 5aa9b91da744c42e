// SPDX-License-Identifier: AGPL-3.0-or-later
import {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFString,
  type PDFObject,
} from '@cantoo/pdf-lib';

/** Structure types of PDF 1.7; anything else needs a place in the role map. */
const standard = new Set(
  (
    'Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4 H5 H6 L LI Lbl LBody ' +
    'Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot Ruby RB RT RP Warichu WT WP ' +
    'Figure Formula Form'
  ).split(' '),
);
const roles: { readonly [type: string]: string } = { Strong: 'Span', Em: 'Span', Aside: 'Div', Title: 'P' };

/** Every structure element, in reading order. */
export function elements(document: PDFDocument): PDFDict[] {
  const found: PDFDict[] = [];
  const seen = new Set<PDFDict>();
  const visit = (kid: PDFObject | undefined): void => {
    const node = document.context.lookup(kid);
    if (node instanceof PDFArray) for (const one of node.asArray()) visit(one);
    else if (node instanceof PDFDict && node.get(PDFName.of('S')) !== undefined && !seen.has(node)) {
      seen.add(node);
      found.push(node);
      visit(node.get(PDFName.of('K')));
    }
  };
  visit(root(document)?.get(PDFName.of('K')));
  return found;
}

function root(document: PDFDocument): PDFDict | undefined {
  return document.catalog.lookupMaybe(PDFName.of('StructTreeRoot'), PDFDict);
}

/** Role map for types that are not standard, readable names for table cells. */
export function repairStructure(document: PDFDocument): void {
  const { context } = document;
  const map = context.obj({});
  const names = new Map<string, string>();
  for (const element of elements(document)) {
    const type = element.lookupMaybe(PDFName.of('S'), PDFName)?.decodeText() ?? '';
    if (!standard.has(type)) map.set(PDFName.of(type), PDFName.of(roles[type] ?? 'NonStruct'));
    const id = textOf(element.lookup(PDFName.of('ID')));
    if (id !== undefined) {
      const name = `n${String(names.size + 1).padStart(5, '0')}`;
      names.set(id, name);
      element.set(PDFName.of('ID'), PDFString.of(name));
    }
  }
  renameHeaders(document, names);
  const top = root(document);
  if (top && map.keys().length > 0) top.set(PDFName.of('RoleMap'), map);
}

/** Chromium names cells by node numbers that differ from launch to launch: they follow the reading order instead. */
function renameHeaders(document: PDFDocument, names: ReadonlyMap<string, string>): void {
  const { context } = document;
  const leaf: PDFObject[] = [];
  for (const element of elements(document)) {
    const id = element.lookup(PDFName.of('ID'));
    if (id instanceof PDFString) {
      const ref = context.getObjectRef(element);
      if (ref) leaf.push(PDFString.of(id.asString()), ref);
    }
    const attributes = element.lookup(PDFName.of('A'));
    for (const one of attributes instanceof PDFArray ? attributes.asArray() : [attributes]) {
      const dict = context.lookup(one);
      const headers = dict instanceof PDFDict ? dict.lookup(PDFName.of('Headers')) : undefined;
      if (headers instanceof PDFArray) {
        headers.asArray().forEach((header, index) => {
          const name = names.get(textOf(header) ?? '');
          if (name !== undefined) headers.set(index, PDFString.of(name));
        });
      }
    }
  }
  const top = root(document);
  if (top && leaf.length > 0) {
    const limits = context.obj([leaf[0] as PDFString, leaf[leaf.length - 2] as PDFString]);
    const kid = context.register(context.obj({ Limits: limits, Names: leaf }));
    top.set(PDFName.of('IDTree'), context.obj({ Kids: [kid] }));
  }
}

function textOf(value: PDFObject | undefined): string | undefined {
  return value instanceof PDFString || value instanceof PDFHexString ? value.decodeText() : undefined;
}
