// SPDX-License-Identifier: AGPL-3.0-or-later
// Security headers: of our pages, of what other sites load, of JSON.
import { createHash } from 'node:crypto';

const page = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types lit-html patto-worker',
];

/** Content-Security-Policy of our own pages. */
export const pagePolicy = page.join('; ');

/** Of the builder: it shows previews of documents, which are pages of ours, in a frame. */
export const builderPolicy = [...page, "frame-src 'self'"].join('; ');

/** Of a preview: a file that only our own pages may frame. */
export const previewPolicy =
  "default-src 'none'; frame-ancestors 'self'; base-uri 'none'; form-action 'none'";

/** Of a document as a page: its own style by its hash, pictures that it carries; no script, no form, no origin. */
export function readPolicy(html: string): string {
  const sheets = [...html.matchAll(/<style>([^]*?)<\/style>/g)].map(
    ([, css = '']) => ` 'sha256-${createHash('sha256').update(css).digest('base64')}'`,
  );
  return [
    "default-src 'none'",
    ...(sheets.length > 0 ? [`style-src${sheets.join('')}`] : []),
    'img-src data:',
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}

/** Of a page of ours that only shows a public form: anybody may frame it. */
export const framedPolicy = page
  .map((line) => (line.startsWith('frame-ancestors') ? 'frame-ancestors *' : line))
  .join('; ');

/** The same for a page that shows a form of `host` (an origin): what a strict other site would send. */
export const guestPolicy = (host: string): string =>
  page.map((line) => (/^(script|connect|font)-src/.test(line) ? `${line} ${host}` : line)).join('; ');

/** What every answer carries; a page adds its policy. */
export function commonHeaders(https: boolean): { readonly [name: string]: string } {
  return {
    'Content-Security-Policy':
      "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
    'X-Content-Type-Options': 'nosniff',
    'X-Frame-Options': 'DENY',
    'Referrer-Policy': 'no-referrer',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
    'X-Permitted-Cross-Domain-Policies': 'none',
    'Cache-Control': 'no-store',
    ...(https ? { 'Strict-Transport-Security': 'max-age=63072000; includeSubDomains' } : {}),
  };
}

/** For what pages of other sites fetch: any origin, never with credentials. */
export const openHeaders: { readonly [name: string]: string } = {
  'Access-Control-Allow-Origin': '*',
  'Cross-Origin-Resource-Policy': 'cross-origin',
  'Access-Control-Expose-Headers': 'ETag, Retry-After',
};
