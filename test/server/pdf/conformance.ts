// SPDX-License-Identifier: AGPL-3.0-or-later
// What the project claims of its files (PDF/UA-1, PDF/A-2a), as far as a machine can look without a validator.
import {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFName,
  PDFRawStream,
  PDFString,
  type PDFObject,
} from '@cantoo/pdf-lib';
import { operations } from '../../../server/pdf/content-stream.ts';
import { decoded } from '../../../server/pdf/content.ts';
import { checkGlyphs } from '../../../server/pdf/glyphs.ts';
import { elements } from '../../../server/pdf/structure.ts';

const key = (name: string): PDFName => PDFName.of(name);
const standard =
  /^(Document|Part|Art|Sect|Div|BlockQuote|Caption|NonStruct|P|H[1-6]?|L|LI|Lbl|LBody|Table|TR|TH|TD|THead|TBody|TFoot|Span|Link|Figure|Form)$/;
const shows = new Set(['Tj', 'TJ', 'Do', 'S', 's', 'f', 'F', 'f*', 'B', 'B*', 'b', 'b*', 'sh']);

/** Names of the claims that a file does not keep. */
export async function failures(pdf: Uint8Array): Promise<string[]> {
  const failed: string[] = [];
  const claim = (name: string, holds: boolean): void => {
    if (!holds) failed.push(name);
  };
  const document = await PDFDocument.load(pdf, { updateMetadata: false });
  const { catalog, context } = document;
  const text = Buffer.from(pdf).toString('latin1');

  claim('version 1.7', text.startsWith('%PDF-1.7'));
  claim('file identifier', context.trailerInfo.ID instanceof PDFArray);
  claim('not encrypted', context.trailerInfo.Encrypt === undefined);
  claim('marked', String(catalog.lookupMaybe(key('MarkInfo'), PDFDict)?.lookup(key('Marked'))) === 'true');
  claim('language', catalog.lookup(key('Lang')) instanceof PDFString);
  claim(
    'title shown',
    String(catalog.lookupMaybe(key('ViewerPreferences'), PDFDict)?.lookup(key('DisplayDocTitle'))) === 'true',
  );
  claim('title', (document.getTitle() ?? '') !== '');
  claim('outline', catalog.lookup(key('Outlines')) instanceof PDFDict);
  const metadata = catalog.lookup(key('Metadata'));
  const xmp = metadata instanceof PDFRawStream ? Buffer.from(metadata.contents).toString('utf8') : '';
  claim('PDF/UA-1 named', xmp.includes('<pdfuaid:part>1</pdfuaid:part>'));
  claim(
    'PDF/A-2a named',
    xmp.includes('<pdfaid:part>2</pdfaid:part>') && xmp.includes('<pdfaid:conformance>A<'),
  );
  claim('title in metadata', xmp.includes((document.getTitle() ?? '-').replaceAll('&', '&#38;')));
  const intent = catalog.lookupMaybe(key('OutputIntents'), PDFArray)?.lookup(0, PDFDict);
  claim('output intent', intent?.lookup(key('DestOutputProfile')) instanceof PDFRawStream);
  claim('no scripts', !/\/(JavaScript|JS|Launch|OpenAction)\b/.test(catalog.toString()));
  claim('fonts', checkGlyphs(document).length === 0);

  const roles = catalog.lookupMaybe(key('StructTreeRoot'), PDFDict)?.lookupMaybe(key('RoleMap'), PDFDict);
  const tags = elements(document);
  claim('structure', tags.length > 20);
  let lastHeading = 0;
  const rows = new Map<string, Set<number>>();
  for (const one of tags) {
    const type = one.lookup(key('S'), PDFName).decodeText();
    claim(`role of ${type}`, standard.test(type) || roles?.get(key(type)) !== undefined);
    if (type === 'Figure') claim('figure described', String(one.lookup(key('Alt')) ?? '') !== '');
    if (type === 'TR') {
      const cells = listOf(document, one.get(key('K'))).length;
      const row = String(document.context.getObjectRef(one.lookup(key('P'), PDFDict)));
      rows.set(row, (rows.get(row) ?? new Set()).add(cells));
    }
    const level = Number(/^H([1-6])$/.exec(type)?.[1] ?? 0);
    if (level > 0) claim(`heading ${level} after ${lastHeading}`, level <= lastHeading + 1);
    lastHeading = level || lastHeading;
    if (type === 'TH') claim('header cell with scope', one.get(key('A')) !== undefined);
  }
  claim(
    'rows of one length',
    [...rows.values()].every((lengths) => lengths.size === 1),
  );
  const marked = new Set<string>();
  for (const [index, page] of document.getPages().entries()) {
    claim(`tab order of page ${index + 1}`, page.node.lookup(key('Tabs')) === key('S'));
    const contents = page.node.Contents();
    let depth = 0;
    for (const { op, args } of operations(contents instanceof PDFRawStream ? decoded(contents) : '')) {
      if (op === 'BDC' || op === 'BMC') depth += 1;
      if (op === 'BDC') marked.add(`${index} ${args[1] ?? ''}`);
      if (op === 'EMC') depth -= 1;
      if (shows.has(op)) claim(`page ${index + 1}: everything tagged or artifact`, depth > 0);
    }
    claim(`page ${index + 1}: marks closed`, depth === 0);
    for (const one of page.node.Annots()?.asArray() ?? []) {
      const annotation = context.lookup(one, PDFDict);
      const described = annotation.get(key('Contents')) ?? annotation.get(key('TU'));
      claim('annotation described', described !== undefined);
      if (annotation.get(key('Subtype')) !== key('Widget')) continue;
      const drawn = String(annotation.lookup(key('Rect'))) !== '[ 0 0 0 0 ]';
      const shown = annotation.lookupMaybe(key('AP'), PDFDict)?.lookup(key('N'));
      claim('field with an appearance', !drawn || shown instanceof PDFRawStream);
      claim('field within a Form element', !drawn || tagOf(document, annotation) === 'Form');
      claim('field in the tree', fieldsOf(document).includes(String(one)));
    }
  }
  claim('parent tree knows every mark', parentEntries(document) >= marked.size);
  return [...new Set(failed)];
}

