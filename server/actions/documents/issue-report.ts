// SPDX-License-Identifier: AGPL-3.0-or-later
// Documents of the district: gathered, printed, registered like those of a case.
import type { Case, Document } from '../../../schemas/types.ts';
import { mayReport } from '../../access.ts';
import { refusalOf, reportBarred } from '../../authorize.ts';
import type { Deps } from '../../deps.ts';
import { refusal } from '../../keep.ts';
import { nextNumber } from '../../numbering.ts';
import { refuse, type Refusal } from '../../problems.ts';
import type { Gathered, Report } from '../../reports/contract.ts';
import { caseReports, reports } from '../../reports/index.ts';
import type { Person } from '../../sessions.ts';
import type { Kept, Scope } from '../../storage/contract.ts';
import type { Sheet } from '../../tables/sheet.ts';
import { changeCase, changeWith, withEvent } from '../cases/change-case.ts';
import { withMoments } from '../cases/moments-of-case.ts';
import { identify, keepPaper, putAnew, type Marks } from './print-acts.ts';

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

/** A document that was issued, as the register knows it. */
export type Act = Document & { readonly id: string };
type Issued = { readonly ok: true; readonly act: Act } | Refusal;

/** Issues a document of the district. */
export async function issueReport(
  deps: Deps,
  person: Person,
  asked: AskedReport,
  marks: Marks,
): Promise<Issued> {
  const made = await gatherReport(deps, person, asked);
  if (!made.ok) return made;
  const { report, gathered } = made;
  const content = report.outside?.(gathered.content) ?? gathered.content;
  return issue(deps, person, asked.kind, { ...gathered, content }, marks);
}

/** What a document of one case would say now. */
export async function gatherCaseReport(deps: Deps, person: Person, kase: Kept<Case>, kind: string) {
  const report = caseReports.find((one) => one.kind === kind);
  if (!report) return refuse('not-found', {}, '/kind');
  return reportBarred(deps, person, kase, kind) ?? report.gather(deps, person, kase);
}

/** What one would say that the person may issue. */
export async function gatherToIssue(deps: Deps, person: Person, kase: Kept<Case>, kind: string) {
  if (!caseReports.some((one) => one.kind === kind)) return refuse('not-found', {}, '/kind');
  return refusalOf(deps, person, kase, kind, 'e') ?? gatherCaseReport(deps, person, kase, kind);
}

/** Issues a document of one case that prints no submission of it. */
export async function issueCaseReport(
  deps: Deps,
  person: Person,
  kase: Kept<Case>,
  kind: string,
  marks: Marks,
): Promise<Issued> {
  const made = await gatherToIssue(deps, person, kase, kind);
  if (!made.ok) return made;
  return issue(deps, person, kind, { ...made.gathered, comuni: [kase.value.comune] }, marks, kase);
}

async function issue(
  deps: Deps,
  person: Person,
  kind: string,
  gathered: Gathered<unknown>,
  { act: id, code, issuedAt, ...marks }: Marks,
  kase?: Kept<Case>,
): Promise<Issued> {
  const scope: Scope = { district: person.district, actor: person.account.id };
  const district = deps.catalogue.districts.get(scope.district);
  if (!district) return refuse('not-found');
  const { content, title, comuni, purpose } = gathered;
  const number = marks.known ?? (await nextNumber(deps, scope, kind, comuni[0] ?? ''));
  if (marks.known === undefined) await marks.number(number);
  const meta = { kind, number, revision: 1, code, issuedAt };
  const paper = await deps.papers.report({ ...identify(deps, person, meta), district, content });
  if (!paper.ok) return paper;
  if (!marks.mayKeep()) return refuse('printing-took-too-long');
  const data = `${id}.content.json`;
  const put = await putAnew(deps, scope, data, Buffer.from(JSON.stringify(content)));
  if (!put.ok) return refusal(put);
  const act = await keepPaper(deps, scope, paper.value, id, {
    ...meta,
    copy: 'family',
    ...(kase ? { case: kase.id } : {}),
    report: { title, comuni: [...comuni], content: data },
  });
  if (!act.ok) return act;
  const entry = {
    action: 'document.issue',
    object: id,
    hash: act.value.contentHash,
    ...(purpose ? { reason: purpose } : {}),
  };
  const event = { at: issuedAt, by: scope.actor, what: 'issued', document: id } as const;
  const done = await changeWith(
    deps,
    scope,
    kase,
    entry,
    [{ do: 'create', collection: 'documents', id, value: act.value }, ...(gathered.also?.(id, number) ?? [])],
    (before) => withEvent(before, event),
  );
  if (!done.ok) return done;
  await markCases(deps, scope, id, gathered);
  return { ok: true, act: { ...act.value, id } };
}

/** Tells cases the day on which they went out with a document. One that is closed meanwhile is not told. */
async function markCases(
  deps: Deps,
  scope: Scope,
  document: string,
  { marks }: Gathered<unknown>,
): Promise<void> {
  if (!marks) return;
  const { key, date } = marks;
  for (const id of marks.cases)
    await changeCase(deps, scope, id, { action: 'case.date', object: id }, (before) => ({
      value: { ...before, ...withMoments(before, `document:${document}`, [{ key, date }]) },
      writes: [],
    }));
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
