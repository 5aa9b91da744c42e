// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Problem } from '../../runtime/problem.ts';
import { conformance, problemOf } from './conformance/check.ts';
import type { Profile } from './conformance/contract.ts';
import { fontName } from './conformance/fonts.ts';
import type { Pdf } from './conformance/pdf.ts';
import { allowedFont } from './fonts.ts';

/** A letter that the document's fonts lack comes from a font of the machine: another machine would print another paper. */
function strangeFonts(pdf: Pdf): Problem[] {
  return [...pdf.content.fonts.values()].flatMap(({ dict, page }): Problem[] => {
    const font = fontName(pdf, dict);
    return allowedFont.test(font)
      ? []
      : [{ code: 'font-not-allowed', at: '', params: { font, page }, level: 'error' }];
  });
}

/** What keeps a file from being issued or sealed; empty: nothing. */
export function gate(pdf: Pdf, profile: Profile): Problem[] {
  return [...strangeFonts(pdf), ...conformance(pdf, profile).map(problemOf)];
}
