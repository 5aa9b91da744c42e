// SPDX-License-Identifier: AGPL-3.0-or-later
// Documents of the district: gathered, printed, registered like those of a case.
import type { Document } from '../../schemas/types.ts';
import { mayReport } from '../access.ts';
import { newCode, newId } from '../clock.ts';
import type { Deps } from '../deps.ts';
import { keep, refusal } from '../keep.ts';
import { nextNumber } from '../numbering.ts';
import { refuse, type Refusal } from '../problems.ts';
import type { Gathered, Report } from '../reports/contract.ts';
import { reports } from '../reports/index.ts';
import type { Person } from '../sessions.ts';
import type { Kept, Scope } from '../storage/contract.ts';
import type { Sheet } from '../tables/sheet.ts';
import { identify, keepPaper } from './print-acts.ts';

/** What is asked: the kind, and what that kind needs to know. */
export interface AskedReport {
  readonly kind: string;
  readonly [name: string]: unknown;
}
type Any = Report<unknown, unknown>;

/** The kind by name; what it can say is known to itself alone. */
export const reportOf = (kind: string): Any | undefined =>
  (reports as readonly unknown[] as readonly Any[]).find((one) => one.kind === kind);

/** What a document would say now, with true figures; nothing is kept of it. */
export async function gatherReport(
  deps: Deps,
  person: Person,
  asked: AskedReport,
): Promise<{ readonly ok: true; readonly report: Any; readonly gathered: Gathered<unknown> } | Refusal> {
  const report = reportOf(asked.kind);
  if (!report) return refuse('not-found', {}, '/kind');
  if (!mayReport(person.account.value, asked.kind, report.comuni(asked), 'issues'))
    return refuse('forbidden');
  const done = await report.gather(deps, person, asked);
  return done.ok ? { ok: true, report, gathered: done.gathered } : done;
}

/** Issues a document of the district. */
export async function issueReport(
  deps: Deps,
  person: Person,
  asked: AskedReport,
): Promise<{ readonly ok: true; readonly act: Document & { readonly id: string } } | Refusal> {
  const scope: Scope = { district: person.district, actor: person.account.id };
  const district = deps.catalogue.districts.get(scope.district);
  const made = await gatherReport(deps, person, asked);
  if (!made.ok) return made;
  if (!district) return refuse('not-found');
  const { report, gathered } = made;
  const content = report.outside?.(gathered.content) ?? gathered.content;
  const marks = {
    kind: asked.kind,
    number: await nextNumber(deps, scope, asked.kind, gathered.comuni[0] ?? ''),
    revision: 1,
    code: newCode(),
    issuedAt: deps.clock.instant(),
  };
  const paper = await deps.papers.report({ ...identify(deps, person, marks), district, content });
  if (!paper.ok) return paper;
  const id = newId();
  const data = `${id}.content.json`;
  const put = await deps.store.putBytes(scope, data, Buffer.from(JSON.stringify(content)));
  if (!put.ok) return refusal(put);
  const act = await keepPaper(deps, scope, paper.value, id, {
    ...marks,
    copy: 'family',
    report: { title: gathered.title, comuni: [...gathered.comuni], content: data },
  });
  if (!act.ok) return act;
  const entry = {
    action: 'document.issue',
    object: id,
    hash: act.value.contentHash,
    ...(gathered.purpose ? { reason: gathered.purpose } : {}),
  };
  const done = await keep(deps, scope, entry, [
    { do: 'create', collection: 'documents', id, value: act.value },
    ...(gathered.also?.(id, marks.number) ?? []),
  ]);
  return done.ok ? { ok: true, act: { ...act.value, id } } : refusal(done);
}

/** What an issued document says, as tables; undefined: it has none. */
export async function sheetsOf(
  deps: Deps,
  scope: Scope,
  document: Kept<Document>,
): Promise<readonly Sheet[] | undefined> {
  const report = reportOf(document.value.kind);
  const content = document.value.report?.content;
  if (!report?.sheets || content === undefined) return undefined;
  const bytes = await deps.store.getBytes(scope, content);
  return bytes && report.sheets(JSON.parse(Buffer.from(bytes).toString('utf8')));
}
