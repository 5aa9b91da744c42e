// SPDX-License-Identifier: AGPL-3.0-or-later
import { PDFDocument } from '@cantoo/pdf-lib';
import type { Outcome } from '../storage/contract.ts';
import { canonicalBytes } from './canonical.ts';
import { rewriteContent } from './content.ts';
import { checkGlyphs } from './glyphs.ts';
import { describe, type Meta } from './metadata.ts';
import { placeSignatures } from './signature-places.ts';
import { repairStructure } from './structure.ts';

export interface Finished {
  readonly pdf: Uint8Array;
  readonly pages: number;
}

/** What the browser printed → an archivable, accessible file of the same bytes for the same document. */
export async function finish(printed: Uint8Array, meta: Meta): Promise<Outcome<Finished>> {
  const document = await PDFDocument.load(printed, { updateMetadata: false });
  rewriteContent(document);
  const [problem] = checkGlyphs(document);
  if (problem) return { ok: false, problem };
  placeSignatures(document);
  repairStructure(document);
  describe(document, meta);
  return { ok: true, value: { pdf: await canonicalBytes(document), pages: document.getPageCount() } };
}
