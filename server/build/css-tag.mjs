// SPDX-License-Identifier: AGPL-3.0-or-later
// What Lit asks of its module css-tag, for browsers that have constructable style sheets: all that a form is shown in.

export class CSSResult {
  #sheet;
  constructor(text) {
    this.cssText = text;
  }
  get styleSheet() {
    if (!this.#sheet) (this.#sheet = new CSSStyleSheet()).replaceSync(this.cssText);
    return this.#sheet;
  }
  toString() {
    return this.cssText;
  }
}

export const unsafeCSS = (text) => new CSSResult(String(text));
export const css = (texts, ...values) =>
  new CSSResult(texts.reduce((all, text, place) => all + values[place - 1] + text));
export const supportsAdoptingStyleSheets = true;
export const adoptStyles = (root, styles) => {
  root.adoptedStyleSheets = styles.map((each) => each.styleSheet ?? each);
};
export const getCompatibleStyle = (style) => style;
