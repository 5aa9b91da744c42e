// SPDX-License-Identifier: AGPL-3.0-or-later
// Print templates of a district: text, checks, preview, history.
import { PDFDocument } from '@cantoo/pdf-lib';
import {
  deskOf,
  kindsFor,
  previewDocument,
  templateHistory,
  templateInUse,
  useTemplate,
  type GivenTemplate,
} from '../actions/definitions/templates.ts';
import { newId } from '../clock.ts';
import { limits } from '../guard.ts';
import { previewPolicy } from '../headers.ts';
import { keepPreview, previewOf } from '../previews.ts';
import { refuse, sentence } from '../problems.ts';
import type { Answers } from '../../schemas/types.ts';
import { personOf, scopeOf, type Asked, type Route } from './contract.ts';
import { anything, list, object, text, whole } from './schema.ts';

const name = { type: 'string', maxLength: 60 };
const source = { type: 'string', maxLength: 200_000 };
const kindOf = (asked: Asked): string => asked.path['kind'] ?? '';
const ownerOf = (asked: Asked): string => `${scopeOf(asked).district} ${scopeOf(asked).actor}`;
const path = '/api/templates/{kind}';

export const templateRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/api/templates',
    summary: 'The kinds of document that print a definition; `made`: those that the district makes of it',
    access: 'definitions: read',
    query: { definition: name },
    answer: object({ items: list(object({ kind: text(), title: text(), made: { type: 'boolean' } })) }),
    async run(asked, deps) {
      const items = await kindsFor(deps, scopeOf(asked), asked.query['definition'] ?? '', asked.locale);
      return items ? { ok: true, body: { items } } : refuse('not-found');
    },
  },
  {
    method: 'GET',
    path,
    summary: 'The print template in use for a kind of document, what may be put into it, and those before it',
    access: 'definitions: read',
    query: { definition: name },
    answer: object({
      number: whole,
      text: text(),
      shipped: text(),
      fields: list(object({ title: text(), text: text() })),
      parts: list(text()),
      things: list(anything),
      history: list(
        object({ number: whole, at: text('date-time'), by: text(), text: text() }, ['number', 'at', 'by']),
      ),
    }),
    async run(asked, deps) {
      const scope = scopeOf(asked);
      const found = await deskOf(deps, scope, kindOf(asked), asked.query['definition'] ?? '');
      if (!found.ok) return found;
      const history = await templateHistory(deps, scope, kindOf(asked));
      const inUse = await templateInUse(deps, scope, kindOf(asked));
      const { shipped, fields, parts } = found.desk;
      const body = {
        number: history[0]?.number ?? 0,
        text: inUse?.text ?? shipped,
        shipped,
        fields,
        parts,
        things: found.desk.things(asked.locale),
        history,
      };
      return { ok: true, body };
    },
  },
  {
    method: 'POST',
    path,
    summary:
      'Puts a text into use for the documents issued from now on; without text, the one that comes with Patto',
    access: 'definitions: write',
    body: {
      schema: object({ definition: name, text: source, after: whole }, ['definition', 'after']),
      limit: limits.draft,
    },
    status: 201,
    answer: object({ number: whole }),
    async run(asked, deps) {
      const used = await useTemplate(deps, scopeOf(asked), kindOf(asked), asked.body as GivenTemplate);
      return used.ok ? { ok: true, body: { number: used.number } } : used;
    },
  },
  {
    method: 'POST',
    path: `${path}/check`,
    summary: 'What is wrong with the text of a template, each with its place',
    access: 'definitions: write',
    body: { schema: object({ definition: name, text: source }), limit: limits.draft },
    answer: object({ findings: list(anything) }),
    async run(asked, deps) {
      const { definition, text: given } = asked.body as { definition: string; text: string };
      const found = await deskOf(deps, scopeOf(asked), kindOf(asked), definition);
      if (!found.ok) return found;
      const findings = found.desk
        .check(given)
        .map((one) => ({ ...one, message: sentence(one, deps.sentences, asked.locale) }));
      return { ok: true, body: { findings } };
    },
  },
  {
    method: 'POST',
    path: `${path}/renamed`,
    summary:
      'A text, or the district’s own that is in use, with other names for questions; nothing is kept. `from`: keys with / between them',
    access: 'definitions: write',
    body: {
      schema: object(
        {
          definition: name,
          text: source,
          names: list(object({ from: { type: 'string', maxLength: 600 }, to: name })),
        },
        ['definition', 'names'],
      ),
      limit: limits.draft,
    },
    answer: object({ text: text(), inUse: text(), places: whole, read: { type: 'boolean' } }),
    async run(asked, deps) {
      const given = asked.body as {
        definition: string;
        text?: string;
        names: { from: string; to: string }[];
      };
      const scope = scopeOf(asked);
      const found = await deskOf(deps, scope, kindOf(asked), given.definition);
      if (!found.ok) return found;
      const inUse = (await templateInUse(deps, scope, kindOf(asked)))?.text ?? '';
      const names = given.names.map(({ from, to }) => ({ path: from.split('/'), to }));
      return { ok: true, body: { inUse, ...found.desk.renamed(given.text ?? inUse, names) } };
    },
  },
  {
    method: 'POST',
    path: `${path}/preview`,
    summary: 'The document with these answers, marked as a draft; it is there for a few minutes',
    access: 'definitions: write',
    rate: 'print',
    body: { schema: object({ definition: name, text: source, answers: anything }), limit: limits.draft },
    status: 201,
    answer: object({ id: text(), pages: whole }),
    async run(asked, deps) {
      const given = asked.body as { definition: string; text: string; answers: Answers };
      const all = { ...given, kind: kindOf(asked) };
      const made = await previewDocument(deps, scopeOf(asked), personOf(asked), all, asked.locale);
      if (!made.ok) return made;
      const id = newId();
      const document = await PDFDocument.load(made.bytes, { updateMetadata: false });
      keepPreview(id, ownerOf(asked), made.bytes, deps.clock.now());
      return { ok: true, body: { id, pages: document.getPageCount() } };
    },
  },
  {
    method: 'GET',
    path: '/api/previews/{preview}',
    summary: 'A preview as PDF, or one page of it',
    access: 'definitions: write',
    query: { page: whole },
    async run(asked, deps) {
      const bytes = previewOf(asked.path['preview'] ?? '', ownerOf(asked), deps.clock.now());
      if (!bytes) return refuse('not-found');
      const page = Number(asked.query['page'] ?? 0);
      return {
        ok: true,
        framed: true,
        bytes: page > 0 ? await onePage(bytes, page) : bytes,
        type: 'application/pdf',
        headers: { 'Content-Security-Policy': previewPolicy },
      };
    },
  },
];

/** One page by itself, numbered from 1; the whole when there is no such page. */
async function onePage(bytes: Uint8Array, page: number): Promise<Uint8Array> {
  const all = await PDFDocument.load(bytes, { updateMetadata: false });
  if (page > all.getPageCount()) return bytes;
  const one = await PDFDocument.create();
  const [copied] = await one.copyPages(all, [page - 1]);
  if (copied) one.addPage(copied);
  return one.save();
}
