// SPDX-License-Identifier: AGPL-3.0-or-later
import { PDFDocument } from '@cantoo/pdf-lib';
import type { Outcome } from '../storage/contract.ts';
import { atOnce } from './at-once.ts';
import { attach } from './attach.ts';
import { canonical } from './canonical.ts';
import { Pdf } from './conformance/pdf.ts';
import { rewriteContent } from './content.ts';
import { openFrames, placeFigures } from './figures.ts';
import { gate } from './gate.ts';
import { describeLinks } from './link-words.ts';
import { giveItemsBodies } from './lists.ts';
import { describe, profileOf, type Meta } from './metadata.ts';
import { placeSignatures } from './signature-places.ts';
import { repairStructure } from './structure.ts';
import { repairUnicode } from './unicode.ts';

export interface Finished {
  readonly pdf: Uint8Array;
  readonly pages: number;
}

/** What the browser printed → an archivable, accessible file of the same bytes for the same document. */
export async function finish(printed: Uint8Array, meta: Meta): Promise<Outcome<Finished>> {
  const document = await PDFDocument.load(printed, atOnce);
  rewriteContent(document);
  repairUnicode(document);
  placeSignatures(document);
  openFrames(document);
  giveItemsBodies(document);
  placeFigures(document);
  repairStructure(document);
  describeLinks(document);
  attach(document, meta.attachments ?? [], meta.issuedAt);
  describe(document, meta);
  const { bytes, context } = canonical(document);
  const [problem] = gate(new Pdf(context, bytes), profileOf(meta));
  if (problem) return { ok: false, problem };
  return { ok: true, value: { pdf: bytes, pages: document.getPageCount() } };
}
