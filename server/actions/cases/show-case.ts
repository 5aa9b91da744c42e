// SPDX-License-Identifier: AGPL-3.0-or-later
// What the desk shows of a case, without the kinds of answers that the person may not read.
import type { Account, Case, Document, Submission, Term, Version } from '../../../schemas/types.ts';
import { matrix, rules, type Right } from '../../access.ts';
import { allowedNow, mayRead, refusalOf, reportBarred, thingOf } from '../../authorize.ts';
import { termsOfCase } from '../../case-terms.ts';
import { peopleOf } from '../../counting.ts';
import type { Deps } from '../../deps.ts';
import { caseReportKinds } from '../../../templates/report-kinds.ts';
import { membersOf } from '../../members.ts';
import { titleOf } from '../definitions/definitions.ts';
import type { KeptDefinition } from '../../records.ts';
import type { Locale, Refusal } from '../../problems.ts';
import { partnersOf } from '../../pact/partners.ts';
import { mayWork, type Person } from '../../sessions.ts';
import { phasesOf } from './phase.ts';
import { listAll } from '../../storage/list-all.ts';
import type { Kept, Listed, Scope } from '../../storage/contract.ts';

const changers: readonly string[] = rules['case: change term'].who;

export async function showCase(
  deps: Deps,
  person: Person,
  kase: Kept<Case>,
  locale: Locale,
): Promise<{ readonly [name: string]: unknown }> {
  const scope: Scope = { district: person.district, actor: person.account.id };
  const reads = (id: string, kind: Version['kind']): boolean =>
    mayRead(person, kase.value, thingOf(deps, person.district, id, kind));
  const shut = kase.value.closed !== undefined;
  /** May the person issue (`e`) or sign (`d`) documents of a kind here and now? */
  const makes = (kind: string, right: Right): boolean => !shut && !refusalOf(deps, person, kase, kind, right);
  const district = deps.catalogue.districts.get(person.district);
  const accounts = await listAll(deps, scope, 'accounts', {});
  const staff = await caseWorkers(deps, scope, kase.value, accounts);
  // Who no longer works here did what was done all the same.
  const names = new Map(accounts.map(({ id, fields }) => [id, String(fields['name'])]));
  const nameOf = (id: string): string => names.get(id) ?? id;
  const query = { where: { case: kase.id } };
  const [drafts, submissions, documents] = await Promise.all([
    listAll(deps, scope, 'drafts', query),
    listAll(deps, scope, 'submissions', query),
    listAll(deps, scope, 'documents', query),
  ]);
  const field = (item: Listed, name: string): string => String(item.fields[name] ?? '');
  const definitionRow = async (id: string) => {
    const kept = await deps.store.get<KeptDefinition>(scope, 'definitions', id);
    if (!kept || !reads(id, kept.value.definition.kind)) return [];
    const draft = drafts.find((item) => field(item, 'definition') === id);
    const given = await Promise.all(
      submissions
        .filter((item) => field(item, 'definition') === id)
        .map(async (item) => {
          const submission = await deps.store.get<Submission>(scope, 'submissions', item.id);
          return submission ? [{ id: item.id, kept: submission.value }] : [];
        }),
    );
    return [
      {
        id,
        title: titleOf(kept.value.definition),
        kind: kept.value.definition.kind,
        published: kept.value.published,
        ...(allowedNow(
          person,
          kase.value,
          thingOf(deps, person.district, id, kept.value.definition.kind),
          'd',
        )
          ? { fills: true }
          : {}),
        ...(kept.value.definition.gives?.household && kept.value.definition.gives.from
          ? { changesHousehold: true }
          : {}),
        ...(draft
          ? { draft: { id: draft.id, savedAt: field(draft, 'savedAt'), by: nameOf(field(draft, 'by')) } }
          : {}),
        submissions: given
          .flat()
          .map(({ id: one, kept: { version, submittedAt, submittedBy, receipt, corrects, replaced } }) => ({
            id: one,
            version,
            submittedAt,
            by: nameOf(submittedBy),
            receipt,
            ...(corrects ? { corrects: { submission: corrects.submission, reason: corrects.reason } } : {}),
            ...(replaced ? { replaced: { ...replaced, by: nameOf(replaced.by) } } : {}),
          })),
      },
    ];
  };
  const lets = (barred: Refusal | undefined): boolean => !barred || barred.problem.code === 'reason-needed';
  const opens = (kind: string): boolean => lets(refusalOf(deps, person, kase, kind, 'v'));
  const looks = (kind: string): boolean => lets(reportBarred(deps, person, kase, kind));
  const way = new Map(phasesOf(deps, person.district, kase.value).map((one) => [one.id, one]));
  const phases = await Promise.all(
    (district?.phases ?? []).map(async ({ id, title, occasional, definitions, documents: kinds }) => ({
      id,
      title,
      ...(way.has(id) ? { state: way.get(id)?.state, missing: way.get(id)?.missing } : {}),
      ...(occasional ? { occasional } : {}),
      definitions: (await Promise.all(definitions.map(definitionRow))).flat(),
      documents: (kinds ?? [])
        .filter((one) => makes(one.kind, 'e'))
        .map(({ kind, definition }) => ({ kind, definition })),
    })),
  );
  const shown = await Promise.all(
    documents.map(async ({ id }) => {
      const document = await deps.store.get<Document>(scope, 'documents', id);
      return document && opens(document.value.kind) ? [{ ...document.value, id }] : [];
    }),
  );
  // That it happened at all is for who may read it.
  const kept = new Set(
    (district?.phases ?? [])
      .filter(({ rights }) => rights === 'reserved' && !mayRead(person, kase.value, rights))
      .flatMap(({ definitions, documents: kinds }) => [
        ...definitions,
        ...(kinds ?? []).map(({ kind }) => kind),
      ]),
  );
  const hidden = documents.filter((item) => kept.has(field(item, 'kind'))).map(({ id }) => id);
  const timeline = kase.value.timeline.filter(
    ({ definition = '', document = '' }) => !kept.has(definition) && !hidden.includes(document),
  );
  const titles = await titlesOf(
    deps,
    scope,
    timeline.flatMap(({ definition }) => definition ?? []),
  );
  const measure = deps.catalogue.measures.get(kase.value.measure);
  const inside = new Set([kase.id, ...[...drafts, ...submissions, ...documents].map(({ id }) => id)]);
  const facts = await readableFacts(deps, scope, kase.value, district?.phases ?? [], reads);
  // What is counted comes from answers that this person may not be allowed to read; that there are people in danger, and
  // which form says so, is for who may read that form.
  const {
    counts: _counts,
    moments: _moments,
    roll: _roll,
    protects: _protects,
    termChanges,
    ...shownCase
  } = kase.value;
  const rows = termsOfCase(deps, person.district, kase.value, deps.clock.today()).filter(
    ({ rights }) => rights === undefined || mayRead(person, kase.value, rights),
  );
  const members = new Map(membersOf(kase.value).map(({ id, name }) => [id, name]));
  return {
    case: {
      ...shownCase,
      dates: shownDates(measure?.terms ?? [], kase.value.dates, rows),
      ...ofRouting(person, kase.value),
      facts,
      timeline,
      ...(termChanges
        ? { termChanges: termChanges.filter(({ term }) => rows.some((row) => row.id === term)) }
        : {}),
    },
    rev: kase.rev,
    terms: rows.map(({ about, ...row }) => {
      const people = about?.map((id) => members.get(id) ?? '').filter(Boolean);
      return people?.length ? { ...row, people: people.join(', ') } : row;
    }),
    phases,
    documents: shown.flat(),
    kinds: [
      ...deps.papers.kinds.map(({ kind, words, act }) => ({ kind, title: words[locale], act })),
      ...caseReportKinds.map(({ kind, words }) => ({ kind, title: words[locale], act: 'internal' })),
    ].map((one) => ({ ...one, signs: makes(one.kind, 'd'), closes: makes(one.kind, 'e') })),
    sent: await sentWith(deps, scope, kase),
    reports: caseReportKinds
      .filter(({ kind }) => looks(kind) && (kind !== 'transcription' || measure?.transcription))
      .map(({ kind, words }) => ({
        kind,
        title: words[locale],
        issues: makes(kind, 'e'),
      })),
    staff,
    partners: await partnersOf(deps, person, kase.value, accounts, locale),
    names: Object.fromEntries(
      [...timeline.map(({ by }) => by), ...kase.value.assigned, ...(kase.value.partners ?? [])].flatMap(
        (id) => {
          const name = names.get(id);
          return name === undefined ? [] : [[id, name]];
        },
      ),
    ),
    titles,
    changesTerms:
      allowedNow(person, kase.value, 'case', 'e') &&
      person.account.value.roles.some((role) => changers.includes(role)),
    ...(person.account.value.roles.includes('coordinator')
      ? { openedByReason: await byReason(deps, scope, inside, nameOf) }
      : {}),
  };
}

