// SPDX-License-Identifier: AGPL-3.0-or-later
// A page of plain markup, printed and finished as every document is.
import { readFileSync } from 'node:fs';
import { fontRules } from '../../../../server/pdf/fonts.ts';
import { produce, type Produced } from '../../../../server/pdf/issue.ts';
import type { Meta } from '../../../../server/pdf/metadata.ts';
import type { Printer } from '../../../../server/printer.ts';
import type { Outcome } from '../../../../server/storage/contract.ts';
import { render } from '../../../../templates/render.ts';

const look = readFileSync('templates/print.css', 'utf8');

export const meta: Meta = {
  title: 'Pagina di prova',
  language: 'it',
  code: 'K7QF-3M9T-XW2D',
  issuedAt: '2026-02-25T09:30:00Z',
  seed: 'pagina di prova',
};

/** Prints markup (no placeholders) with the look of the documents. */
export async function print(
  printer: Printer,
  html: string,
  css = '',
  more: Partial<Meta> = {},
): Promise<Outcome<Produced>> {
  const text = { source: html, css: `${await fontRules(html)}\n${look}\n${css}`, partials: {} };
  const margin = {
    language: 'it',
    title: meta.title,
    left: 'Ambito Valprova',
    right: '',
    page: ['pagina ', ' di '] as const,
  };
  return produce(printer, render(text, {}, margin), { ...meta, ...more });
}
