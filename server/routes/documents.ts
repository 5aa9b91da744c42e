// SPDX-License-Identifier: AGPL-3.0-or-later
import { acceptSigned } from '../actions/documents/accept-signed.ts';
import { documentEvents } from '../actions/documents/document-events.ts';
import { readingAhead } from '../actions/documents/issue-document.ts';
import { askForDocument, askForSeal } from '../actions/documents/jobs.ts';
import { keepScan, scanKinds } from '../actions/documents/keep-scan.ts';
import { twinId } from '../actions/documents/print-acts.ts';
import { packageDocument } from '../actions/documents/package-document.ts';
import { registerSignature, type GivenSignature } from '../actions/documents/sign-document.ts';
import { beginSigning, completeSigning, giveUpSigning } from '../actions/documents/sign-in-file.ts';
import { withdrawDocument } from '../actions/documents/withdraw-document.ts';
import { limits } from '../guard.ts';
import { readPolicy } from '../headers.ts';
import { refuse } from '../problems.ts';
import type { Document } from '../../schemas/types.ts';
import type { Kept } from '../storage/contract.ts';
import { caseOf } from './cases.ts';
import { personOf, scopeOf, type Asked, type Route } from './contract.ts';
import { jobView, patience, toldOf, wait } from './jobs.ts';
import { anything, grammar, list, object, text, whole } from './schema.ts';

const short = { type: 'string', minLength: 1, maxLength: 200 } as const;
const keptDocument = grammar('document-kept');
const long = { type: 'string', minLength: 1, maxLength: 1000 } as const;

function documentIn(asked: Asked): Kept<Document> {
  if (!asked.found.document) throw new Error('the rule found no document');
  return asked.found.document;
}

