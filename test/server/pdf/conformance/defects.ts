// SPDX-License-Identifier: AGPL-3.0-or-later
// One defect a document: what is done to the clean file, and the rule that must name it.
import { deflateSync } from 'node:zlib';
import {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFName,
  PDFNumber,
  PDFRawStream,
  PDFString,
  type PDFObject,
} from '@cantoo/pdf-lib';
import { decoded } from '../../../../server/pdf/content.ts';

export interface Defect {
  readonly name: string;
  readonly rule: string;
  /** other rules that the same defect cannot but break */
  readonly also?: readonly string[];
  readonly profile?: '3a';
  objects?(document: PDFDocument): void;
  bytes?(text: string): string;
}

const key = (name: string): PDFName => PDFName.of(name);
const dictOf = (document: PDFDocument, value: PDFObject | undefined): PDFDict =>
  document.context.lookup(value, PDFDict);
const rootOf = (document: PDFDocument): PDFDict => document.catalog.lookup(key('StructTreeRoot'), PDFDict);

/** Every dictionary kept on its own. */
const dicts = (document: PDFDocument): PDFDict[] =>
  document.context.enumerateIndirectObjects().flatMap(([, one]) => (one instanceof PDFDict ? [one] : []));
const streams = (document: PDFDocument): PDFRawStream[] =>
  document.context
    .enumerateIndirectObjects()
    .flatMap(([, one]) => (one instanceof PDFRawStream ? [one] : []));

/** The first structure element of a type. */
function tag(document: PDFDocument, type: string, at = 0): PDFDict {
  const found = dicts(document).filter(
    (one) => one.get(key('S')) === key(type) && one.get(key('P')) !== undefined,
  )[at];
  if (!found) throw new Error(`no ${type}`);
  return found;
}
function font(document: PDFDocument): PDFDict {
  const found = dicts(document).find((one) => one.get(key('Subtype')) === key('Type0'));
  if (!found) throw new Error('no font');
  return found;
}
const inner = (document: PDFDocument): PDFDict =>
  font(document).lookup(key('DescendantFonts'), PDFArray).lookup(0, PDFDict);
function annotation(document: PDFDocument, subtype: string): PDFDict {
  const found = dicts(document).find(
    (one) => one.get(key('Subtype')) === key(subtype) && one.get(key('Rect')) !== undefined,
  );
  if (!found) throw new Error(`no ${subtype}`);
  return found;
}
const page = (document: PDFDocument): PDFDict => document.getPage(0).node;

/** Rewrites what the page paints. */
function content(document: PDFDocument, change: (text: string) => string): void {
  const { context } = document;
  const stream = page(document).lookup(key('Contents')) as PDFRawStream;
  const before = decoded(stream);
  const after = change(before);
  if (after === before) throw new Error('nothing changed');
  const data = deflateSync(Buffer.from(after, 'latin1'));
  const dict = context.obj({ Filter: 'FlateDecode', Length: data.length });
  page(document).set(key('Contents'), context.register(PDFRawStream.of(dict, data)));
}

/** Rewrites the XMP packet. */
function metadata(document: PDFDocument, change: (text: string) => string): void {
  const { context, catalog } = document;
  const stream = catalog.lookup(key('Metadata')) as PDFRawStream;
  const before = Buffer.from(stream.contents).toString('utf8');
  const after = change(before);
  if (after === before) throw new Error('nothing changed');
  const bytes = Buffer.from(after, 'utf8');
  const dict = context.obj({ Type: 'Metadata', Subtype: 'XML', Length: bytes.length });
  catalog.set(key('Metadata'), context.register(PDFRawStream.of(dict, bytes)));
}

function stream(
  document: PDFDocument,
  text: string,
  entries: { readonly [name: string]: string | number | boolean | number[] } = {},
) {
  const bytes = Buffer.from(text, 'latin1');
  const dict: PDFDict = document.context.obj({ ...entries });
  dict.set(key('Length'), PDFNumber.of(bytes.length));
  return document.context.register(PDFRawStream.of(dict, bytes));
}

