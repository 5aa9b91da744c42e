// SPDX-License-Identifier: AGPL-3.0-or-later
// /demo: what a page of another site looks like that shows a form. In the demonstration it is served a second time from
// a port of its own, which is another origin, under the strict policy of such a site.
import { guestPolicy } from '../headers.ts';
import { refuse } from '../problems.ts';
import type { Route } from './contract.ts';

const css = `:root { font-family: Georgia, 'Times New Roman', serif; line-height: 1.5; color: #222; background: #f6f1e7; }
body { margin: 0; }
header { background: #5b1f2a; color: #fff; padding: 20px max(20px, calc(50vw - 460px)); }
header p { margin: 0; opacity: .85; }
h1 { margin: 0; font-size: 28px; }
main { max-width: 920px; margin: 0 auto; padding: 24px 20px 64px; }
footer { border-top: 1px solid #d8cbb3; padding: 16px max(20px, calc(50vw - 460px)); font-size: 14px; }
`;

/** The page of the invented site; `host` is the origin that the form comes from. */
export const demoPage = (host: string, district: string, form: string): string => `<!doctype html>
<html lang="it">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Comune di Poggiofinto (sito di esempio)</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/demo.css">
<script type="module" src="${host}/embed/${district}/${form}.js"></script>
</head>
<body>
<header><h1>Comune di Poggiofinto</h1><p>Un sito di esempio, che non è quello di Patto</p></header>
<main>
<h2>Chiedere aiuto ai servizi sociali</h2>
<p>Il modulo qui sotto arriva dal servizio dell’Ambito. Tutto il resto della pagina è del sito che lo ospita.</p>
<patto-form form="${district}/${form}"></patto-form>
</main>
<footer>Pagina inventata per la dimostrazione.</footer>
</body>
</html>
`;

export const demoCss = css;
export const demoHeaders = (host: string): { readonly [name: string]: string } => ({
  'Content-Security-Policy': guestPolicy(host),
});

export const demoRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/demo',
    summary: 'A sample page that shows a public form',
    access: 'anyone',
    run(_asked, deps) {
      if (!deps.config.demo) return refuse('not-found');
      const [district] = [...deps.catalogue.districts.values()].filter(
        ({ publicForms }) => publicForms?.length,
      );
      const form = district?.publicForms?.[0];
      if (!district || !form) return refuse('not-found');
      return {
        ok: true,
        bytes: demoPage('', district.id, form),
        type: 'text/html; charset=utf-8',
        headers: { ...demoHeaders("'self'"), 'Cache-Control': 'no-cache' },
      };
    },
  },
  {
    method: 'GET',
    path: '/demo.css',
    summary: 'Style of the sample page',
    access: 'anyone',
    run: (_asked, deps) =>
      deps.config.demo ? { ok: true, bytes: css, type: 'text/css; charset=utf-8' } : refuse('not-found'),
  },
];
