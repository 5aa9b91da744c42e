// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Case } from '../../../schemas/types.ts';
import type { Deps } from '../../deps.ts';
import { refuse, type Locale, type Refusal } from '../../problems.ts';
import type { KeptRequest } from '../../records.ts';
import type { Person } from '../../sessions.ts';
import type { Kept, Scope } from '../../storage/contract.ts';
import { openCase } from '../cases/open-case.ts';
import { startDraft } from '../drafts/start-draft.ts';

/**
 * Begins the letter that closes a request, or gives notice of it: in the case of the request, which is opened where
 * there is none, with what was found out about it.
 */
export async function closeRequest(
  deps: Deps,
  person: Person,
  request: Kept<KeptRequest>,
  locale: Locale,
): Promise<{ readonly ok: true; readonly draft: string; readonly case: string } | Refusal> {
  const scope: Scope = { district: person.district, actor: person.account.id };
  const steps = deps.catalogue.measures.get(request.value.measure)?.requests?.steps ?? [];
  const definition = steps.find(({ does }) => does === 'close')?.definition;
  if (definition === undefined) return refuse('not-at-counter');
  const opened = await openCase(deps, person, { submission: request.id }, undefined);
  if (!opened.ok) return opened;
  const kase = await deps.store.get<Case>(scope, 'cases', opened.id);
  if (!kase) return refuse('not-found');
  const started = await startDraft(deps, person, kase, definition, locale);
  return started.ok ? { ok: true, draft: started.id, case: opened.id } : started;
}
