// SPDX-License-Identifier: AGPL-3.0-or-later
import { PDFDocument } from '@cantoo/pdf-lib';
import type { Case, Document } from '../../schemas/types.ts';
import { refusalOf } from '../authorize.ts';
import type { Deps } from '../deps.ts';
import { refuse, type Refusal } from '../problems.ts';
import type { KeptJob } from '../records.ts';
import type { Person } from '../sessions.ts';
import type { Scope } from '../storage/contract.ts';

/**
 * The documents of a job one after the other, to be put on paper in one go. It is no act: tags, seals and carried data
 * stay in the files of the register.
 */
export async function printTogether(
  deps: Deps,
  person: Person,
  job: KeptJob,
): Promise<{ readonly ok: true; readonly bytes: Uint8Array } | Refusal> {
  const scope: Scope = { district: person.district, actor: person.account.id };
  const all = await PDFDocument.create({ updateMetadata: false });
  for (const part of job.parts) {
    if (part.state !== 'done') continue;
    const [kase, document] = await Promise.all([
      deps.store.get<Case>(scope, 'cases', part.case),
      deps.store.get<Document>(scope, 'documents', part.act),
    ]);
    if (!kase || !document || refusalOf(deps, person, kase, part.kind, 'v')) continue;
    const newest = document.value.files.at(-1);
    const bytes = newest && (await deps.store.getBytes(scope, newest.blob));
    if (!bytes) continue;
    const one = await PDFDocument.load(bytes, { updateMetadata: false });
    for (const page of await all.copyPages(one, one.getPageIndices())) all.addPage(page);
  }
  if (all.getPageCount() === 0) return refuse('not-found');
  return { ok: true, bytes: await all.save() };
}
