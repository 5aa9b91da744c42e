// SPDX-License-Identifier: AGPL-3.0-or-later
import { PDFDocument } from '@cantoo/pdf-lib';
import { atOnce } from './at-once.ts';

/** The pages of several files in one, to be put on paper: tags, seals and carried data stay in the files themselves. */
export async function together(files: readonly Uint8Array[]): Promise<Uint8Array> {
  const all = await PDFDocument.create({ updateMetadata: false });
  for (const file of files) {
    const one = await PDFDocument.load(file, atOnce);
    for (const page of await all.copyPages(one, one.getPageIndices())) all.addPage(page);
  }
  return all.save();
}
