// SPDX-License-Identifier: AGPL-3.0-or-later
import { standing } from '../../templates/acts.ts';
import type { Document, Submission } from '../../schemas/types.ts';
import type { Life } from './life.ts';
import type { Deps } from '../deps.ts';
import type { Kept, Scope } from '../storage/contract.ts';

export interface PactInForce {
  readonly document: Kept<Document>;
  readonly submission: Kept<Submission>;
}

/** The newest version of the pact that all have signed; undefined: none yet. */
export async function pactInForce(
  deps: Pick<Deps, 'store'>,
  scope: Scope,
  kase: string,
  life: Pick<Life, 'document' | 'definition'>,
): Promise<PactInForce | undefined> {
  const where = { case: kase, kind: life.document, copy: 'family' };
  const { items } = await deps.store.list(scope, 'documents', { where, limit: 200 });
  const newestFirst = items
    .filter(({ fields }) => fields['state'] === 'sealed' || fields['state'] === 'issued')
    .sort((a, b) => Number(b.fields['revision']) - Number(a.fields['revision']));
  for (const { id } of newestFirst) {
    const document = await deps.store.get<Document>(scope, 'documents', id);
    if (!document || !standing(document.value).agreed) continue;
    const submission = await deps.store.get<Submission>(
      scope,
      'submissions',
      document.value.submission ?? '',
    );
    if (submission?.value.definition === life.definition) return { document, submission };
  }
  return undefined;
}
