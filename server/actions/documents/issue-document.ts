// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Case, Document, Submission, Version } from '../../../schemas/types.ts';
import { refusalOf, roleIn } from '../../authorize.ts';
import { newCode } from '../../clock.ts';
import { standing as howFar } from '../../../templates/acts.ts';
import type { Deps, PaperWork } from '../../deps.ts';
import { oneAtATime } from '../../mutexes.ts';
import { nextNumber } from '../../numbering.ts';
import { refuse, type Refusal } from '../../problems.ts';
import { versionId } from '../../records.ts';
import type { Person } from '../../sessions.ts';
import type { Kept, Scope, Write } from '../../storage/contract.ts';
import { afterHappening, pactLifeOf } from '../../pact/life.ts';
import { changeCase, withEvent } from '../cases/change-case.ts';
import { rowsIssued } from '../registers/issued-rows.ts';
import { identify, keepPaper, type Marks } from './print-acts.ts';
import { listAll } from '../../storage/list-all.ts';
import { stateAfter } from '../cases/states.ts';
import { templateInUse } from '../definitions/templates.ts';
import { wavesOf } from '../pact/waves.ts';

export interface Issued {
  readonly ok: true;
  readonly act: Document & { readonly id: string };
  /** id of the unsigned copy for the file; '' where the kind has none */
  readonly internal: string;
  readonly again: boolean;
}

/** What is printed: a submission of this case whose definition makes this kind of document. */
async function printableOf(deps: Deps, person: Person, kase: Kept<Case>, kind: string, submission: string) {
  const scope: Scope = { district: person.district, actor: person.account.id };
  const barred = refusalOf(deps, person, kase, kind, 'e');
  if (barred) return barred;
  const given = await deps.store.get<Submission>(scope, 'submissions', submission);
  if (!given || given.value.case !== kase.id) return refuse('not-found', {}, '/submission');
  if (given.value.replaced) return refuse('submission-replaced', {}, '/submission');
  const paper = deps.papers.kinds.find((one) => one.kind === kind);
  if (!paper) return refuse('not-found', {}, '/kind');
  const version = await deps.store.get<Version>(
    scope,
    'versions',
    versionId(given.value.definition, given.value.version),
  );
  const district = deps.catalogue.districts.get(scope.district);
  if (!version || !district) return refuse('not-found');
  // A request printed as a pact would take the pact's number and, once sealed, its place.
  const makes = district.phases
    .flatMap(({ documents }) => documents ?? [])
    .filter((one) => one.kind === kind && one.definition === given.value.definition);
  if (makes.length === 0) return refuse('not-found', {}, '/submission');
  const inOrder = paper.inOrder || makes.some((one) => one.inOrder);
  return { ok: true, given, version, district, paper, inOrder } as const;
}

/** Can it be issued? The act that stands, where it was already; undefined where it is still to be made. */
export async function issuedBefore(
  deps: Deps,
  person: Person,
  kase: Kept<Case>,
  kind: string,
  submission: string,
): Promise<{ readonly ok: true; readonly issued?: Issued } | Refusal> {
  const found = await printableOf(deps, person, kase, kind, submission);
  if (!found.ok) return found;
  const scope: Scope = { district: person.district, actor: person.account.id };
  const issued = await standing(deps, scope, await documentsOf(deps, scope, kase.id, kind), submission);
  return { ok: true, ...(issued ? { issued } : {}) };
}

/** The act of this submission that is in force. */
async function standing(
  deps: Deps,
  scope: Scope,
  acts: readonly Kept<Document>[],
  submission: string,
): Promise<Issued | undefined> {
  const same = acts.find(
    ({ value }) => value.submission === submission && ['issued', 'sealed'].includes(value.state),
  );
  if (!same) return undefined;
  const copy = (await listAll(deps, scope, 'documents', { where: { act: same.id } }))[0];
  return { ok: true, act: { ...same.value, id: same.id }, internal: copy?.id ?? '', again: true };
}