/** What forms are called, those outside the phases too; one that is no more has no title. */
async function titlesOf(deps: Deps, scope: Scope, ids: readonly string[]) {
  const kept = await Promise.all(
    [...new Set(ids)].map((id) => deps.store.get<KeptDefinition>(scope, 'definitions', id)),
  );
  return Object.fromEntries(
    kept.flatMap((one) => (one ? [[one.id, titleOf(one.value.definition)] as const] : [])),
  );
}

/** Of routing and joining: why a case was sent somewhere may come from what is reserved. */
function ofRouting(person: Person, { route, closed, ...kase }: Case): Partial<Case> {
  const { undo: _undo, ...shut } = closed ?? {};
  const whole = person.account.value.roles.includes('coordinator') || mayRead(person, kase, 'reserved');
  return {
    ...(route ? { route: whole ? route : { ...route, reason: '' } } : {}),
    ...(closed ? { closed: shut as Case['closed'] & object } : {}),
  };
}

/** Who of the case went out of the house with which list. */
async function sentWith(deps: Deps, scope: Scope, kase: Kept<Case>) {
  const items = await listAll(deps, scope, 'sendings', { where: { case: kase.id } });
  const people = new Map(peopleOf(kase.value).map((one) => [one.id, one]));
  return items.map(({ fields }) => {
    const one = people.get(String(fields['person']));
    const name = [one?.['surname'], one?.['name']].filter((part) => typeof part === 'string').join(' ');
    return { name, number: String(fields['number']), at: String(fields['at']) };
  });
}

