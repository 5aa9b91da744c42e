// SPDX-License-Identifier: AGPL-3.0-or-later
// The rest of Lit's module css-tag: only LitElement asks for it, which comes late.
export * from './css-tag.mjs';

export const supportsAdoptingStyleSheets = true;
export const adoptStyles = (root, styles) => {
  root.adoptedStyleSheets = styles.map((each) => each.styleSheet ?? each);
};
export const getCompatibleStyle = (style) => style;
