// SPDX-License-Identifier: AGPL-3.0-or-later
// The clean document that each defect is seeded into: one page with everything, and a file within it.
import type { Attachment } from '../../../../server/pdf/attach.ts';
import type { Printer } from '../../../../server/printer.ts';
import { value } from '../sample.ts';
import { print } from './page.ts';

const square = `data:image/svg+xml,${encodeURIComponent('<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40"><rect width="40" height="40" fill="#0059b3"/></svg>')}`;

export const attachments: readonly Attachment[] = [
  {
    name: 'risposte.json',
    kind: 'application/json',
    relation: 'Data',
    about: 'Risposte',
    bytes: Buffer.from('{"casa":"affitto"}'),
  },
];

const html = `<h1>Patto</h1><p>Testo con un <a href="https://patto.example/">collegamento</a> e parole.</p>
<h2>Impegni</h2><ul><li>uno</li><li>due</li></ul><h3>Chi</h3>
<table><thead><tr><th scope="col">Chi</th><th scope="col">Che cosa</th></tr></thead><tbody><tr><td>Marta</td><td>corso</td></tr><tr><td>Luca</td><td>scuola</td></tr></tbody></table>
<p><img alt="Stemma" src="${square}"></p><p class="half">velato</p>
<div class="box"><p>Firma</p><a class="place" href="patto-signature:s1?Firma%20di%20Marta">&nbsp;</a></div>`;

/** Its bytes, as PDF/A-2a or with data as PDF/A-3a. */
export async function twin(printer: Printer, profile: '2a' | '3a'): Promise<Uint8Array> {
  const more = profile === '3a' ? { attachments } : {};
  return value(await print(printer, html, '.half{opacity:.5}', more)).pdf;
}
