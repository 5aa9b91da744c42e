// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Case } from '../../../schemas/types.ts';
import { refusalOf } from '../../authorize.ts';
import type { Deps } from '../../deps.ts';
import { isOpen, readJob } from '../../jobs/record.ts';
import type { Locale } from '../../problems.ts';
import type { Person } from '../../sessions.ts';
import type { Scope } from '../../storage/contract.ts';
import { listAll } from '../../storage/list-all.ts';

/** Kinds of documents that this district issues; of the chosen one, what there is to print. */
export async function printables(deps: Deps, person: Person, wanted: string, locale: Locale) {
  const phases = deps.catalogue.districts.get(person.district)?.phases ?? [];
  const used = new Set(phases.flatMap(({ documents }) => (documents ?? []).map(({ kind }) => kind)));
  const kinds = deps.papers.kinds
    .filter(({ kind }) => used.has(kind))
    .map(({ kind, words }) => ({ kind, title: words[locale] }));
  const chosen = kinds.find(({ kind }) => kind === wanted) ?? kinds[0];
  const kind = chosen?.kind ?? '';
  return { kind, kinds, items: await rowsOf(deps, person, kind) };
}

/** Of each case the newest answers that make this kind of document, where no act of them stands. */
async function rowsOf(deps: Deps, person: Person, kind: string) {
  const scope: Scope = { district: person.district, actor: person.account.id };
  const phases = deps.catalogue.districts.get(scope.district)?.phases ?? [];
  const makers = phases
    .flatMap(({ documents }) => documents ?? [])
    .flatMap((one) => (one.kind === kind ? [one.definition] : []));
  if (makers.length === 0) return [];
  const [submissions, acts] = await Promise.all([
    listAll(deps, scope, 'submissions', { where: { definition: makers, replaced: false } }),
    listAll(deps, scope, 'documents', { where: { kind, copy: 'family', state: ['issued', 'sealed'] } }),
  ]);
  const issued = new Set([
    ...acts.map(({ fields }) => fields['submission']),
    ...(await asked(deps, scope, kind)),
  ]);
  const newest = new Map<string, { readonly id: string; readonly at: string }>();
  for (const { id, fields } of submissions) {
    const [kase, at] = [String(fields['case'] ?? ''), String(fields['submittedAt'])];
    if (kase && at >= (newest.get(kase)?.at ?? '')) newest.set(kase, { id, at });
  }
  const rows = await Promise.all(
    [...newest].map(async ([kase, { id, at }]) => {
      const kept = issued.has(id) ? undefined : await deps.store.get<Case>(scope, 'cases', kase);
      if (!kept || refusalOf(deps, person, kept, kind, 'e')) return [];
      const { number, name } = kept.value;
      return [{ case: kase, number, name, submission: id, submittedAt: at }];
    }),
  );
  return rows.flat().sort((a, b) => a.number.localeCompare(b.number, 'it'));
}

/** Submissions that somebody has asked for as this kind, and that are not printed yet. */
async function asked(deps: Deps, scope: Scope, kind: string): Promise<readonly string[]> {
  const open = await listAll(deps, scope, 'jobs', { where: { state: ['queued', 'running'] } });
  const jobs = await Promise.all(open.map(({ id }) => readJob(deps, scope, id)));
  return jobs
    .flatMap((job) => job?.parts ?? [])
    .flatMap((part) =>
      part.of === 'submission' && part.kind === kind && isOpen(part) ? [part.submission] : [],
    );
}
