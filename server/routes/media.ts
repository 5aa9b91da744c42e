// SPDX-License-Identifier: AGPL-3.0-or-later
const types: { readonly [ending: string]: string } = {
  js: 'text/javascript; charset=utf-8',
  mjs: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  json: 'application/json; charset=utf-8',
  map: 'application/json; charset=utf-8',
  ts: 'text/plain; charset=utf-8',
  html: 'text/html; charset=utf-8',
  svg: 'image/svg+xml',
  png: 'image/png',
  ico: 'image/x-icon',
  woff2: 'font/woff2',
  webmanifest: 'application/manifest+json',
};

/** Media type by the ending of a name. */
export const mediaType = (name: string): string =>
  types[name.split('.').at(-1) ?? ''] ?? 'application/octet-stream';
