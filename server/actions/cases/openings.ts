// SPDX-License-Identifier: AGPL-3.0-or-later
// Who opened a case without a title to it, and why: the coordinator sees every one of these, and says when.
import type { Account, Case } from '../../../schemas/types.ts';
import { rules, type Rule } from '../../access.ts';
import type { Deps } from '../../deps.ts';
import { keep, refusal } from '../../keep.ts';
import { refuse, type Refusal } from '../../problems.ts';
import type { KeptOpening } from '../../records.ts';
import type { Person } from '../../sessions.ts';
import type { KeptAuditEntry, Scope } from '../../storage/contract.ts';

const shown = 100;
/** actions that read and change nothing */
const reading: ReadonlySet<string> = new Set(Object.values(rules).flatMap((rule: Rule) => rule.reads ?? []));
/** what a reason can have been given for, and how its case is reached */
const inside = ['submissions', 'documents', 'drafts'] as const;

async function caseBehind(deps: Deps, scope: Scope, object: string) {
  const kase = await deps.store.get<Case>(scope, 'cases', object);
  if (kase) return kase;
  for (const collection of inside) {
    const found = await deps.store.get<{ readonly case?: string }>(scope, collection, object);
    if (found?.value.case) return deps.store.get<Case>(scope, 'cases', found.value.case);
  }
  return undefined;
}

const inScope = (person: Person, kase: Case): boolean =>
  person.account.value.comuni.length === 0 || person.account.value.comuni.includes(kase.comune);

/** Openings with a reason in the person's comuni, newest first. One entry per person, case, reason and day. */
export async function listOpenings(deps: Deps, person: Person) {
  const scope: Scope = { district: person.district, actor: person.account.id };
  const entries = await deps.store.auditEntries(scope, {
    withReason: true,
    limit: Number.POSITIVE_INFINITY,
  });
  const groups = new Map<string, { readonly first: KeptAuditEntry; times: number; kase: string }>();
  const cases = new Map<string, Awaited<ReturnType<typeof caseBehind>>>();
  for (const entry of entries.filter(({ action }) => reading.has(action)).slice(-20 * shown)) {
    const { object } = entry;
    if (!cases.has(object)) cases.set(object, await caseBehind(deps, scope, object));
    const kase = cases.get(object);
    if (!kase || !inScope(person, kase.value)) continue;
    const name = JSON.stringify([entry.actor, kase.id, entry.reason, entry.at.slice(0, 10)]);
    const known = groups.get(name);
    if (known) known.times += 1;
    else groups.set(name, { first: entry, times: 1, kase: object });
  }
  const rows = [...groups.values()].toReversed().slice(0, shown);
  return Promise.all(
    rows.map(async ({ first, times, kase: object }) => {
      const kase = cases.get(object);
      const [account, seen] = await Promise.all([
        deps.store.get<Account>(scope, 'accounts', first.actor),
        deps.store.get<KeptOpening>(scope, 'openings', String(first.seq)),
      ]);
      const viewer = seen && (await deps.store.get<Account>(scope, 'accounts', seen.value.seenBy));
      return {
        id: String(first.seq),
        at: first.at,
        by: account?.value.name ?? first.actor,
        reason: first.reason ?? '',
        case: kase?.id ?? '',
        number: kase?.value.number ?? '',
        name: kase?.value.name ?? '',
        times,
        ...(seen ? { seenAt: seen.value.seenAt, seenBy: viewer?.value.name ?? seen.value.seenBy } : {}),
      };
    }),
  );
}

/** The coordinator has looked at an opening; who looked first stays. */
export async function seeOpening(
  deps: Deps,
  person: Person,
  id: string,
): Promise<{ readonly ok: true } | Refusal> {
  const scope: Scope = { district: person.district, actor: person.account.id };
  const seq = /^\d{1,12}$/.test(id) ? Number(id) : -1;
  const [entry] = seq < 0 ? [] : await deps.store.auditEntries(scope, { from: seq, limit: 1 });
  const kase =
    entry?.seq === seq && entry.reason !== undefined
      ? await caseBehind(deps, scope, entry.object)
      : undefined;
  if (!kase || !inScope(person, kase.value)) return refuse('not-found');
  if (await deps.store.get(scope, 'openings', id)) return { ok: true };
  const value: KeptOpening = { seenBy: scope.actor, seenAt: deps.clock.instant() };
  const done = await keep(deps, scope, { action: 'opening.see', object: kase.id }, [
    { do: 'create', collection: 'openings', id, value },
  ]);
  return done.ok ? { ok: true } : refusal(done);
}
