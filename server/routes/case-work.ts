// SPDX-License-Identifier: AGPL-3.0-or-later
// What is done with a case as a whole: who follows it, where it waits, where it goes.
import { assignCase, handOver, sendToQueue, unassignCase } from '../actions/cases/assign-case.ts';
import type { CasePackage, PackedCase } from '../actions/moving/case-package-contents.ts';
import { mergeCases, unmergeCase } from '../actions/moving/merge-case.ts';
import { historyOf, importCase, moveCase, packageOf, sendAway } from '../actions/moving/move-case.ts';
import { listOpenings, seeOpening } from '../actions/cases/openings.ts';
import { listQueues } from '../actions/cases/queues.ts';
import { ownNotices, seeNotice } from '../actions/people/read-notices.ts';
import { replaceSubmission } from '../actions/drafts/replace-submission.ts';
import { limits } from '../guard.ts';
import { refuse, type Refusal } from '../problems.ts';
import { caseOf, caseRow } from './cases.ts';
import { personOf, scopeOf, type Reply, type Route } from './contract.ts';
import { anything, list, object, text, whole } from './schema.ts';

const short = { type: 'string', minLength: 1, maxLength: 200 } as const;
const why = { type: 'string', minLength: 5, maxLength: 500 } as const;
const moment = text('date-time');
const limit = limits.request;
const done = object({ done: { const: true } });

const plainly = (result: { readonly ok: true } | Refusal): Reply | Refusal =>
  result.ok ? { ok: true, body: { done: true } } : result;
const assigned = (result: Awaited<ReturnType<typeof assignCase>>): Reply | Refusal =>
  result.ok ? { ok: true, body: { assigned: result.value.assigned } } : result;
const asFile = (result: { readonly ok: true; readonly bytes: Uint8Array } | Refusal): Reply | Refusal =>
  result.ok
    ? {
        ok: true,
        bytes: result.bytes,
        type: 'application/json',
        headers: { 'Content-Disposition': 'attachment; filename="pratica.json"' },
      }
    : result;

const worker = object({ id: text(), name: text(), profile: text(), cases: whole });
const waiting = { total: whole, items: list(caseRow) };

