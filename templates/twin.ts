// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Words } from '../runtime/problem.ts';
import type { Margin } from './contract.ts';
import { escapeHtml } from './render.ts';

/** The look of a page that is read on a screen: the reader's own letters and colours, as wide as it is. */
const css = `
:root { color-scheme: light dark; font: 1.0625rem/1.5 system-ui, sans-serif; }
body { overflow-wrap: anywhere; max-width: 46rem; margin: 0 auto; padding: 1rem; }
h1, h2, h3, h4 { line-height: 1.25; margin: 1.6em 0 .4em; }
table { border-collapse: collapse; width: 100%; margin: .5em 0 1em; }
th, td { border: 1px solid; padding: .35em .6em; text-align: start; vertical-align: top; overflow-wrap: break-word; hyphens: auto; }
@media (max-width: 40rem) { th, td { overflow-wrap: anywhere; min-width: 3.2em; padding: .25em .35em; } }
img { max-width: 9rem; background: #fff; }
dt { font-weight: 600; }
dd { margin: 0 0 .6em; }
/* Where the file has a field to sign, the page has nothing to press. */
.place { display: none; }
footer { border-top: 1px solid; margin-top: 2em; font-size: .9em; }`;

const signed: Words = {
  it: 'Questa pagina serve a leggere il documento. Fa fede il file PDF, che è quello da firmare. Impronta SHA-256 del file emesso:',
  en: 'This page is for reading the document. What counts is the PDF file, which is the one to sign. SHA-256 of the file as issued:',
};

/**
 * A rendered document as a page for the screen: the template's words and order, one file, no script, nothing from
 * elsewhere. What stands in the margins of the paper stands at its end,
 * and which file it is a reading of. `sha256`: of that file, hexadecimal.
 */
export function twin(html: string, margin: Margin, sha256: string): string {
  const sheet = html.indexOf('<style>');
  const [, body = ''] = html.slice(html.indexOf('</style>', sheet)).split('<body>', 2);
  const inside = body.slice(0, body.lastIndexOf('</body>'));
  const main = inside.includes('<main') ? inside : `<main>${inside}</main>`;
  const note = `${signed[margin.language === 'en' ? 'en' : 'it']} ${sha256}`;
  const foot = [margin.left, margin.right, note]
    .filter(Boolean)
    .map((line) => `<p>${escapeHtml(line)}</p>`)
    .join('');
  const head = `${html.slice(0, sheet)}<meta name="viewport" content="width=device-width"><style>${css}</style></head>`;
  return `${head}<body>${main}<footer>${foot}</footer></body></html>`;
}