/** What the answers told the case, without what comes from a kind of answers that the person may not read. */
async function readableFacts(
  deps: Deps,
  scope: Scope,
  kase: Case,
  phases: readonly { readonly definitions: readonly string[] }[],
  reads: (id: string, kind: Version['kind']) => boolean,
): Promise<Case['facts']> {
  const ids = phases.flatMap(({ definitions }) => definitions);
  const kept = await Promise.all(ids.map((id) => deps.store.get<KeptDefinition>(scope, 'definitions', id)));
  const secret = new Set(
    kept.flatMap((one) => {
      const definition = one?.value.definition;
      return definition && !reads(definition.id, definition.kind)
        ? Object.keys(definition.gives?.facts ?? {})
        : [];
    }),
  );
  return Object.fromEntries(Object.entries(kase.facts).filter(([label]) => !secret.has(label)));
}

/** Who in the district could follow this case. */
async function caseWorkers(deps: Deps, scope: Scope, kase: Case, items: readonly Listed[]) {
  const accounts = await Promise.all(items.map(({ id }) => deps.store.get<Account>(scope, 'accounts', id)));
  return accounts
    .flatMap((kept) => {
      if (
        !kept ||
        !mayWork(deps, kept.value) ||
        !kept.value.roles.some((role) => matrix[role].things.case !== '-')
      )
        return [];
      const inScope =
        kept.value.comuni.length === 0 ||
        kept.value.comuni.includes(kase.comune) ||
        kase.assigned.includes(kept.id);
      return inScope ? [{ id: kept.id, name: kept.value.name, profile: kept.value.profile }] : [];
    })
    .sort((a, b) => a.name.localeCompare(b.name, 'it'));
}

/** Who opened the case, or anything in it (`inside`: ids), with a written reason: for the coordinator. */
async function byReason(
  deps: Deps,
  scope: Scope,
  inside: ReadonlySet<string>,
  nameOf: (id: string) => string,
) {
  const entries = await deps.store.auditEntries(scope, {
    object: [...inside],
    withReason: true,
    limit: Number.POSITIVE_INFINITY,
  });
  return entries.flatMap(({ at, actor, reason }) =>
    reason === undefined ? [] : [{ at, by: nameOf(actor), reason }],
  );
}

/** A term that is for few brings no date of it to the others either. */
function shownDates(
  all: readonly Term[],
  dates: Case['dates'],
  shown: readonly { readonly id: string }[],
): Case['dates'] {
  const keysOf = ({ from, until = [], again = [] }: Term): string[] => [from, ...again, ...[until].flat()];
  const isShown = ({ id, rights }: Term): boolean => !rights || shown.some((row) => row.id === id);
  const open = all.filter(isShown).flatMap(keysOf);
  const secret = new Set(all.flatMap(keysOf).filter((key) => !open.includes(key)));
  return Object.fromEntries(Object.entries(dates).filter(([key]) => !secret.has(key)));
}
