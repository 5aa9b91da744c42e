// SPDX-License-Identifier: BSD-3-Clause
// For a page that shows a form in an iframe: each of our frames gets the height that it says it has.
// It takes numbers from our own origin and nothing else.
const ours = new URL(import.meta.url).origin;
/** pixels: what no form is taller than */
const TALLEST = 50_000;

addEventListener('message', ({ origin, source, data }: MessageEvent<unknown>) => {
  const height =
    origin === ours ? (data as { 'patto-height'?: unknown } | null)?.['patto-height'] : undefined;
  if (typeof height !== 'number' || !(height > 0 && height <= TALLEST)) return;
  for (const frame of document.querySelectorAll('iframe'))
    if (frame.contentWindow === source) frame.height = String(Math.ceil(height));
});

// Frames that were there first have said it already.
for (const frame of document.querySelectorAll('iframe'))
  if (frame.src.startsWith(`${ours}/`)) frame.contentWindow?.postMessage('patto-height', ours);