export const documentRoutes: readonly Route[] = [
  {
    method: 'POST',
    path: '/api/cases/{id}/documents',
    summary: 'Prints a submission: the act to sign and its internal copy',
    access: 'case: issue',
    rate: 'print',
    body: { schema: object({ kind: short, submission: short }), limit: limits.request },
    status: 201,
    query: { wait },
    answer: object({ act: keptDocument, internal: text() }),
    // still being made: where Location says is told how far it is
    also: { 202: jobView },
    async run(asked, deps) {
      const wanted = asked.body as { kind: string; submission: string };
      const done = await askForDocument(deps, personOf(asked), caseOf(asked), wanted, patience(asked));
      if (!done.ok) return done;
      if ('job' in done) return toldOf(asked, deps, done.job, 202);
      return {
        ok: true,
        status: done.again ? 200 : 201,
        body: { act: done.act, internal: done.internal },
      };
    },
  },
  {
    method: 'GET',
    path: '/api/cases/{id}/reading',
    summary:
      'How hard a document would be to read (Gulpease), with its hardest sentences; nothing is printed',
    access: 'case: read ahead',
    query: { kind: short, submission: short },
    answer: object({ index: whole, words: whole, hard: list(object({ text: text(), index: whole })) }),
    async run(asked, deps) {
      const { kind, submission } = asked.query;
      if (!kind || !submission) return refuse('bad-request', {}, kind ? '/submission' : '/kind');
      const read = await readingAhead(deps, personOf(asked), caseOf(asked), kind, submission);
      return read.ok ? { ok: true, body: read.value } : read;
    },
  },
  {
    method: 'GET',
    path: '/api/documents/{id}',
    summary: 'What the register knows of a document',
    access: 'document: read',
    answer: keptDocument,
    run(asked) {
      const kept = documentIn(asked);
      return { ok: true, rev: kept.rev, body: { ...kept.value, id: kept.id } };
    },
  },
  {
    method: 'GET',
    path: '/api/documents/{id}/events',
    summary: 'What happened to a document, from the audit, and whether its chain is whole',
    access: 'document: read',
    answer: object({
      chain: object({ ok: { type: 'boolean' }, entries: whole, firstBad: whole }, ['ok', 'entries']),
      items: list(anything),
    }),
    async run(asked, deps) {
      const scope = scopeOf(asked);
      const items = await documentEvents(deps, scope, documentIn(asked).id);
      const { ok, entries, firstBad } = await deps.store.verifyAudit(scope.district);
      return { ok: true, body: { chain: { ok, entries, ...(firstBad ? { firstBad } : {}) }, items } };
    },
  },
  {
    method: 'GET',
    path: '/api/documents/{id}/file',
    summary: 'The newest file of a document, or with is=issued the one that was signed',
    access: 'document: read',
    query: { is: { enum: ['issued', 'signed', 'sealed'] } },
    async run(asked, deps) {
      const { value } = documentIn(asked);
      const is = asked.query['is'];
      const file = is ? value.files.find((one) => one.is === is) : value.files.at(-1);
      const bytes = file && (await deps.store.getBytes(scopeOf(asked), file.blob));
      if (!bytes) return refuse('not-found');
      const name =
        `${value.number}-${value.revision}${value.copy === 'internal' ? '-interna' : ''}.pdf`.replace(
          /[^\w.-]+/g,
          '-',
        );
      return {
        ok: true,
        bytes,
        type: 'application/pdf',
        headers: { 'Content-Disposition': `inline; filename="${name}"` },
      };
    },
  },
  {
    method: 'GET',
    path: '/api/documents/{id}/html',
    summary: 'A document as it was issued, as a page for the screen; documents of older issues have none',
    access: 'document: read',
    async run(asked, deps) {
      const page = await deps.store.getBytes(scopeOf(asked), twinId(documentIn(asked).id));
      if (!page) return refuse('not-found');
      const html = Buffer.from(page).toString('utf8');
      return {
        ok: true,
        bytes: html,
        type: 'text/html; charset=utf-8',
        headers: { 'Content-Security-Policy': readPolicy(html) },
      };
    },
  },
  {
    method: 'GET',
    path: '/api/documents/{id}/package',
    summary:
      'What is handed to an archive: the file, its metadata as JSON and XML, its page for the screen, hashes',
    access: 'document: read',
    rate: 'print',
    async run(asked, deps) {
      const done = await packageDocument(deps, scopeOf(asked), asked.found.case, documentIn(asked));
      if (!done.ok) return done;
      const headers = { 'Content-Disposition': `attachment; filename="${done.name}"` };
      return { ok: true, bytes: done.bytes, type: 'application/zip', headers };
    },
  },
  {
    method: 'POST',
    path: '/api/documents/{id}/signatures',
    summary: 'Registers a signature, or that a person refused to sign or cannot',
    access: 'document: sign',
    body: {
      limit: limits.request,
      schema: object(
        {
          signer: short,
          mode: { enum: ['paper', 'drawn', 'refused', 'impeded'] },
          at: { type: 'string', format: 'date-time' },
          place: { type: 'string', maxLength: 200 },
          identified: { type: 'string', minLength: 1, maxLength: 200 },
          identifiedBy: { type: 'string', maxLength: 120 },
          strokes: { type: 'string', maxLength: 20000, pattern: '^[MLQCZHV0-9 .,-]*$' },
          original: { type: 'string', maxLength: 500 },
          reason: { type: 'string', maxLength: 1000 },
          scan: { type: 'string', pattern: '^[0-9a-f]{64}$' },
        },
        ['signer', 'mode', 'at', 'identified'],
      ),
    },
    status: 201,
    answer: keptDocument,
    async run(asked, deps) {
      const { id } = documentIn(asked);
      if (!asked.found.case) return refuse('unknown-signer', {}, '/signer');
      const done = await registerSignature(
        deps,
        scopeOf(asked),
        caseOf(asked),
        id,
        asked.body as GivenSignature,
      );
      return done.ok ? { ok: true, body: { ...done.value, id } } : done;
    },
  },
  {
    method: 'POST',
    path: '/api/documents/{id}/scans',
    summary: 'Keeps a scan of the signed paper; its kind is told by its content',
    access: 'document: sign',
    needs: ['case'],
    rate: 'upload',
    file: { type: 'application/octet-stream', limit: limits.upload },
    status: 201,
    answer: object({ sha256: text(), bytes: whole, type: text() }),
    async run(asked, deps) {
      const { id } = documentIn(asked);
      const done = await keepScan(deps, scopeOf(asked), caseOf(asked), id, asked.body as Uint8Array);
      if (!done.ok) return done;
      const { sha256, bytes, type } = done.value;
      return { ok: true, status: done.again ? 200 : 201, body: { sha256, bytes, type } };
    },
  },
  {
    method: 'GET',
    path: '/api/documents/{id}/scans/{scan}',
    summary: 'A scan of the signed paper, by its SHA-256, as a download',
    access: 'document: read',
    async run(asked, deps) {
      const { value } = documentIn(asked);
      const scan = value.scans?.find(({ sha256 }) => sha256 === asked.path['scan']);
      const bytes = scan && (await deps.store.getBytes(scopeOf(asked), scan.blob));
      if (!bytes) return refuse('not-found');
      const name = `${value.number}-${value.revision}-scansione`.replace(/[^\w.-]+/g, '-');
      return {
        ok: true,
        bytes,
        type: scan.type,
        headers: { 'Content-Disposition': `attachment; filename="${name}.${scanKinds[scan.type] ?? 'bin'}"` },
      };
    },
  },
  {
    method: 'POST',
    path: '/api/documents/{id}/signed',
    summary: 'Takes back the newest file with the electronic signature of one signer added, and nothing else',
    access: 'document: sign',
    rate: 'print',
    query: { signer: short },
    file: { type: 'application/pdf', limit: limits.pdf },
    status: 201,
    answer: keptDocument,
    async run(asked, deps) {
      const { id } = documentIn(asked);
      const signer = asked.query['signer'] ?? '';
      if (!asked.found.case) return refuse('unknown-signer', {}, '/signer');
      const file = asked.body as Uint8Array;
      const done = await acceptSigned(deps, scopeOf(asked), caseOf(asked), id, signer, file);
      return done.ok ? { ok: true, body: { ...done.value, id } } : done;
    },
  },
  {
    method: 'GET',
    path: '/api/documents/{id}/signing',
    summary: 'The ways in which whoever asks may sign in the file, and whether the seal comes first',
    access: 'document: sign',
    answer: object({
      ways: list(
        object({ id: text(), title: text(), asks: list(text()), signers: list(text()) }, [
          'id',
          'title',
          'asks',
        ]),
      ),
      sealing: { enum: ['first', 'last'] },
    }),
    async run(asked, deps) {
      const { district, actor } = scopeOf(asked);
      const sealing = deps.catalogue.districts.get(district)?.sealing ?? 'last';
      return { ok: true, body: { ways: await deps.papers.ways(district, actor), sealing } };
    },
  },
  {
    method: 'POST',
    path: '/api/documents/{id}/signing',
    summary:
      'Prepares an electronic signature; it waits, over restarts too, until it is completed or given up',
    access: 'document: sign',
    needs: ['case'],
    rate: 'print',
    body: {
      limit: limits.request,
      schema: object({ signer: short, way: short, place: { type: 'string', maxLength: 200 } }, [
        'signer',
        'way',
      ]),
    },
    status: 201,
    answer: keptDocument,
    async run(asked, deps) {
      const { id } = documentIn(asked);
      const given = asked.body as { signer: string; way: string; place?: string };
      const done = await beginSigning(deps, scopeOf(asked), caseOf(asked), id, given);
      return done.ok ? { ok: true, body: { ...done.value, id } } : done;
    },
  },
  {
    method: 'POST',
    path: '/api/documents/{id}/signing/complete',
    summary: 'Signs what was prepared, with what the person typed to consent',
    access: 'document: sign',
    needs: ['case'],
    rate: 'print',
    body: {
      limit: limits.request,
      schema: object({ pin: short, otp: short }, []),
    },
    answer: keptDocument,
    async run(asked, deps) {
      const { id } = documentIn(asked);
      const secret = asked.body as { pin?: string; otp?: string };
      const done = await completeSigning(deps, scopeOf(asked), caseOf(asked), id, secret);
      return done.ok ? { ok: true, body: { ...done.value, id } } : done;
    },
  },
  {
    method: 'DELETE',
    path: '/api/documents/{id}/signing',
    summary: 'Gives up the electronic signature that is under way',
    access: 'document: sign',
    needs: ['case'],
    answer: keptDocument,
    async run(asked, deps) {
      const { id } = documentIn(asked);
      const done = await giveUpSigning(deps, scopeOf(asked), caseOf(asked), id);
      return done.ok ? { ok: true, body: { ...done.value, id } } : done;
    },
  },
  {
    method: 'POST',
    path: '/api/documents/{id}/seal',
    summary:
      'Seals an act that all who must have signed or refused to; where the seal comes first, opens it to them and then closes it',
    access: 'document: close',
    rate: 'print',
    query: { wait },
    answer: keptDocument,
    also: { 202: jobView },
    async run(asked, deps) {
      const { id } = documentIn(asked);
      const done = await askForSeal(deps, personOf(asked), asked.found.case, id, patience(asked));
      if (!done.ok) return done;
      return 'job' in done ? toldOf(asked, deps, done.job, 202) : { ok: true, body: done.act };
    },
  },
  {
    method: 'POST',
    path: '/api/documents/{id}/withdraw',
    summary: 'Takes an act back, with a reason',
    access: 'document: close',
    body: { schema: object({ reason: long }), limit: limits.request },
    answer: keptDocument,
    async run(asked, deps) {
      const { id } = documentIn(asked);
      const { reason } = asked.body as { reason: string };
      const done = await withdrawDocument(deps, scopeOf(asked), asked.found.case, id, reason);
      return done.ok ? { ok: true, body: { ...done.value, id } } : done;
    },
  },
];
