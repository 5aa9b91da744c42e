// SPDX-License-Identifier: AGPL-3.0-or-later
import { PDFDict, PDFHexString, PDFName, PDFString, type PDFDocument, type PDFObject } from '@cantoo/pdf-lib';
import { unicodeOf } from './conformance/fonts.ts';
import { Pdf } from './conformance/pdf.ts';
import type { Tag } from './conformance/tags.ts';

const key = (name: string): PDFName => PDFName.of(name);

const decode = (value: PDFObject | undefined): string =>
  value instanceof PDFString || value instanceof PDFHexString ? value.decodeText() : '';

/** Says in words where each link leads: its address, or within the document what it says on the page. */
export function describeLinks(document: PDFDocument): void {
  let pdf: Pdf | undefined;
  for (const page of document.getPages()) {
    for (const one of page.node.Annots()?.asArray() ?? []) {
      const link = document.context.lookup(one, PDFDict);
      if (link.get(key('Subtype')) !== key('Link') || link.get(key('Contents')) !== undefined) continue;
      const address = decode(link.lookupMaybe(key('A'), PDFDict)?.lookup(key('URI')));
      pdf ??= address === '' ? new Pdf(document.context) : undefined;
      const words = address || (pdf ? wordsOn(pdf, link) : '');
      if (words !== '') link.set(key('Contents'), PDFHexString.fromText(words));
    }
  }
}

/** What the element around a link shows, or the description of its picture. */
function wordsOn(pdf: Pdf, link: PDFDict): string {
  const holder = pdf.tags.all.find((tag) => tag.objects.some((one) => pdf.context.lookup(one) === link));
  const words: string[] = [];
  const visit = (tag: Tag): void => {
    words.push(pdf.text(tag.dict, 'Alt') ?? '');
    for (const { stream, mcid } of tag.held) {
      const mark = pdf.content.marks.find((one) => one.stream === stream && one.mcid === mcid);
      words.push(
        (mark?.runs ?? []).map(([font, code]) => unicodeOf(pdf, font.dict)?.get(code) ?? '').join(''),
      );
    }
    tag.kids.forEach(visit);
  };
  if (holder) visit(holder);
  return words.join('').replace(/\s+/g, ' ').trim().slice(0, 500);
}
