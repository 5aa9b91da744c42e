// SPDX-License-Identifier: AGPL-3.0-or-later
// /embed/<district>/<form>.html: a public form as a page of ours that others may put in an iframe, and the script with
// which they size it.
import type { Version } from '../../schemas/types.ts';
import { framedPolicy } from '../headers.ts';
import { refuse } from '../problems.ts';
import type { Reply, Route } from './contract.ts';
import { publicFile } from './public-file.ts';

const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** The page of one version. Addresses are relative, so that they hold behind any proxy. */
export function framedPage(district: string, version: Version, locale: string, withdrawn = false): Reply {
  const { definition: form, number, source } = version;
  const bytes = `<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(source.title)}</title>
<link rel="icon" href="data:,">
<script type="module" src="../runtime/frame-page.js"></script>
<script type="module" src="${withdrawn ? form : `${form}@${number}`}.js"></script>
</head>
<body>
<main>
<h1>${escaped(version.source.title)}</h1>
<patto-form form="${district}/${form}" title-errors></patto-form>
</main>
<noscript>Questo modulo ha bisogno di JavaScript.</noscript>
</body>
</html>
`;
  return {
    ok: true,
    open: true,
    framed: true,
    bytes,
    type: 'text/html; charset=utf-8',
    headers: { 'Content-Security-Policy': framedPolicy, 'Cache-Control': 'public, max-age=60' },
  };
}

export const framedRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/embed/frame.js',
    summary: 'Gives each iframe of ours the height of its form',
    access: 'anyone',
    cors: true,
    async run() {
      const bytes = await publicFile('frame.js');
      return bytes
        ? {
            ok: true,
            open: true,
            bytes,
            type: 'text/javascript; charset=utf-8',
            headers: { 'Cache-Control': 'public, max-age=60' },
          }
        : refuse('not-found');
    },
  },
];
