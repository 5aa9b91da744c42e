// SPDX-License-Identifier: AGPL-3.0-or-later
// A site that is not ours: a page from an origin of its own, under the strictest policy that such a site can send.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Host {
  /** http://localhost:port: another origin than 127.0.0.1, whatever its port */
  readonly base: string;
  stop(): Promise<void>;
}

/** Content-Security-Policy of a site that takes forms from `ours`. */
export const policy = (...ours: string[]): string =>
  [
    "default-src 'none'",
    `script-src 'self' ${ours.join(' ')}`,
    "style-src 'self'",
    `connect-src 'self' ${ours.join(' ')}`,
    "img-src 'self' data: blob:",
    `font-src 'self' ${ours.join(' ')}`,
    "worker-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types lit-html patto-worker',
  ].join('; ');

/** A whole page of that site. */
export const hostPage = (head: string, place: string): string => `<!doctype html>
<html lang="it"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Un sito qualunque</title><link rel="icon" href="data:,">${head}</head>
<body><main><h1>Un sito qualunque</h1><div class="place">${place}</div></main></body></html>`;

const types: { readonly [ending: string]: string } = { css: 'text/css', js: 'text/javascript' };

/** Any files of such a site, by path; `sent`: the policy that goes with each. */
export async function serveSite(files: { readonly [path: string]: string }, sent: string): Promise<Host> {
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    const body = files[path];
    response.writeHead(body === undefined ? 404 : 200, {
      'Content-Type': `${types[path.split('.').at(-1) ?? ''] ?? 'text/html'}; charset=utf-8`,
      'Content-Security-Policy': sent,
      'Cache-Control': 'no-store',
    });
    response.end(body);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    base: `http://localhost:${(server.address() as AddressInfo).port}`,
    stop: () =>
      new Promise((done) => {
        server.closeAllConnections();
        server.close(() => done());
      }),
  };
}

/** A page that shows `form` of the server `ours`; /calm without a style of its own, / with `css`. */
export function serveHost(ours: string, form: string, css = '', module = form): Promise<Host> {
  const page = (styled: boolean, attributes = ''): string =>
    hostPage(
      `${styled ? '<link rel="stylesheet" href="/site.css">' : ''}<script type="module" src="${ours}/embed/${module}.js"></script>`,
      `<patto-form form="${form}"${attributes}></patto-form>`,
    );
  return serveSite(
    {
      '/': page(css !== ''),
      '/calm': page(false),
      '/read': page(css !== '', ' readonly'),
      '/site.css': css,
    },
    policy(ours),
  );
}