/** Prints a submission as an act to sign, and its internal copy if it has one. The same submission is issued once. */
export function issueDocument(
  deps: Deps,
  person: Person,
  kase: Kept<Case>,
  kind: string,
  submission: string,
  marks: Marks & { /** id of its internal copy */ readonly internal: string },
): Promise<Issued | Refusal> {
  const scope: Scope = { district: person.district, actor: person.account.id };
  return oneAtATime.alone(`${scope.district} issue ${kase.id} ${kind}`, async () => {
    const found = await printableOf(deps, person, kase, kind, submission);
    if (!found.ok) return found;
    const { given, paper } = found;
    const acts = await documentsOf(deps, scope, kase.id, kind);
    const earlier = acts.filter(({ value }) => paper.versions || value.submission === submission);
    const same = await standing(deps, scope, earlier, submission);
    if (same) return same;
    const latest = earlier.toSorted((a, b) => b.value.revision - a.value.revision)[0];
    const numbered = latest?.value.number ?? marks.known;
    const number = numbered ?? (await nextNumber(deps, scope, kind, kase.value.comune));
    if (numbered === undefined) await marks.number(number);
    const { act: actId, internal: internalId, code, issuedAt } = marks;
    const revision = (latest?.value.revision ?? 0) + 1;
    const meta = { kind, number, revision, issuedAt };
    const { own, ...said } = await saidIn(deps, person, kase, found, earlier);
    const work: Omit<PaperWork, 'copy'> = { ...identify(deps, person, { ...meta, code }), ...said };
    const [family, internal] = await Promise.all([
      deps.papers.issue({ ...work, ...own, copy: 'family' }),
      paper.hasCopy ? deps.papers.issue({ ...work, copy: 'internal' }) : undefined,
    ]);
    if (!family.ok) return family;
    if (internal?.ok === false) return internal;
    if (!marks.mayKeep()) return refuse('printing-took-too-long');
    const of = { ...meta, case: kase.id, submission };
    const act = await keepPaper(deps, scope, family.value, actId, {
      ...of,
      copy: 'family',
      code,
      ...(found.inOrder ? { inOrder: true } : {}),
    });
    if (!act.ok) return act;
    // The internal copy is not a document to verify: its code is its own and known to nobody.
    const copy = { ...of, copy: 'internal', act: actId, code: newCode() } as const;
    const second = internal && (await keepPaper(deps, scope, internal.value, internalId, copy));
    if (second?.ok === false) return second;
    const superseded = earlier
      // What all have signed holds until they have signed the next one.
      .filter(
        ({ value }) => value.state === 'issued' && !(value.signatures.length > 0 && howFar(value).agreed),
      )
      .map(({ id, rev, value }): Write => ({
        do: 'replace',
        collection: 'documents',
        id,
        value: { ...value, state: 'superseded', supersededBy: actId },
        rev,
      }));
    const life = pactLifeOf(deps.catalogue, scope.district, kase.value.measure);
    const event = {
      at: work.issuedAt,
      by: scope.actor,
      what: 'issued',
      document: actId,
      definition: given.value.definition,
    } as const;
    const done = await changeCase(
      deps,
      scope,
      kase.id,
      { action: 'document.issue', object: actId, hash: act.value.contentHash },
      (before) => ({
        value: withEvent(
          afterHappening(
            life,
            { ...before, state: stateAfter(deps, scope.district, before.state, `${kind} issued`) },
            kind === life?.document ? 'issued' : undefined,
            { at: work.issuedAt, by: scope.actor, document: actId },
          ),
          event,
        ),
        writes: [
          { do: 'create', collection: 'documents', id: actId, value: act.value },
          ...(second
            ? [{ do: 'create', collection: 'documents', id: internalId, value: second.value } as const]
            : []),
          ...superseded,
          ...rowsIssued(deps, scope, { id: actId, kind, number }, kase, given.value.answers),
        ],
      }),
    );
    return done.ok
      ? { ok: true, act: { ...act.value, id: actId }, internal: second ? internalId : '', again: false }
      : done;
  });
}

type Printable = Extract<Awaited<ReturnType<typeof printableOf>>, { readonly ok: true }>;

/** All that a document says but what it is called; `own`: the district's own text of the family's copy. */
async function saidIn(
  deps: Deps,
  person: Person,
  kase: Kept<Case>,
  { given, version, district, paper }: Printable,
  earlier: readonly Kept<Document>[],
) {
  const scope: Scope = { district: person.district, actor: person.account.id };
  const measure = deps.catalogue.measures.get(kase.value.measure);
  const template = await templateInUse(deps, scope, paper.kind);
  return {
    district,
    case: kase.value,
    submission: given.value,
    version: version.value,
    context: given.value.context,
    role: roleIn(person, kase.value),
    ...(await beforeOf(deps, scope, earlier, given.id)),
    ...(paper.waves ? { waves: await wavesOf(deps, scope, given) } : {}),
    measureName: measure?.name ?? kase.value.measure,
    pactName: measure?.pactName ?? version.value.title,
    own: template ? { template } : {},
  };
}

/** How hard a document would be to read, before it is made. */
export async function readingAhead(
  deps: Deps,
  person: Person,
  kase: Kept<Case>,
  kind: string,
  submission: string,
) {
  const found = await printableOf(deps, person, kase, kind, submission);
  if (!found.ok) return found;
  const { own, ...said } = await saidIn(deps, person, kase, found, []);
  const marks = { kind, number: '', revision: 1, code: '', issuedAt: deps.clock.instant() };
  return deps.papers.reading({ ...identify(deps, person, marks), ...said, ...own, copy: 'family' });
}

/** What the newest version in force before this one said; nothing where there is none, or it had the same answers. */
async function beforeOf(
  deps: Deps,
  scope: Scope,
  earlier: readonly Kept<Document>[],
  submission: string,
): Promise<Pick<PaperWork, 'before'>> {
  const [last] = earlier
    .filter(({ value }) => value.submission !== submission && ['issued', 'sealed'].includes(value.state))
    .sort((a, b) => b.value.revision - a.value.revision);
  const id = last?.value.submission;
  const given = id && (await deps.store.get<Submission>(scope, 'submissions', id));
  if (!last || !given) return {};
  const { revision, issuedAt } = last.value;
  const { answers, context } = given.value;
  return { before: { answers, context, revision, issuedAt } };
}

/** Acts of one kind within a case. */
export async function documentsOf(
  deps: Deps,
  scope: Scope,
  kase: string,
  kind: string,
): Promise<readonly Kept<Document>[]> {
  const items = await listAll(deps, scope, 'documents', { where: { case: kase, kind, copy: 'family' } });
  const kept = await Promise.all(items.map(({ id }) => deps.store.get<Document>(scope, 'documents', id)));
  return kept.filter((one) => one !== undefined);
}
