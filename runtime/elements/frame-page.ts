// SPDX-License-Identifier: BSD-3-Clause
// Inside the iframe: tells the page around how tall the form is. The message is { 'patto-height': <pixels> } and holds
// nothing else, so that it may go to whoever frames us.
const sheet = new CSSStyleSheet();
sheet.replaceSync('html { overflow-x: hidden } body { margin: 0; padding: 2px; display: flow-root }');
document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];

const tell = (): void => {
  const height = Math.ceil(document.body.getBoundingClientRect().height);
  if (parent !== window && height > 0) parent.postMessage({ 'patto-height': height }, '*');
};

new ResizeObserver(tell).observe(document.body);
// The page around may have been late to listen.
addEventListener('message', ({ source, data }) => source === parent && data === 'patto-height' && tell());
