// SPDX-License-Identifier: AGPL-3.0-or-later
// Our own pages: a few lines of HTML each, which load one bundle. No inline script, no inline style.
import { builderPolicy, pagePolicy } from '../headers.ts';
import { refuse } from '../problems.ts';
import type { Reply, Route } from './contract.ts';
import { mediaType } from './media.ts';
import { publicFile } from './public-file.ts';

interface Page {
  readonly path: string;
  readonly title: string;
  /** bundle under /public and element that it defines */
  readonly script: string;
  readonly element: string;
  /** its policy, where it is not that of all */
  readonly policy?: string;
}

export const pages: readonly Page[] = [
  { path: '/', title: 'Patto', script: 'start', element: 'patto-start' },
  {
    path: '/builder',
    title: 'Moduli · Patto',
    script: 'builder',
    element: 'patto-builder',
    policy: builderPolicy,
  },
  { path: '/desk', title: 'Pratiche · Patto', script: 'desk', element: 'patto-desk' },
  { path: '/accounts', title: 'Accessi · Patto', script: 'accounts', element: 'patto-accounts' },
  { path: '/verify', title: 'Verifica di un documento · Patto', script: 'verify', element: 'patto-verify' },
  { path: '/fields', title: 'Tipi di campo · Patto', script: 'fields', element: 'patto-fields' },
  { path: '/invite', title: 'Invito · Patto', script: 'invite', element: 'patto-invite' },
];

/** The whole text of one of our pages. */
export const pageText = ({ title, script, element }: Page): string => `<!doctype html>
<html lang="it">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<link rel="icon" href="/icon.svg" type="image/svg+xml">
<script type="module" src="/public/${script}.js"></script>
</head>
<body>
<${element}></${element}>
<noscript>Questa pagina ha bisogno di JavaScript.</noscript>
</body>
</html>
`;

const icon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="7" fill="#06c"/><path d="M9 25V7h8.5a6 6 0 0 1 0 12H13" fill="none" stroke="#fff" stroke-width="3.4" stroke-linecap="round" stroke-linejoin="round"/></svg>`;
const fresh = { 'Cache-Control': 'no-cache' };

const html = (text: string, policy = pagePolicy): Reply => ({
  ok: true,
  bytes: text,
  type: 'text/html; charset=utf-8',
  headers: { 'Content-Security-Policy': policy, ...fresh },
});

export const pageRoutes: readonly Route[] = [
  ...pages.map((page): Route => {
    const text = pageText(page);
    return {
      method: 'GET',
      path: page.path,
      summary: page.title,
      access: 'anyone',
      run: () => html(text, page.policy),
    };
  }),
  {
    method: 'GET',
    path: '/icon.svg',
    summary: 'Icon',
    access: 'anyone',
    run: () => ({
      ok: true,
      bytes: icon,
      type: 'image/svg+xml',
      headers: { 'Cache-Control': 'public, max-age=86400' },
    }),
  },
  {
    method: 'GET',
    path: '/public/{path...}',
    summary: 'Bundles and fonts of our own pages',
    access: 'anyone',
    async run(asked) {
      const path = asked.path['path'] ?? '';
      const bytes = await publicFile(path);
      if (!bytes) return refuse('not-found');
      const lasting = path.startsWith('chunks/') || path.endsWith('.woff2');
      return {
        ok: true,
        open: true,
        bytes,
        type: mediaType(path),
        headers: lasting ? { 'Cache-Control': 'public, max-age=31536000, immutable' } : fresh,
      };
    },
  },
];
