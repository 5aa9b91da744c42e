// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Document } from '../../../schemas/types.ts';
import { barredFrom } from '../../authorize.ts';
import type { Deps } from '../../deps.ts';
import { refuse, type Refusal } from '../../problems.ts';
import type { KeptJob } from '../../records.ts';
import type { Person } from '../../sessions.ts';
import type { Scope } from '../../storage/contract.ts';

/** The documents of a job that the person may read, one after the other, to be put on paper in one go. It is no act. */
export async function printTogether(
  deps: Deps,
  person: Person,
  job: KeptJob,
): Promise<{ readonly ok: true; readonly bytes: Uint8Array } | Refusal> {
  const scope: Scope = { district: person.district, actor: person.account.id };
  const files: Uint8Array[] = [];
  for (const part of job.parts) {
    if (part.state !== 'done') continue;
    if (await barredFrom(deps, person, part, 'v')) continue;
    const document = await deps.store.get<Document>(scope, 'documents', part.act);
    const newest = document?.value.files.at(-1);
    const bytes = newest && (await deps.store.getBytes(scope, newest.blob));
    if (!bytes) continue;
    files.push(bytes);
    // of each case it is told that it was printed
    await deps.store.audit(scope, { action: 'document.print', object: part.act, result: 'done' });
  }
  return files.length > 0 ? { ok: true, bytes: await deps.papers.together(files) } : refuse('not-found');
}
