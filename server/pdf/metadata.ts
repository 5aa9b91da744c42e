// SPDX-License-Identifier: AGPL-3.0-or-later
import { createHash } from 'node:crypto';
import { PDFDict, PDFDocument, PDFHexString, PDFName, PDFString } from '@cantoo/pdf-lib';
import type { Attachment } from './attach.ts';
import type { Profile } from './conformance/contract.ts';
import { srgbProfile } from './srgb.ts';

/** What a finished file says about itself. */
export interface Meta {
  readonly title: string;
  readonly language: string;
  /** what a stranger types at /verify; stands in the file as urn:patto:<code> */
  readonly code: string;
  /** RFC 3339: the only time in the file */
  readonly issuedAt: string;
  /** what makes the file's identifier: number, revision, content hash, state */
  readonly seed: string;
  /** files within; where there are any the file is PDF/A-3a, else PDF/A-2a */
  readonly attachments?: readonly Attachment[];
}

/** The profile that a file is made for. */
export const profileOf = ({ attachments = [] }: Meta): Profile => (attachments.length > 0 ? '3a' : '2a');

const producer = 'Patto';
const escape = (text: string): string => text.replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);

/** XMP packet: PDF/A-2a or 3a, PDF/UA-1 (with the schema that PDF/A asks for it), title, language, dates. */
export function xmp(meta: Meta): string {
  const time = `${new Date(meta.issuedAt).toISOString().slice(0, 19)}+00:00`;
  const property = (name: string, type: string, category: string, about: string): string =>
    `<rdf:li rdf:parseType="Resource"><pdfaProperty:name>${name}</pdfaProperty:name><pdfaProperty:valueType>${type}</pdfaProperty:valueType><pdfaProperty:category>${category}</pdfaProperty:category><pdfaProperty:description>${about}</pdfaProperty:description></rdf:li>`;
  return `<?xpacket begin="\u{FEFF}" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:format>application/pdf</dc:format>
<dc:identifier>urn:patto:${escape(meta.code)}</dc:identifier>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">${escape(meta.title)}</rdf:li></rdf:Alt></dc:title>
<dc:language><rdf:Bag><rdf:li>${escape(meta.language)}</rdf:li></rdf:Bag></dc:language>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
<xmp:CreatorTool>${producer}</xmp:CreatorTool>
<xmp:CreateDate>${time}</xmp:CreateDate>
<xmp:ModifyDate>${time}</xmp:ModifyDate>
<pdf:Producer>${producer}</pdf:Producer>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
<pdfaid:part>${profileOf(meta) === '3a' ? 3 : 2}</pdfaid:part>
<pdfaid:conformance>A</pdfaid:conformance>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<pdfuaid:part>1</pdfuaid:part>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq>${property('part', 'Integer', 'internal', 'Part of ISO 14289')}</rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>`;
}

/** Writes all of it into the document; Info and XMP say the same. Returns the file identifier. */
export function describe(document: PDFDocument, meta: Meta): Uint8Array {
  const { context, catalog } = document;
  const at = new Date(meta.issuedAt);
  const id = createHash('sha256').update(meta.seed).digest().subarray(0, 16);

  const info = context.obj({});
  info.set(PDFName.of('Title'), PDFHexString.fromText(meta.title));
  info.set(PDFName.of('Creator'), PDFString.of(producer));
  info.set(PDFName.of('Producer'), PDFString.of(producer));
  info.set(PDFName.of('CreationDate'), PDFString.of(pdfDate(at)));
  info.set(PDFName.of('ModDate'), PDFString.of(pdfDate(at)));
  context.trailerInfo.Info = context.register(info);
  const hex = PDFHexString.of(Buffer.from(id).toString('hex'));
  context.trailerInfo.ID = context.obj([hex, hex]);

  // Not compressed: it must be found by whoever reads the file without a PDF reader.
  const metadata = context.stream(Buffer.from(xmp(meta), 'utf8'), { Type: 'Metadata', Subtype: 'XML' });
  catalog.set(PDFName.of('Metadata'), context.register(metadata));
  const profile = context.register(context.flateStream(srgbProfile(), { N: 3 }));
  catalog.set(
    PDFName.of('OutputIntents'),
    context.obj([
      {
        Type: 'OutputIntent',
        S: 'GTS_PDFA1',
        OutputConditionIdentifier: PDFString.of('sRGB IEC61966-2.1'),
        Info: PDFString.of('sRGB IEC61966-2.1'),
        DestOutputProfile: profile,
      },
    ]),
  );
  catalog.set(PDFName.of('Lang'), PDFString.of(meta.language));
  const preferences = catalog.lookupMaybe(PDFName.of('ViewerPreferences'), PDFDict) ?? context.obj({});
  preferences.set(PDFName.of('DisplayDocTitle'), context.obj(true));
  catalog.set(PDFName.of('ViewerPreferences'), preferences);
  return id;
}

/** D:YYYYMMDDHHmmSSZ, in UTC. */
export function pdfDate(at: Date): string {
  return `D:${at.toISOString().slice(0, 19).replace(/[-:T]/g, '')}Z`;
}
