// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Deps } from '../../deps.ts';
import { keep, refusal } from '../../keep.ts';
import { refuse, type Refusal } from '../../problems.ts';
import type { KeptNotice } from '../../records.ts';
import type { Scope } from '../../storage/contract.ts';
import { namesOf } from '../../names.ts';

/** What the person has been told and has not put away, newest first. */
export async function ownNotices(deps: Deps, scope: Scope) {
  const where = { account: scope.actor, seenAt: null };
  const { items, total } = await deps.store.list(scope, 'notices', { where, newestFirst: true, limit: 20 });
  const nameOf = await namesOf(
    deps,
    scope,
    items.map(({ fields }) => String(fields['by'])),
  );
  return {
    total,
    items: items.map(({ id, fields }) => {
      const text = (name: string): string => String(fields[name] ?? '');
      return {
        id,
        case: text('case'),
        number: text('number'),
        what: text('what'),
        note: text('note'),
        at: text('at'),
        by: nameOf(text('by')),
      };
    }),
  };
}

/** Puts a notice away; only who was told can. */
export async function seeNotice(
  deps: Deps,
  scope: Scope,
  id: string,
): Promise<{ readonly ok: true } | Refusal> {
  const kept = await deps.store.get<KeptNotice>(scope, 'notices', id);
  if (!kept || kept.value.account !== scope.actor) return refuse('not-found');
  if (kept.value.seenAt) return { ok: true };
  const value: KeptNotice = { ...kept.value, seenAt: deps.clock.instant() };
  const done = await keep(deps, scope, { action: 'notice.see', object: id }, [
    { do: 'replace', collection: 'notices', id, value, rev: kept.rev },
  ]);
  return done.ok ? { ok: true } : refusal(done);
}