export const caseWorkRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/api/queues',
    summary: 'Queues: which cases wait in each, and who could follow them',
    access: 'queues: read',
    answer: object({
      queues: list(object({ id: text(), title: text(), ...waiting, people: list(worker) })),
      unrouted: object(waiting),
      others: list(worker),
    }),
    run: async (asked, deps) => ({ ok: true, body: await listQueues(deps, personOf(asked)) }),
  },
  {
    method: 'POST',
    path: '/api/cases/{id}/assign',
    summary: 'Gives a person a title to the case, in a part',
    access: 'case: assign',
    body: {
      schema: object({ account: short, part: { type: 'string', maxLength: 120 } }, ['account']),
      limit,
    },
    answer: object({ assigned: list(text()) }),
    async run(asked, deps) {
      const { account, part } = asked.body as { account: string; part?: string };
      return assigned(await assignCase(deps, scopeOf(asked), caseOf(asked), account, part?.trim()));
    },
  },
  {
    method: 'POST',
    path: '/api/cases/{id}/unassign',
    summary: 'Takes the title to the case from a person, with the reason',
    access: 'case: assign',
    body: { schema: object({ account: short, reason: why }), limit },
    answer: object({ assigned: list(text()) }),
    async run(asked, deps) {
      const { account, reason } = asked.body as { account: string; reason: string };
      return assigned(await unassignCase(deps, scopeOf(asked), caseOf(asked), account, reason));
    },
  },
  {
    method: 'POST',
    path: '/api/cases/{id}/hand-over',
    summary: 'Gives the case from one person to another, with a note; both are told',
    access: 'case: hand over',
    body: { schema: object({ from: short, to: short, note: why }), limit },
    answer: object({ assigned: list(text()) }),
    run: async (asked, deps) =>
      assigned(
        await handOver(
          deps,
          personOf(asked),
          caseOf(asked),
          asked.body as { from: string; to: string; note: string },
        ),
      ),
  },
  {
    method: 'POST',
    path: '/api/cases/{id}/queue',
    summary: 'Sends the case to a queue; another than the suggested one needs a reason',
    access: 'case: assign',
    body: { schema: object({ queue: short, reason: why }, ['queue']), limit },
    answer: done,
    async run(asked, deps) {
      const { queue, reason } = asked.body as { queue: string; reason?: string };
      return plainly(await sendToQueue(deps, scopeOf(asked), caseOf(asked), queue, reason));
    },
  },
  {
    method: 'POST',
    path: '/api/cases/{id}/move',
    summary: 'Moves the case to another comune of the district',
    access: 'case: move',
    body: { schema: object({ comune: short, reason: why }), limit },
    answer: done,
    run: async (asked, deps) =>
      plainly(
        await moveCase(
          deps,
          personOf(asked),
          caseOf(asked),
          asked.body as { comune: string; reason: string },
        ),
      ),
  },
  {
    method: 'POST',
    path: '/api/cases/{id}/package',
    summary: 'Gives the case to another district: answers it as one file, and closes it here',
    access: 'case: move',
    body: { schema: object({ to: short, reason: why }), limit },
    run: async (asked, deps) =>
      asFile(
        await sendAway(deps, personOf(asked), caseOf(asked), asked.body as { to: string; reason: string }),
      ),
  },
  {
    method: 'GET',
    path: '/api/cases/{id}/package',
    summary: 'The file of a case that went to another district',
    access: 'case: package',
    run: async (asked, deps) => asFile(await packageOf(deps, personOf(asked), caseOf(asked))),
  },
  {
    method: 'POST',
    path: '/api/import/case',
    summary: 'Opens a case from the file of another district, with its history to be read',
    access: 'cases: import',
    body: {
      schema: object({ comune: short, measure: short, package: packed() }),
      limit: limits.package,
    },
    status: 201,
    answer: object({ id: text() }),
    async run(asked, deps) {
      const body = asked.body as { comune: string; measure: string; package: CasePackage };
      const opened = await importCase(deps, personOf(asked), body);
      return opened.ok ? { ok: true, status: opened.again ? 200 : 201, body: { id: opened.id } } : opened;
    },
  },
  {
    method: 'GET',
    path: '/api/cases/{id}/history',
    summary: 'What the case was in the district that it came from',
    access: 'case: history',
    answer: anything,
    async run(asked, deps) {
      const found = await historyOf(deps, personOf(asked), caseOf(asked), asked.reason);
      if (!found.ok) return found;
      const { before = [], ...there } = found.value;
      return { ok: true, body: { ...withoutFiles(there), before: before.map(withoutFiles) } };
    },
  },
  {
    method: 'GET',
    path: '/api/cases/{id}/history/{document}',
    summary: 'A document of that history, or a file as a download, by its SHA-256',
    access: 'case: history',
    async run(asked, deps) {
      const found = await historyOf(deps, personOf(asked), caseOf(asked), asked.reason);
      if (!found.ok) return found;
      const all = [found.value, ...(found.value.before ?? [])];
      const documents = all.flatMap((one) => one.documents);
      const attachments = all.flatMap((one) => one.attachments).filter((one) => one.file !== '');
      const named = ({ sha256 }: { sha256: string }): boolean => sha256 === asked.path['document'];
      const one = documents.find(named);
      if (one) return { ok: true, bytes: Buffer.from(one.file, 'base64'), type: 'application/pdf' };
      // A file that came from elsewhere is only ever saved.
      const file = attachments.find(named);
      return file
        ? {
            ok: true,
            bytes: Buffer.from(file.file, 'base64'),
            type: 'application/octet-stream',
            headers: {
              'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`,
            },
          }
        : refuse('not-found');
    },
  },
  {
    method: 'POST',
    path: '/api/cases/{id}/merge',
    summary: 'Joins another case of the same household to this one',
    access: 'case: merge',
    body: { schema: object({ other: short, reason: why }), limit },
    // the place of these people must not be shown
    answer: object({ protected: { type: 'boolean' } }),
    async run(asked, deps) {
      const body = asked.body as { other: string; reason: string };
      const joined = await mergeCases(deps, personOf(asked), caseOf(asked).id, body);
      return joined.ok ? { ok: true, body: { protected: joined.protected } } : joined;
    },
  },
  {
    method: 'POST',
    path: '/api/cases/{id}/unmerge',
    evenClosed: true,
    summary: 'Takes this case out of the one that it was joined to, while that one has not changed',
    access: 'case: merge',
    body: { schema: object({ reason: why }), limit },
    answer: done,
    async run(asked, deps) {
      const { reason } = asked.body as { reason: string };
      return plainly(await unmergeCase(deps, personOf(asked), caseOf(asked).id, reason));
    },
  },
  {
    method: 'POST',
    path: '/api/submissions/{id}/replace',
    summary: 'Begins the submission that takes the place of a wrong one, and says why',
    access: 'submission: replace',
    needs: ['case'],
    body: { schema: object({ reason: why }), limit },
    status: 201,
    answer: object({ id: text() }),
    async run(asked, deps) {
      const { submission } = asked.found;
      if (!submission) return refuse('not-found');
      const { reason } = asked.body as { reason: string };
      const person = personOf(asked);
      const begun = await replaceSubmission(deps, person, caseOf(asked), submission, reason, asked.locale);
      return begun.ok ? { ok: true, status: 201, body: { id: begun.id } } : begun;
    },
  },
  {
    method: 'GET',
    path: '/api/openings',
    summary: 'Who opened a case without a title to it, and why',
    access: 'openings: read',
    answer: object({
      items: list(
        object(
          {
            id: text(),
            at: moment,
            by: text(),
            reason: text(),
            case: text(),
            number: text(),
            name: text(),
            times: whole,
            seenAt: moment,
            seenBy: text(),
          },
          ['id', 'at', 'by', 'reason', 'case', 'number', 'name', 'times'],
        ),
      ),
    }),
    run: async (asked, deps) => ({ ok: true, body: { items: await listOpenings(deps, personOf(asked)) } }),
  },
  {
    method: 'POST',
    path: '/api/openings/{opening}/seen',
    summary: 'Says that such an opening has been looked at',
    access: 'openings: mark',
    answer: done,
    run: async (asked, deps) => plainly(await seeOpening(deps, personOf(asked), asked.path['opening'] ?? '')),
  },
  {
    method: 'GET',
    path: '/api/notices',
    summary: 'What others did with the cases of the person',
    access: 'notices: own',
    answer: object({
      total: whole,
      items: list(
        object({
          id: text(),
          case: text(),
          number: text(),
          what: text(),
          note: text(),
          at: moment,
          by: text(),
        }),
      ),
    }),
    run: async (asked, deps) => ({ ok: true, body: await ownNotices(deps, scopeOf(asked)) }),
  },
  {
    method: 'POST',
    path: '/api/notices/{notice}/seen',
    summary: 'Puts a notice away',
    access: 'notices: own',
    answer: done,
    run: async (asked, deps) => plainly(await seeNotice(deps, scopeOf(asked), asked.path['notice'] ?? '')),
  },
];