/** A table cell's attributes. */
function attributes(document: PDFDocument, element: PDFDict): PDFDict {
  const found = element.lookup(key('A'));
  return found instanceof PDFArray ? found.lookup(0, PDFDict) : dictOf(document, element.get(key('A')));
}
function drop(element: PDFDict, name: string): void {
  const found = element.lookup(key('A'));
  for (const one of found instanceof PDFArray ? found.asArray() : [found]) {
    const dict = element.context.lookup(one);
    if (dict instanceof PDFDict) dict.delete(key(name));
  }
}

/** An annotation of another kind on the page, in the structure. */
function addAnnotation(document: PDFDocument, subtype: string, more: PDFDict): void {
  const { context } = document;
  more.set(key('Type'), key('Annot'));
  more.set(key('Subtype'), key(subtype));
  more.set(key('Rect'), context.obj([10, 10, 40, 40]));
  more.set(key('F'), PDFNumber.of(4));
  const root = rootOf(document);
  const number = root.lookup(key('ParentTreeNextKey'), PDFNumber).asNumber();
  more.set(key('StructParent'), PDFNumber.of(number));
  const ref = context.register(more);
  page(document).lookup(key('Annots'), PDFArray).push(ref);
  const whole = root.get(key('K')) as PDFObject;
  const top = context.lookup(whole);
  const parent = top instanceof PDFArray ? top.get(0) : whole;
  const element = context.register(
    context.obj({
      Type: 'StructElem',
      S: 'Annot',
      P: parent,
      Pg: document.getPage(0).ref,
      K: [{ Type: 'OBJR', Obj: ref }],
    }),
  );
  const kids = dictOf(document, parent).lookup(key('K'));
  if (kids instanceof PDFArray) kids.push(element);
  const numbers = root.lookup(key('ParentTree'), PDFDict).lookup(key('Nums'), PDFArray);
  numbers.push(PDFNumber.of(number));
  numbers.push(element);
  root.set(key('ParentTreeNextKey'), PDFNumber.of(number + 1));
}

const link = (document: PDFDocument): PDFDict => annotation(document, 'Link');
const field = (document: PDFDocument): PDFDict => annotation(document, 'Widget');
const state = (document: PDFDocument): PDFDict => {
  const found = page(document).lookup(key('Resources'), PDFDict).lookup(key('ExtGState'), PDFDict);
  return dictOf(document, found.values()[0]);
};
const specification = (document: PDFDocument): PDFDict => {
  const found = dicts(document).find((one) => one.get(key('EF')) !== undefined);
  if (!found) throw new Error('no attachment');
  return found;
};

const replaceUnicode =
  (change: (text: string) => string) =>
  (document: PDFDocument): void => {
    const before = decoded(font(document).lookup(key('ToUnicode')) as PDFRawStream);
    font(document).set(key('ToUnicode'), stream(document, change(before)));
  };

/** One line of a code map for each of the first codes. */
const everyCode = (meaning: string): string =>
  Array.from({ length: 4000 }, (_one, at) => `<${at.toString(16).padStart(4, '0')}> <${meaning}>`).join('\n');

/** Puts an object among those that the page may draw. */
function addObject(document: PDFDocument, name: string, object: PDFObject): void {
  const resources = page(document).lookup(key('Resources'), PDFDict);
  const objects = resources.lookupMaybe(key('XObject'), PDFDict) ?? document.context.obj({});
  objects.set(key(name), object);
  resources.set(key('XObject'), objects);
}