const fieldsOf = (document: PDFDocument): readonly string[] =>
  listOf(document, document.catalog.lookupMaybe(key('AcroForm'), PDFDict)?.get(key('Fields'))).map(String);

/** Type of the structure element that an annotation belongs to. */
function tagOf(document: PDFDocument, annotation: PDFDict): string {
  const tree = document.catalog
    .lookupMaybe(key('StructTreeRoot'), PDFDict)
    ?.lookupMaybe(key('ParentTree'), PDFDict);
  const list = listOf(document, tree?.get(key('Nums')));
  const at = list.findIndex(
    (one, index) => index % 2 === 0 && String(one) === String(annotation.get(key('StructParent'))),
  );
  const element = at < 0 ? undefined : document.context.lookup(list[at + 1]);
  return element instanceof PDFDict ? element.lookup(key('S'), PDFName).decodeText() : '';
}

function listOf(document: PDFDocument, value: PDFObject | undefined): readonly PDFObject[] {
  const found = document.context.lookup(value);
  return found instanceof PDFArray ? found.asArray() : value ? [value] : [];
}

function parentEntries(document: PDFDocument): number {
  const tree = document.catalog
    .lookupMaybe(key('StructTreeRoot'), PDFDict)
    ?.lookupMaybe(key('ParentTree'), PDFDict);
  const list = tree?.lookupMaybe(key('Nums'), PDFArray);
  let entries = 0;
  for (let at = 1; at < (list?.size() ?? 0); at += 2) {
    const one = list?.lookup(at);
    entries += one instanceof PDFArray ? one.size() : 1;
  }
  return entries;
}