/** What a page is told of it: which files there are, not what is in them; `left`: it stayed where it was. */
function withoutFiles(packed: PackedCase) {
  return {
    ...packed,
    documents: packed.documents.map(({ file: _file, ...rest }) => rest),
    attachments: packed.attachments.map(({ file, ...rest }) => ({ ...rest, left: file === '' })),
  };
}

/** The file of a case as another district gives it (actions/case-package.ts). */
function packed() {
  const day = { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$' };
  const long = { type: 'string', maxLength: 20_000 };
  const thing = { enum: ['case', 'form', 'grid', 'pact', 'document', 'reserved'] };
  const several = (items: object) => ({ type: 'array', maxItems: 2000, items });
  const noted = { title: long, at: text(), by: long, thing, text: long };
  const digits = { type: 'string', pattern: '^[0-9a-f]{64}$' };
  const one = {
    district: short,
    number: short,
    measure: short,
    comune: short,
    name: short,
    at: moment,
    reason: long,
    household: several(
      object(
        {
          from: day,
          members: {
            type: 'array',
            maxItems: 50,
            items: { type: 'object', required: ['id'], properties: { id: short }, maxProperties: 200 },
          },
          reason: long,
        },
        ['from', 'members'],
      ),
    ),
    dates: { type: 'object', maxProperties: 200, additionalProperties: day },
    timeline: several(object({ at: moment, by: long, what: long, note: long }, ['at', 'by', 'what'])),
    submissions: several(
      object(
        {
          definition: short,
          title: long,
          version: whole,
          submittedAt: moment,
          by: long,
          receipt: long,
          thing,
          replaced: long,
          rows: { type: 'array', maxItems: 5000, items: object({ title: long, text: long }) },
          answers: anything,
        },
        ['definition', 'title', 'version', 'submittedAt', 'by', 'receipt', 'thing', 'rows', 'answers'],
      ),
    ),
    documents: several(
      object(
        {
          kind: short,
          title: long,
          copy: { enum: ['family', 'internal', 'draft'] },
          number: short,
          revision: whole,
          state: short,
          issuedAt: moment,
          thing,
          sha256: digits,
          file: { type: 'string' },
        },
        // older files do not say the rest
        ['kind', 'number', 'revision', 'state', 'issuedAt', 'thing', 'sha256', 'file'],
      ),
    ),
    notes: several(object(noted)),
    attachments: several(
      object({ ...noted, name: short, type: short, sha256: digits, file: { type: 'string' } }),
    ),
  };
  return object(
    {
      format: { const: 'urn:patto:case-package:1' },
      ...one,
      protected: { const: true },
      before: { type: 'array', maxItems: 20, items: object(one) },
      sha256: digits,
    },
    ['format', ...Object.keys(one), 'sha256'],
  );
}
