// SPDX-License-Identifier: AGPL-3.0-or-later
import { PDFArray, PDFDict, PDFDocument, PDFName, PDFRawStream, type PDFObject } from '@cantoo/pdf-lib';
import type { Problem } from '../../runtime/problem.ts';
import { decoded } from './content.ts';
import { allowedFont } from './fonts.ts';

/** Fonts of one resource dictionary, forms inside it included, with the streams that use them. */
function bearers(
  document: PDFDocument,
): { readonly resources: PDFDict; readonly text: string; readonly page: number }[] {
  const found: { resources: PDFDict; text: string; page: number }[] = [];
  const seen = new Set<PDFObject>();
  const visit = (resources: PDFDict, text: string, page: number): void => {
    found.push({ resources, text, page });
    for (const [, value] of resources.lookupMaybe(PDFName.of('XObject'), PDFDict)?.entries() ?? []) {
      const stream = document.context.lookup(value);
      if (!(stream instanceof PDFRawStream) || seen.has(stream)) continue;
      seen.add(stream);
      if (stream.dict.lookup(PDFName.of('Subtype')) !== PDFName.of('Form')) continue;
      visit(
        stream.dict.lookupMaybe(PDFName.of('Resources'), PDFDict) ?? document.context.obj({}),
        decoded(stream),
        page,
      );
    }
  };
  document.getPages().forEach((page, index) => {
    const contents = page.node.Contents();
    const text = contents instanceof PDFRawStream ? decoded(contents) : '';
    visit(page.node.Resources() ?? document.context.obj({}), text, index + 1);
  });
  return found;
}

/** Every letter on paper must come from an allowed, embedded font and have a shape of its own. */
export function checkGlyphs(document: PDFDocument): Problem[] {
  const problems = new Map<string, Problem>();
  const say = (code: string, params: Problem['params']): void => {
    problems.set(JSON.stringify([code, params]), { code, at: '', params, level: 'error' });
  };
  for (const { resources, text, page } of bearers(document)) {
    const fonts = resources.lookupMaybe(PDFName.of('Font'), PDFDict);
    for (const [, value] of fonts?.entries() ?? []) {
      const font = document.context.lookup(value, PDFDict);
      const name = (font.lookupMaybe(PDFName.of('BaseFont'), PDFName)?.decodeText() ?? '').replace(
        /^[A-Z]{6}\+/,
        '',
      );
      if (!allowedFont.test(name)) say('font-not-allowed', { font: name, page });
      else if (!embedded(font)) say('font-not-embedded', { font: name, page });
    }
    // Texts are written as numbers of glyphs, two bytes each; 0 is the empty box.
    for (const [, hex = ''] of text.matchAll(/<([0-9A-Fa-f]+)>/g)) {
      if (/^(.{4})*?0000/.test(hex)) say('glyph-missing', { page });
    }
  }
  return [...problems.values()];
}

function embedded(font: PDFDict): boolean {
  const inner = font.lookupMaybe(PDFName.of('DescendantFonts'), PDFArray)?.lookup(0, PDFDict) ?? font;
  const descriptor = inner.lookupMaybe(PDFName.of('FontDescriptor'), PDFDict);
  return ['FontFile', 'FontFile2', 'FontFile3'].some(
    (key) => descriptor?.lookup(PDFName.of(key)) !== undefined,
  );
}
