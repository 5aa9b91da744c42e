// SPDX-License-Identifier: AGPL-3.0-or-later
// What the file says about itself: ISO 19005-2, 6.6; ISO 14289-1, 5 and 7.1.
import type { Breach, Rule } from '../contract.ts';
import type { Pdf } from '../pdf.ts';

/** Prefixes of the schemas that PDF/A knows; any other needs a description of its own. */
const predefined = new Set(
  'rdf x xml xmlns dc xmp xmpRights xmpBJ xmpTPg xmpDM xmpMM pdf photoshop tiff exif pdfaid pdfaExtension pdfaSchema pdfaProperty pdfaType pdfaField stEvt stRef'.split(
    ' ',
  ),
);

const same: readonly (readonly [string, string])[] = [
  ['Title', 'dc:title'],
  ['Author', 'dc:creator'],
  ['Subject', 'dc:description'],
  ['Keywords', 'pdf:Keywords'],
  ['Creator', 'xmp:CreatorTool'],
  ['Producer', 'pdf:Producer'],
  ['CreationDate', 'xmp:CreateDate'],
  ['ModDate', 'xmp:ModifyDate'],
];

/** A PDF date or an XMP date → milliseconds; NaN where it is neither. */
function instant(text: string): number {
  const parts = /^D:(\d{4})(\d\d)?(\d\d)?(\d\d)?(\d\d)?(\d\d)?(?:Z|([+-]\d\d)'?(\d\d)?'?)?/.exec(text);
  if (!parts) return Date.parse(text);
  const [, year, month = '01', day = '01', hour = '00', minute = '00', second = '00', zone, rest = '00'] =
    parts;
  return Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}${zone ? `${zone}:${rest}` : 'Z'}`);
}

function* disagreements(pdf: Pdf): Generator<Breach> {
  for (const [entry, property] of same) {
    const ours = pdf.text(pdf.info, entry);
    const theirs = pdf.said(property);
    if (ours === undefined) continue;
    const agree =
      ours === theirs ||
      (entry.endsWith('Date') && instant(ours) === instant(theirs ?? '') && theirs !== undefined);
    if (!agree) yield { what: `/Info ${entry} “${ours}”, ${property} “${theirs ?? ''}”` };
  }
}

export const rules: readonly Rule[] = [
  {
    id: 'metadata-missing',
    clause: 'ISO 19005-2, 6.6.2.1; ISO 14289-1, 7.1 (06-001)',
    words: {
      it: 'Il documento non dice nulla di sé: mancano i metadati.',
      en: 'The document says nothing of itself: its metadata are missing.',
    },
    *check(pdf) {
      if (!pdf.xmp) yield { what: 'catalog has no /Metadata stream' };
      const stream = pdf.stream(pdf.catalog, 'Metadata');
      if (stream && pdf.has(stream.dict, 'Filter')) yield { what: '/Metadata is filtered' };
    },
  },
  {
    id: 'metadata-packet',
    clause: 'ISO 19005-2, 6.6.2.1',
    words: {
      it: 'I metadati del documento non si leggono.',
      en: 'The metadata of the document cannot be read.',
    },
    *check({ xmp }) {
      if (!xmp) return;
      const head = /<\?xpacket begin=[^?]*\?>/.exec(xmp)?.[0];
      if (!head) yield { what: 'XMP packet without its header' };
      else if (/\b(bytes|encoding)=/.test(head)) yield { what: 'XMP packet header with bytes or encoding' };
      if (xmp.includes('\u{FFFD}')) yield { what: 'XMP is not UTF-8' };
      const open: string[] = [];
      for (const [, close, tag = '', empty] of xmp.matchAll(/<(\/?)([A-Za-z][\w:.-]*)[^<>]*?(\/?)>/g)) {
        if (close && open.pop() !== tag) {
          yield { what: `XMP is not well-formed at ${tag}` };
          return;
        }
        if (!close && !empty) open.push(tag);
      }
      if (open.length > 0) yield { what: `XMP is not well-formed: ${open.join(' ')} open` };
    },
  },
  {
    id: 'metadata-archive',
    clause: 'ISO 19005-2, 6.6.4',
    words: {
      it: 'Il documento non dichiara di essere PDF/A di livello A.',
      en: 'The document does not declare PDF/A level A.',
    },
    *check(pdf) {
      const [part, level] = [pdf.said('pdfaid:part'), pdf.said('pdfaid:conformance')];
      if (!['2', '3'].includes(part ?? '') || level !== 'A')
        yield { what: `pdfaid:part ${part}, pdfaid:conformance ${level}` };
    },
  },
  {
    id: 'metadata-accessible',
    clause: 'ISO 14289-1, 5 (06-002)',
    words: {
      it: 'Il documento non dichiara di essere accessibile (PDF/UA).',
      en: 'The document does not declare to be accessible (PDF/UA).',
    },
    *check(pdf) {
      if (pdf.said('pdfuaid:part') !== '1') yield { what: `pdfuaid:part ${pdf.said('pdfuaid:part')}` };
    },
  },
  {
    id: 'metadata-title',
    clause: 'ISO 14289-1, 7.1 (06-003)',
    words: {
      it: 'Il documento non ha un titolo: darne uno al modello.',
      en: 'The document has no title: give the template one.',
    },
    *check(pdf) {
      if ((pdf.said('dc:title') ?? '').trim() === '') yield { what: 'XMP has no dc:title' };
    },
  },
  {
    id: 'metadata-schema',
    clause: 'ISO 19005-2, 6.6.2.3',
    words: {
      it: 'I metadati usano un vocabolario che non descrivono.',
      en: 'The metadata use a vocabulary that they do not describe.',
    },
    *check({ xmp }) {
      const described = new Set([...xmp.matchAll(/<pdfaSchema:prefix>([^<]*)</g)].map(([, one]) => one));
      const used = new Set([...xmp.matchAll(/<([A-Za-z][\w.-]*):/g)].map(([, one = '']) => one));
      for (const prefix of used)
        if (!predefined.has(prefix) && !described.has(prefix))
          yield { what: `no extension schema for ${prefix}:` };
    },
  },
  {
    id: 'metadata-differ',
    clause: 'ISO 19005-2, 6.6.3',
    words: {
      it: 'Titolo, autore o date sono scritti in due posti del file e non coincidono.',
      en: 'Title, author or dates stand in two places of the file and do not agree.',
    },
    check: disagreements,
  },
  {
    id: 'title-shown',
    clause: 'ISO 14289-1, 7.1 (07-001, 07-002)',
    words: {
      it: 'La finestra del lettore mostrerebbe il nome del file invece del titolo.',
      en: 'The reader’s window would show the file’s name instead of the title.',
    },
    *check(pdf) {
      if (!pdf.yes(pdf.dict(pdf.catalog, 'ViewerPreferences'), 'DisplayDocTitle'))
        yield { what: 'ViewerPreferences has no /DisplayDocTitle true' };
    },
  },
];
