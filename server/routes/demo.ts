// SPDX-License-Identifier: AGPL-3.0-or-later
// /demo: what a page of another site looks like that shows a form. In the demonstration it is served a second time from
// a port of its own, which is another origin, under the strict policy of such a site.
import type { Deps } from '../deps.ts';
import { guestPolicy } from '../headers.ts';
import { refuse } from '../problems.ts';
import type { Route } from './contract.ts';

export interface PublicPlace {
  readonly district: string;
  readonly form: string;
  /** name of the comune */
  readonly comune: string;
}

const css = `:root { font-family: Georgia, 'Times New Roman', serif; line-height: 1.5; color: #222; background: #f6f1e7; }
body { margin: 0; }
header { background: #5b1f2a; color: #fff; padding: 20px max(20px, calc(50vw - 460px)); }
header p { margin: 0; opacity: .85; }
h1 { margin: 0; font-size: 28px; }
main { max-width: 920px; margin: 0 auto; padding: 24px 20px 64px; }
footer { border-top: 1px solid #d8cbb3; padding: 16px max(20px, calc(50vw - 460px)); font-size: 14px; }
`;

/** A district of the demonstration that shows a form to everybody, with that form and the comune whose site it is. */
export function publicPlace({ districts }: Deps['catalogue']): PublicPlace | undefined {
  for (const { id, lead, comuni, publicForms } of districts.values()) {
    const [form] = publicForms ?? [];
    const comune = comuni.find((one) => one.id === lead) ?? comuni[0];
    if (form && comune) return { district: id, form, comune: comune.name };
  }
  return undefined;
}

/** The page of the invented site; `host` is the origin that the form comes from. */
export const demoPage = (host: string, { district, form, comune }: PublicPlace): string => `<!doctype html>
<html lang="it">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Comune di ${comune} (sito di esempio)</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/demo.css">
<script type="module" src="${host}/embed/${district}/${form}.js"></script>
</head>
<body>
<header><h1>Comune di ${comune}</h1><p>Un sito di esempio, che non è quello di Patto</p></header>
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
      const place = publicPlace(deps.catalogue);
      if (!place) return refuse('not-found');
      return {
        ok: true,
        bytes: demoPage('', place),
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
