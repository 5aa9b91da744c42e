// SPDX-License-Identifier: BSD-3-Clause
// Inside the iframe: tells the page around how tall the form is. The message is { 'patto-height': <pixels> } and holds
// nothing else, so that it may go to whoever frames us.
const sheet = new CSSStyleSheet();
// In a frame the page around says what it is about; by itself, as behind a link, this page does.
const stands =
  parent === window
    ? 'body { max-width: 860px; margin: 0 auto; padding: 16px } h1 { font: 700 28px/1.25 system-ui, sans-serif; margin: 0 0 16px }'
    : 'body { margin: 0; padding: 2px } h1 { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%) }';
sheet.replaceSync(`html { overflow-x: hidden } body { display: flow-root } ${stands}`);
document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];

const tell = (): void => {
  const height = Math.ceil(document.body.getBoundingClientRect().height);
  if (parent !== window && height > 0) parent.postMessage({ 'patto-height': height }, '*');
};

new ResizeObserver(tell).observe(document.body);
// The page around may have been late to listen.
addEventListener('message', ({ source, data }) => source === parent && data === 'patto-height' && tell());
