// SPDX-License-Identifier: AGPL-3.0-or-later
// A household whose case was opened twice: one case stays, the other points to it; all that hung on the other hangs on
// this one. Taken back while nothing else has happened.
import type { Case } from '../../../schemas/types.ts';
import type { Deps } from '../../deps.ts';
import { allowed } from '../../authorize.ts';
import { keep, refusal } from '../../keep.ts';
import { oneAtATime } from '../../mutexes.ts';
import { noticesFor } from '../../notices.ts';
import { refuse, type Refusal } from '../../problems.ts';
import { isProtected, joinedProtection } from '../../protection.ts';
import type { Person } from '../../sessions.ts';
import { collections } from '../../storage/collections.ts';
import type { Kept, Scope, Write } from '../../storage/contract.ts';
import { withEvent } from '../cases/change-case.ts';
import { placed } from '../cases/placed.ts';
import { refolder, submissionsOf } from '../cases/refold.ts';
import { listAll } from '../../storage/list-all.ts';
import { stateAfter } from '../cases/states.ts';

type Done = { readonly ok: true } | Refusal;
/** what does not go along: the cases themselves, and what was said to people of the other one */
const staying: ReadonlySet<string> = new Set(['cases', 'notices', 'jobs']);

/** Joins the other case to this one; both within the person's scope and under one measure. */
export function mergeCases(
  deps: Deps,
  person: Person,
  into: string,
  asked: { readonly other: string; readonly reason: string },
): Promise<{ readonly ok: true; readonly protected: boolean } | Refusal> {
  const scope: Scope = { district: person.district, actor: person.account.id };
  return oneAtATime.alone(`${scope.district} merge`, () =>
    oneAtATime.alone(`${scope.district} case ${into}`, async () => {
      const found = await mergeable(deps, scope, person, into, asked.other);
      if (!found.ok) return found;
      const { kept, other } = found;
      const records = await hangingOn(deps, scope, other.id);
      const at = deps.clock.instant();
      const all = [...(await idsOf(deps, scope, kept.id)), ...(records['submissions'] ?? [])];
      const refold = await refolder(deps, scope, await submissionsOf(deps, scope, all));
      const event = { at, by: scope.actor, what: 'merged' } as const;
      const told = refold(together(kept.value, other.value));
      const safe = joinedProtection(told, kept.value, other.value);
      const met = withEvent(safe, { ...event, note: `${other.value.number}: ${asked.reason}` });
      const joined = safe === told ? met : withEvent(met, { ...event, what: 'protected' });
      const gone: Case = withEvent(
        {
          ...other.value,
          state: stateAfter(deps, scope.district, other.value.state, 'merged'),
          closed: {
            at,
            by: scope.actor,
            why: 'merged',
            into: kept.id,
            note: asked.reason,
            undo: { records, before: kept.value, rev: kept.rev + 1, state: other.value.state },
          },
        },
        { ...event, note: `${kept.value.number}: ${asked.reason}` },
      );
      const notice = { case: kept.id, number: kept.value.number, at, what: 'merged' } as const;
      const done = await keep(deps, scope, { action: 'case.merge', object: kept.id }, [
        ...(await rehung(deps, scope, records, kept.id)),
        { do: 'replace', collection: 'cases', id: other.id, value: gone, rev: other.rev },
        {
          do: 'replace',
          collection: 'cases',
          id: kept.id,
          value: placed(deps, scope.district, joined),
          rev: kept.rev,
        },
        ...noticesFor(scope, joined.assigned, { ...notice, note: other.value.number }),
      ]);
      return done.ok ? { ok: true, protected: isProtected(safe) } : refusal(done);
    }),
  );
}

