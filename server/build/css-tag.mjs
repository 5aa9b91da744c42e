// SPDX-License-Identifier: AGPL-3.0-or-later
// What Lit asks of its module css-tag, for browsers that have constructable style sheets: all that a form is shown in.

/** A sheet is read as its file comes: whoever dresses in it finds it ready. */
export class CSSResult {
  styleSheet = new CSSStyleSheet();
  constructor(text) {
    this.styleSheet.replaceSync((this.cssText = text));
  }
  toString() {
    return this.cssText;
  }
}

export const unsafeCSS = (text) => new CSSResult(String(text));
export const css = (texts, ...values) =>
  new CSSResult(texts.reduce((all, text, place) => all + values[place - 1] + text));