export const defects: readonly Defect[] = [
  // headings, figures, tables, lists, language: what an author does
  { name: 'heading jump', rule: 'heading-jump', objects: (d) => tag(d, 'H2').set(key('S'), key('H4')) },
  {
    name: 'first heading of level three',
    rule: 'heading-first',
    objects: (d) => tag(d, 'H1').set(key('S'), key('H3')),
  },
  {
    name: 'H beside H2',
    rule: 'heading-mixed',
    also: ['heading-first'],
    objects: (d) => tag(d, 'H1').set(key('S'), key('H')),
  },
  { name: 'figure without Alt', rule: 'figure-words', objects: (d) => tag(d, 'Figure').delete(key('Alt')) },
  {
    name: 'figure with a blank Alt',
    rule: 'figure-words',
    objects: (d) => tag(d, 'Figure').set(key('Alt'), PDFString.of(' ')),
  },
  { name: 'figure without BBox', rule: 'figure-place', objects: (d) => drop(tag(d, 'Figure'), 'BBox') },
  {
    name: 'formula without Alt',
    rule: 'formula-words',
    objects: (d) => tag(d, 'P').set(key('S'), key('Formula')),
  },
  { name: 'note without ID', rule: 'note-name', objects: (d) => tag(d, 'P').set(key('S'), key('Note')) },
  {
    name: 'paragraph in the place of a row',
    rule: 'table-parts',
    also: ['table-without-headers'],
    objects: (d) => tag(d, 'TR').set(key('S'), key('P')),
  },
  { name: 'cell outside a row', rule: 'table-parts', objects: (d) => tag(d, 'P').set(key('S'), key('TD')) },
  {
    name: 'row short of a cell',
    rule: 'table-irregular',
    also: ['mark-unclaimed'],
    objects: (d) => tag(d, 'TR', 1).lookup(key('K'), PDFArray).remove(0),
  },
  {
    name: 'cells over each other',
    rule: 'table-overlap',
    also: ['table-irregular'],
    objects: (d) => {
      attributes(d, tag(d, 'TH', 1)).set(key('RowSpan'), PDFNumber.of(2));
      attributes(d, tag(d, 'TD')).set(key('ColSpan'), PDFNumber.of(2));
    },
  },
  {
    name: 'header cell without scope',
    rule: 'table-headers',
    objects: (d) => {
      for (const at of [0, 1]) drop(tag(d, 'TH', at), 'Scope');
      for (const at of [0, 1, 2, 3]) drop(tag(d, 'TD', at), 'Headers');
    },
  },
  {
    name: 'header that nobody is',
    rule: 'table-header-names',
    objects: (d) => {
      for (const at of [0, 1]) tag(d, 'TH', at).delete(key('ID'));
    },
  },
  {
    name: 'table without headers',
    rule: 'table-without-headers',
    objects: (d) => {
      for (const at of [1, 0]) tag(d, 'TH', at).set(key('S'), key('TD'));
    },
  },
  {
    name: 'one name for two cells',
    rule: 'id-twice',
    objects: (d) =>
      tag(d, 'TH', 1).set(key('ID'), PDFString.of(tag(d, 'TH').lookup(key('ID'), PDFString).asString())),
    also: ['table-header-names'],
  },
  {
    name: 'paragraph in the place of an item',
    rule: 'list-parts',
    objects: (d) => tag(d, 'LI').set(key('S'), key('P')),
  },
  { name: 'item without body', rule: 'list-parts', objects: (d) => tag(d, 'LBody').set(key('S'), key('P')) },
  {
    name: 'entry of contents alone',
    rule: 'contents-parts',
    objects: (d) => tag(d, 'P').set(key('S'), key('TOCI')),
  },
  { name: 'document without Lang', rule: 'language-missing', objects: (d) => d.catalog.delete(key('Lang')) },
  {
    name: 'language that is none',
    rule: 'language-wrong',
    objects: (d) => d.catalog.set(key('Lang'), PDFString.of('italiano_vero')),
  },
  // links, fields, annotations
  { name: 'link without Contents', rule: 'link-words', objects: (d) => link(d).delete(key('Contents')) },
  {
    name: 'annotation without Contents',
    rule: 'annotation-words',
    objects: (d) =>
      addAnnotation(
        d,
        'Stamp',
        d.context.obj({ AP: { N: stream(d, '', { Type: 'XObject', Subtype: 'Form', BBox: [0, 0, 1, 1] }) } }),
      ),
  },
  {
    name: 'annotation without appearance',
    rule: 'annotation-appearance',
    objects: (d) => addAnnotation(d, 'Stamp', d.context.obj({ Contents: PDFString.of('x') })),
  },
  {
    name: 'sound',
    rule: 'annotation-kind',
    also: ['annotation-appearance'],
    objects: (d) => addAnnotation(d, 'Sound', d.context.obj({ Contents: PDFString.of('x') })),
  },
  {
    name: 'link that is not printed',
    rule: 'annotation-hidden',
    objects: (d) => link(d).set(key('F'), PDFNumber.of(0)),
  },
  {
    name: 'field without appearance',
    rule: 'annotation-appearance',
    objects: (d) => field(d).delete(key('AP')),
  },
  { name: 'field without description', rule: 'field-words', objects: (d) => field(d).delete(key('TU')) },
  {
    name: 'field in another element',
    rule: 'field-tag',
    objects: (d) => tag(d, 'Form').set(key('S'), key('Span')),
  },
  {
    name: 'link in another element',
    rule: 'link-tag',
    objects: (d) => tag(d, 'Link').set(key('S'), key('Span')),
  },
  {
    name: 'link in no element',
    rule: 'annotation-untagged',
    objects: (d) => {
      const kids = tag(d, 'Link').lookup(key('K'), PDFArray);
      tag(d, 'Link').set(key('K'), kids.get(0));
    },
  },
  { name: 'tab order of rows', rule: 'tab-order', objects: (d) => page(d).set(key('Tabs'), key('R')) },
  {
    name: 'field that is not listed',
    rule: 'field-listed',
    objects: (d) => d.catalog.lookup(key('AcroForm'), PDFDict).set(key('Fields'), d.context.obj([])),
  },
  {
    name: 'appearances left to the reader',
    rule: 'form-settings',
    objects: (d) =>
      d.catalog.lookup(key('AcroForm'), PDFDict).set(key('NeedAppearances'), d.context.obj(true)),
  },
  {
    name: 'printed field without role',
    rule: 'form-element',
    objects: (d) => tag(d, 'P').set(key('S'), key('Form')),
  },
  // fonts
  {
    name: 'font not embedded',
    rule: 'font-not-embedded',
    objects: (d) => inner(d).lookup(key('FontDescriptor'), PDFDict).delete(key('FontFile2')),
  },
  {
    name: 'empty box shown',
    rule: 'glyph-missing',
    also: ['font-widths'],
    objects: (d) => content(d, (text) => text.replace(/<[0-9A-Fa-f]{4}(?=[0-9A-Fa-f]*> ?T)/, '<0000')),
  },
  {
    name: 'letter that the file lacks',
    rule: 'glyph-not-embedded',
    also: ['font-unicode', 'font-widths'],
    objects: (d) => content(d, (text) => text.replace(/<[0-9A-Fa-f]{4}(?=[0-9A-Fa-f]*> ?T)/, '<FFF0')),
  },
  { name: 'no ToUnicode', rule: 'font-unicode', objects: (d) => font(d).delete(key('ToUnicode')) },
  {
    name: 'ToUnicode that leaves letters out',
    rule: 'font-unicode',
    objects: replaceUnicode((text) => text.replace(/beginbf(char|range)[^]*?endbf\1/g, '')),
  },
  {
    name: 'letter that means U+FEFF',
    rule: 'font-unicode-wrong',
    objects: replaceUnicode((text) =>
      text.replace(/\d+ beginbf(char|range)[^]*endbf\1/, `4 beginbfchar\n${everyCode('FEFF')}\nendbfchar`),
    ),
  },
  {
    name: 'wrong widths',
    rule: 'font-widths',
    objects: (d) => {
      inner(d).delete(key('W'));
      inner(d).set(key('DW'), PDFNumber.of(777));
    },
  },
  { name: 'no CIDToGIDMap', rule: 'font-glyph-map', objects: (d) => inner(d).delete(key('CIDToGIDMap')) },
  {
    name: 'encoding that is not in the file',
    rule: 'font-encoding',
    objects: (d) => font(d).set(key('Encoding'), key('UniJIS-UCS2-H')),
  },
  {
    name: 'CIDSet that leaves letters out',
    rule: 'font-set',
    objects: (d) => inner(d).lookup(key('FontDescriptor'), PDFDict).set(key('CIDSet'), stream(d, '\0')),
  },
  { name: 'font without name', rule: 'font-entries', objects: (d) => font(d).delete(key('BaseFont')) },
  // what the page paints
  {
    name: 'untagged text',
    rule: 'content-untagged',
    objects: (d) => content(d, (text) => text.replace('/Artifact BMC', '/Pezzo BMC')),
  },
  {
    name: 'untagged line',
    rule: 'content-untagged',
    objects: (d) => content(d, (text) => `${text}\n0 0 m 9 9 l S`),
  },
  {
    name: 'artifact inside text',
    rule: 'artifact-in-tagged',
    objects: (d) => content(d, (text) => text.replace(/(MCID 0\s*>>\s*BDC)/, '$1\n/Artifact BMC EMC')),
  },
  {
    name: 'text inside artifact',
    rule: 'tagged-in-artifact',
    objects: (d) => content(d, (text) => `/Artifact BMC\n${text}\nEMC`),
    also: ['artifact-in-tagged'],
  },
  {
    name: 'mark without end',
    rule: 'content-balance',
    objects: (d) => content(d, (text) => `${text}\n/Artifact BMC`),
  },
  {
    name: 'unknown operator',
    rule: 'content-operator',
    objects: (d) => content(d, (text) => `${text}\n1 frob`),
  },
  {
    name: 'inline image',
    rule: 'content-operator',
    also: ['mark-absent', 'parent-tree'],
    objects: (d) => content(d, (text) => `${text}\nBI /W 1 ID x EI`),
  },
  {
    name: 'resource that is not there',
    rule: 'content-resource',
    objects: (d) => content(d, (text) => `${text}\n/Niente gs`),
  },
  {
    name: 'q beyond depth',
    rule: 'nesting',
    objects: (d) => content(d, (text) => `${text}\n${'q '.repeat(29)}${'Q '.repeat(29)}`),
  },
  {
    name: 'MCID used twice',
    rule: 'mark-twice',
    objects: (d) => content(d, (text) => text.replace(/MCID 1\b/, 'MCID 0')),
    also: ['mark-absent'],
  },
  // structure
  { name: 'not marked', rule: 'tags-marked', objects: (d) => d.catalog.delete(key('MarkInfo')) },
  {
    name: 'suspects',
    rule: 'tags-suspects',
    objects: (d) => d.catalog.lookup(key('MarkInfo'), PDFDict).set(key('Suspects'), d.context.obj(true)),
  },
  {
    name: 'no structure',
    rule: 'tags-missing',
    also: ['annotation-untagged', 'mark-unclaimed', 'parent-tree'],
    objects: (d) => d.catalog.delete(key('StructTreeRoot')),
  },
  {
    name: 'type that nobody knows',
    rule: 'role-unknown',
    objects: (d) => tag(d, 'P').set(key('S'), key('Paragrafo')),
  },
  {
    name: 'roles in a circle',
    rule: 'role-circle',
    objects: (d) => {
      tag(d, 'P').set(key('S'), key('Uno'));
      rootOf(d).set(key('RoleMap'), d.context.obj({ Uno: 'Due', Due: 'Uno' }));
    },
  },
  {
    name: 'standard role defined anew',
    rule: 'role-standard',
    objects: (d) => rootOf(d).set(key('RoleMap'), d.context.obj({ P: 'Span' })),
  },
  {
    name: 'element of another parent',
    rule: 'tag-parent',
    objects: (d) => tag(d, 'H2').set(key('P'), rootOf(d).context.getObjectRef(tag(d, 'Table')) as PDFObject),
  },
  {
    name: 'broken ParentTree',
    rule: 'parent-tree',
    objects: (d) => {
      const list = rootOf(d).lookup(key('ParentTree'), PDFDict).lookup(key('Nums'), PDFArray);
      for (let at = 1; at < list.size(); at += 2) {
        const entry = list.lookup(at);
        if (entry instanceof PDFArray) entry.set(0, entry.get(entry.size() - 1));
      }
    },
  },
  { name: 'no ParentTree', rule: 'parent-tree', objects: (d) => rootOf(d).delete(key('ParentTree')) },
  {
    name: 'text that no element holds',
    rule: 'mark-unclaimed',
    objects: (d) => tag(d, 'H2').delete(key('K')),
  },
  {
    name: 'element of a text that is not there',
    rule: 'mark-absent',
    objects: (d) =>
      tag(d, 'NonStruct').set(
        key('K'),
        d.context.obj([
          (tag(d, 'NonStruct').lookup(key('K')) instanceof PDFArray
            ? tag(d, 'NonStruct').lookup(key('K'), PDFArray).get(0)
            : tag(d, 'NonStruct').get(key('K'))) as PDFObject,
          4711,
        ]),
      ),
  },
  // what it says of itself
  {
    name: 'no XMP',
    rule: 'metadata-missing',
    also: ['metadata-archive', 'metadata-accessible', 'metadata-title', 'metadata-differ'],
    objects: (d) => d.catalog.delete(key('Metadata')),
  },
  {
    name: 'packet with an encoding',
    rule: 'metadata-packet',
    objects: (d) =>
      metadata(d, (text) => text.replace('<?xpacket begin', '<?xpacket encoding="UTF-8" begin')),
    also: [],
  },
  {
    name: 'XMP that does not close',
    rule: 'metadata-packet',
    objects: (d) => metadata(d, (text) => text.replace('</rdf:RDF>', '')),
  },
  {
    name: 'no pdfaid',
    rule: 'metadata-archive',
    objects: (d) => metadata(d, (text) => text.replace(/<pdfaid:part>.*/, '')),
  },
  {
    name: 'level B',
    rule: 'metadata-archive',
    objects: (d) => metadata(d, (text) => text.replace('conformance>A<', 'conformance>B<')),
  },
  {
    name: 'no pdfuaid',
    rule: 'metadata-accessible',
    objects: (d) => metadata(d, (text) => text.replace(/<pdfuaid:part>.*/, '')),
  },
  {
    name: 'schema that is not described',
    rule: 'metadata-schema',
    objects: (d) =>
      metadata(d, (text) => text.replace('<pdfaSchema:prefix>pdfuaid<', '<pdfaSchema:prefix>altro<')),
  },
  {
    name: 'no title',
    rule: 'metadata-title',
    also: ['metadata-differ'],
    objects: (d) => metadata(d, (text) => text.replace(/<dc:title>.*<\/dc:title>/, '')),
  },
  { name: 'XMP beside Info', rule: 'metadata-differ', objects: (d) => d.setTitle('Altro') },
  {
    name: 'dates that differ',
    rule: 'metadata-differ',
    objects: (d) =>
      dictOf(d, d.context.trailerInfo.Info).set(key('CreationDate'), PDFString.of('D:20200101000000Z')),
  },
  {
    name: 'no DisplayDocTitle',
    rule: 'title-shown',
    objects: (d) => d.catalog.delete(key('ViewerPreferences')),
  },
  // colour and drawing
  {
    name: 'no output intent',
    rule: 'colour-profile',
    also: ['transparency'],
    objects: (d) => d.catalog.delete(key('OutputIntents')),
  },
  {
    name: 'transparency without group colour space',
    rule: 'transparency',
    also: ['colour-profile'],
    objects: (d) => {
      d.catalog.delete(key('OutputIntents'));
      page(d).set(key('Group'), d.context.obj({ S: 'Transparency' }));
    },
  },
  {
    name: 'profile that is none',
    rule: 'colour-profile',
    also: ['colour-space'],
    objects: (d) =>
      dictOf(d, d.catalog.lookup(key('OutputIntents'), PDFArray).get(0)).set(
        key('DestOutputProfile'),
        stream(d, 'x'.repeat(200), { N: 3 }),
      ),
  },
  {
    name: 'printing colours',
    rule: 'colour-space',
    objects: (d) => content(d, (text) => `0 0 0 1 k\n${text}`),
  },
  {
    name: 'blend mode of its own',
    rule: 'blend-mode',
    objects: (d) => state(d).set(key('BM'), key('Mescola')),
  },
  {
    name: 'transfer function',
    rule: 'graphics-state',
    objects: (d) => state(d).set(key('TR'), key('Identity')),
  },
  {
    name: 'rendering intent of its own',
    rule: 'rendering-intent',
    objects: (d) => content(d, (text) => `/Bello ri\n${text}`),
  },
  {
    name: 'image that is smoothed',
    rule: 'image',
    also: ['content-untagged'],
    objects: (d) => {
      const image = stream(d, '\0', {
        Type: 'XObject',
        Subtype: 'Image',
        Width: 1,
        Height: 1,
        BitsPerComponent: 8,
        ColorSpace: 'DeviceGray',
        Interpolate: true,
      });
      addObject(d, 'Im', image);
      content(d, (text) => `${text}\n/Im Do`);
    },
  },
  {
    name: 'drawing in PostScript',
    rule: 'form-object',
    objects: (d) => {
      const form = stream(d, '', { Type: 'XObject', Subtype: 'Form', Subtype2: 'PS', BBox: [0, 0, 1, 1] });
      addObject(d, 'Fm', form);
      content(d, (text) => `${text}\n/Fm Do`);
    },
  },
  {
    name: 'drawing with text drawn twice',
    rule: 'form-drawn-twice',
    objects: (d) => content(d, (text) => text.replace(/\/X\d+ Do/, '$& $&')),
  },
  // what it would do
  {
    name: 'JavaScript',
    rule: 'script',
    objects: (d) =>
      d.catalog.set(key('OpenAction'), d.context.obj({ S: 'JavaScript', JS: PDFString.of('app.alert(1)') })),
  },
  {
    name: 'Launch',
    rule: 'action',
    objects: (d) => link(d).set(key('A'), d.context.obj({ S: 'Launch', F: PDFString.of('x') })),
  },
  {
    name: 'named action of its own',
    rule: 'action',
    objects: (d) => link(d).set(key('A'), d.context.obj({ S: 'Named', N: 'Print' })),
  },
  { name: 'page that acts', rule: 'trigger', objects: (d) => page(d).set(key('AA'), d.context.obj({})) },
  {
    name: 'layers without name',
    rule: 'layers',
    objects: (d) => d.catalog.set(key('OCProperties'), d.context.obj({ OCGs: [], D: {} })),
  },
  {
    name: 'slide show',
    rule: 'presentation',
    objects: (d) => page(d).set(key('PresSteps'), d.context.obj({})),
  },
  // the file
  {
    name: 'encryption',
    rule: 'file-encrypted',
    objects: (d) => {
      d.context.trailerInfo.Encrypt = d.context.obj({ Filter: 'Standard' });
    },
  },
  {
    name: 'no identifier',
    rule: 'file-identifier',
    objects: (d) => {
      delete d.context.trailerInfo.ID;
    },
  },
  {
    name: 'external stream',
    rule: 'stream-external',
    objects: (d) => streams(d)[0]?.dict.set(key('F'), PDFString.of('altrove')),
  },
  {
    name: 'LZW',
    rule: 'stream-filter',
    objects: (d) => {
      const form = stream(d, '\x80\x0b\x60\x50\x22\x0c\x0c\x85\x01', { Filter: 'LZWDecode' });
      d.catalog.set(key('PieceInfo'), form);
    },
  },
  {
    name: 'permissions of its own',
    rule: 'permissions',
    objects: (d) => d.catalog.set(key('Perms'), d.context.obj({ Altro: {} })),
  },
  {
    name: 'name too long',
    rule: 'limits',
    objects: (d) => d.catalog.set(key('N'.repeat(128)), d.context.obj(1)),
  },
  {
    name: 'integer too large',
    rule: 'limits',
    objects: (d) => d.catalog.set(key('Numero'), PDFNumber.of(3_000_000_000)),
  },
  {
    name: 'page too large',
    rule: 'page-size',
    objects: (d) => page(d).set(key('MediaBox'), d.context.obj([0, 0, 595, 20_000])),
  },
  {
    name: 'header of another kind',
    rule: 'file-header',
    bytes: (text) => text.replace(/^%PDF-1\.7\n%..../, '%PDF-1.7\n%abcd'),
  },
  { name: 'something behind the end', rule: 'file-end', bytes: (text) => `${text}<!-- altro -->` },
  {
    name: 'wrong length',
    rule: 'stream-length',
    bytes: (text) =>
      text.replace(
        /(\/Subtype \/XML\n?[^>]*\/Length )(\d+)/,
        (_all, before: string, length: string) =>
          `${before}${String(Number(length) - 1).padStart(length.length, '0')}`,
      ),
  },
  // attachments
  {
    name: 'file within a PDF/A-2',
    rule: 'attachment-forbidden',
    profile: '3a',
    objects: (d) => metadata(d, (text) => text.replace('<pdfaid:part>3<', '<pdfaid:part>2<')),
  },
  {
    name: 'attachment without AFRelationship',
    rule: 'attachment-relation',
    profile: '3a',
    objects: (d) => specification(d).delete(key('AFRelationship')),
  },
  {
    name: 'attachment without name',
    rule: 'attachment-name',
    profile: '3a',
    objects: (d) => specification(d).delete(key('UF')),
  },
  {
    name: 'attachment without kind',
    rule: 'attachment-kind',
    profile: '3a',
    objects: (d) => {
      for (const one of streams(d))
        if (one.dict.get(key('Type')) === key('EmbeddedFile')) one.dict.delete(key('Subtype'));
    },
  },
  {
    name: 'attachment tied to nothing',
    rule: 'attachment-loose',
    profile: '3a',
    objects: (d) => d.catalog.delete(key('AF')),
  },
];
