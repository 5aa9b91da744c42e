// SPDX-License-Identifier: AGPL-3.0-or-later
// How hard a document is for who must read it, before it is issued: Gulpease over its running text.
import { TemplateLimit } from '../../templates/bounds.ts';
import { gulpease } from '../../runtime/analysis/rules/reading.ts';
import { actFiles, type DocumentKind } from '../../templates/contract.ts';
import { render } from '../../templates/render.ts';
import type { Reading } from '../deps.ts';
import type { Outcome } from '../storage/contract.ts';
import type { IssueInput } from './issue.ts';
import { readTemplate, type OwnTemplate } from './template-files.ts';

/** From this index on, who has finished middle school reads by themselves. */
const easy = 60;
/** Shorter pieces are names, dates and headings: they say nothing about a style. */
const enough = 8;

/** The texts of a page between its tags, in order. */
function pieces(html: string): string[] {
  const named: { readonly [entity: string]: string } = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: ' ' };
  return html
    .slice(html.indexOf('<body>'))
    .replace(/<\/?(strong|em|span|b|i|u|small)\b[^>]*>/g, ' ')
    .split(/<[^>]+>/)
    .map((piece) =>
      piece
        .replace(/&#x([0-9a-f]+);/gi, (_all, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
        .replace(/&(\w+);/g, (all, entity: string) => named[entity] ?? all)
        .replace(/\s+/g, ' ')
        .trim(),
    );
}

export function readingOf(html: string): Reading {
  const prose = pieces(html).filter((piece) => gulpease(piece).words >= enough);
  const { index, words } = gulpease(prose.join('\n'));
  const hard = prose
    .map((text) => ({ text, index: gulpease(text).index }))
    .filter((one) => one.index < easy)
    .sort((a, b) => a.index - b.index)
    .slice(0, 3);
  return { index, words, hard };
}

/** The page that would be printed, read; what cannot be drawn is told when it is issued. */
export async function readAhead(
  kind: DocumentKind,
  input: IssueInput,
  own?: OwnTemplate,
): Promise<Outcome<Reading>> {
  const read = await readTemplate(kind.files[input.copy] ?? actFiles(kind), own);
  if (!read.ok) return read;
  const identity = { ...input.identity, contentHash: '' };
  const { data, margin } = kind.view({ ...input, identity, verify: { page: input.verifyPage, qr: '' } });
  let html: string;
  try {
    html = render({ ...read.value.text, css: '' }, data, margin);
  } catch (error) {
    if (error instanceof TemplateLimit)
      return { ok: false, problem: { code: error.code, at: '', params: {}, level: 'error' } };
    if (!own) throw error;
    return { ok: false, problem: { code: 'template-failed', at: '', params: { what: '' }, level: 'error' } };
  }
  return { ok: true, value: readingOf(html) };
}
