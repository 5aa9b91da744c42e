// SPDX-License-Identifier: BSD-3-Clause
// Titillium Web for a page that asks for it: two files, from where this module came from. @font-face inside a shadow
// root is ignored, so the faces are the document's.
let asked = false;

export function addFaces(): void {
  if (asked) return;
  asked = true;
  for (const weight of ['400', '700']) {
    const address = new URL(`../fonts/titillium-web-latin-${weight}-normal.woff2`, import.meta.url);
    document.fonts.add(
      new FontFace('Titillium Web', `url("${address.href}") format("woff2")`, { weight, display: 'swap' }),
    );
  }
}
