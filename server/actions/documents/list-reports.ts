// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Account, Document } from '../../../schemas/types.ts';
import { reportKinds } from '../../../templates/report-kinds.ts';
import { mayReport } from '../../access.ts';
import type { Deps } from '../../deps.ts';
import type { Locale } from '../../problems.ts';
import { reports } from '../../reports/index.ts';
import type { Person } from '../../sessions.ts';
import type { Scope } from '../../storage/contract.ts';
import { jobsOfDistrict } from './show-jobs.ts';

/** A page of the documents of the district that the person may read, newest first; the kinds there are, open jobs. */
export async function listReports(
  deps: Deps,
  person: Person,
  asked: { readonly kind?: string | undefined; readonly cursor?: string | undefined },
  locale: Locale,
) {
  const scope: Scope = { district: person.district, actor: person.account.id };
  const account = person.account.value;
  // A person's comuni are asked of the paper itself; whether any of a kind may be issued, of one comune of theirs.
  const own = account.comuni.slice(0, 1);
  const kinds = reports.flatMap(({ kind }) => {
    const words = reportKinds.find((one) => one.kind === kind)?.words;
    const issues = mayReport(account, kind, own, 'issues');
    const reads = issues || mayReport(account, kind, own, 'reads');
    return reads ? [{ kind, title: words?.[locale] ?? kind, issues }] : [];
  });
  const page = await deps.store.list(scope, 'documents', {
    where: { case: null, copy: 'family', kind: asked.kind ? [asked.kind] : kinds.map(({ kind }) => kind) },
    newestFirst: true,
    ...(asked.cursor ? { cursor: asked.cursor } : {}),
  });
  const rows = await Promise.all(
    page.items.map(async ({ id }) => {
      const kept = await deps.store.get<Document>(scope, 'documents', id);
      if (!kept?.value.report || !mayReport(account, kept.value.kind, kept.value.report.comuni, 'reads'))
        return [];
      const { kind, number, issuedAt, issuedBy, state, report } = kept.value;
      const by = (await deps.store.get<Account>(scope, 'accounts', issuedBy))?.value.name ?? issuedBy;
      const tables = reports.some((one) => one.kind === kind && one.sheets !== undefined);
      const closes = mayReport(account, kind, report.comuni, 'issues');
      return [{ id, kind, number, title: report.title, issuedAt, by, state, tables, closes }];
    }),
  );
  const jobs = await jobsOfDistrict(deps, person, locale);
  return { kinds, items: rows.flat(), jobs, ...(page.next ? { next: page.next } : {}) };
}