/** Takes a merging back: possible until the case that stayed changes again. `id`: of the other one. */
export function unmergeCase(deps: Deps, person: Person, id: string, reason: string): Promise<Done> {
  const scope: Scope = { district: person.district, actor: person.account.id };
  return oneAtATime.alone(`${scope.district} merge`, async () => {
    const other = await deps.store.get<Case>(scope, 'cases', id);
    const closed = other?.value.closed;
    const { undo, into = '' } = closed ?? {};
    if (!other || !closed || !undo) return refuse('not-merged');
    return oneAtATime.alone(`${scope.district} case ${into}`, async () => {
      const kept = await deps.store.get<Case>(scope, 'cases', into);
      if (!kept || !allowed(person, kept.value, 'case', 'e')) return refuse('not-found');
      if (kept.rev !== undo.rev) return refuse('merge-changed', { number: kept.value.number });
      const { at: mergedAt, by: mergedBy } = closed;
      const event = { at: deps.clock.instant(), by: scope.actor, what: 'unmerged' } as const;
      // Both tell that it happened and was taken back.
      const stayed = withEvent(undo.before, {
        at: mergedAt,
        by: mergedBy,
        what: 'merged',
        note: other.value.number,
      });
      const { closed: _closed, ...open } = other.value;
      const done = await keep(deps, scope, { action: 'case.unmerge', object: into }, [
        ...(await rehung(deps, scope, undo.records, id)),
        {
          do: 'replace',
          collection: 'cases',
          id: into,
          value: withEvent(stayed, { ...event, note: `${other.value.number}: ${reason}` }),
          rev: kept.rev,
        },
        {
          do: 'replace',
          collection: 'cases',
          id,
          value: withEvent(
            { ...open, state: undo.state },
            { ...event, note: `${kept.value.number}: ${reason}` },
          ),
          rev: other.rev,
        },
      ]);
      return done.ok ? { ok: true } : refusal(done);
    });
  });
}

type Mergeable = { readonly ok: true; readonly kept: Kept<Case>; readonly other: Kept<Case> } | Refusal;

async function mergeable(
  deps: Deps,
  scope: Scope,
  person: Person,
  into: string,
  id: string,
): Promise<Mergeable> {
  const kept = await deps.store.get<Case>(scope, 'cases', into);
  const other = await deps.store.get<Case>(scope, 'cases', id);
  if (!kept || !other || into === id || !allowed(person, other.value, 'case', 'e'))
    return refuse('not-found', {}, '/other');
  if (kept.value.closed || other.value.closed) return refuse('case-closed');
  if (kept.value.measure !== other.value.measure) return refuse('merge-measure', {}, '/other');
  // What is being printed would still hang on the other one.
  const { total } = await deps.store.list(scope, 'jobs', { contains: { cases: ` ${id} ` }, limit: 1 });
  return total > 0 ? refuse('jobs-open', {}, '/other') : { ok: true, kept, other };
}

type Records = { [collection: string]: string[] };

/** Ids of all records that name a case, by collection. */
async function hangingOn(deps: Deps, scope: Scope, id: string): Promise<Records> {
  const found: Records = {};
  for (const { name } of collections) {
    if (staying.has(name)) continue;
    const items = await listAll(deps, scope, name, { where: { case: id } });
    if (items.length > 0) found[name] = items.map((one) => one.id);
  }
  return found;
}

const idsOf = async (deps: Deps, scope: Scope, id: string): Promise<readonly string[]> =>
  (await listAll(deps, scope, 'submissions', { where: { case: id } })).map((one) => one.id);

/** The same records with another case. */
async function rehung(deps: Deps, scope: Scope, records: Records, to: string): Promise<Write[]> {
  const writes: Write[] = [];
  for (const [collection, ids] of Object.entries(records))
    for (const id of ids) {
      const kept = await deps.store.get<{ readonly case?: string }>(scope, collection, id);
      if (kept)
        writes.push({ do: 'replace', collection, id, value: { ...kept.value, case: to }, rev: kept.rev });
    }
  return writes;
}

/** What two cases know that comes from no submission. */
function together(kept: Case, other: Case): Case {
  const parts = { ...other.parts, ...kept.parts };
  const roll = [...(kept.roll ?? []), ...(other.roll ?? [])];
  const moments = [...(other.moments ?? []), ...(kept.moments ?? [])];
  const termChanges = [...(kept.termChanges ?? []), ...(other.termChanges ?? [])];
  const pact = kept.pact ?? other.pact;
  return {
    ...kept,
    assigned: [...new Set([...kept.assigned, ...other.assigned])],
    household: [...other.household, ...kept.household].toSorted((a, b) => a.from.localeCompare(b.from)),
    dates: { ...other.dates, ...kept.dates },
    timeline: [...kept.timeline, ...other.timeline].toSorted((a, b) => a.at.localeCompare(b.at)),
    ...(Object.keys(parts).length > 0 ? { parts } : {}),
    ...(roll.length > 0 ? { roll } : {}),
    ...(moments.length > 0 ? { moments } : {}),
    ...(termChanges.length > 0 ? { termChanges } : {}),
    ...(pact ? { pact } : {}),
  };
}
