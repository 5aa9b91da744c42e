// SPDX-License-Identifier: AGPL-3.0-or-later
// Who saw, printed, exported or changed a case between two dates, from the audit, by person and day.
import type { Case } from '../../../schemas/types.ts';
import type { Accesses, AccessRow, CaseAccess } from '../../../templates/documents/case-access/content.ts';
import { roleIn } from '../../authorize.ts';
import { isDay } from '../../calendar.ts';
import { romeDay } from '../../clock.ts';
import type { Deps } from '../../deps.ts';
import { refuse, type Locale, type Refusal } from '../../problems.ts';
import type { KeptExport, KeptKey } from '../../records.ts';
import type { Person } from '../../sessions.ts';
import type { KeptAuditEntry, Scope } from '../../storage/contract.ts';
import { actOf, type Way } from '../../words/acts.ts';
import { accountsOf } from '../../names.ts';
import { listAll } from '../../storage/list-all.ts';
import { daysAfter } from '../../calendar.ts';

/** What is asked: the number of a case, or its id; ISO dates, the last ninety days where there are none. */
export interface AskedSeen {
  readonly number?: string | undefined;
  readonly case?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}
const usual = 90;

/** Nothing of what the case holds is in the answer: who asks need not be able to open it. */
export async function whoHasSeen(
  deps: Deps,
  person: Person,
  asked: AskedSeen,
  locale: Locale,
): Promise<{ readonly ok: true; readonly value: Accesses; readonly case: string } | Refusal> {
  const scope: Scope = { district: person.district, actor: person.account.id };
  for (const at of ['from', 'to'] as const)
    if (asked[at] && !isDay(asked[at])) return refuse('not-a-day', {}, `/${at}`);
  const to = asked.to || deps.clock.today();
  const from = asked.from || daysAfter(to, -usual);
  if (from > to) return refuse('dates-turned', {}, '/from');
  const about = await caseAsked(deps, scope, asked);
  const { comuni } = person.account.value;
  if (!about || (comuni.length > 0 && !comuni.includes(about.comune))) return refuse('not-found');
  await deps.store.audit(scope, {
    action: 'seen.read',
    object: about.id,
    role: roleIn(person),
    result: 'done',
  });
  const objects = await objectsOf(deps, scope, about.id, from, to);
  const found = await deps.store.auditEntries(scope, {
    object: [...objects],
    limit: Number.POSITIVE_INFINITY,
  });
  const entries = found.filter(
    ({ at, result }) => result !== 'aborted' && romeDay(at) >= from && romeDay(at) <= to,
  );
  return {
    ok: true,
    case: about.id,
    value: {
      case: about.number,
      comune: about.comune,
      from,
      to,
      rows: await rowsOf(deps, scope, entries, locale),
    },
  };
}

/** Is every line of the district's audit bound to the one before? All of it is read. */
export async function walkAudit(deps: Pick<Deps, 'store'>, district: string): Promise<CaseAccess['chain']> {
  const { ok, entries, firstBad } = await deps.store.verifyAudit(district);
  return { ok, entries, ...(firstBad === undefined ? {} : { firstBad }) };
}

async function caseAsked(deps: Deps, scope: Scope, asked: AskedSeen) {
  const number = asked.number?.trim();
  const [item] = number ? (await deps.store.list(scope, 'cases', { where: { number }, limit: 1 })).items : [];
  const id = item?.id ?? (number ? undefined : asked.case);
  const kept = id ? await deps.store.get<Case>(scope, 'cases', id) : undefined;
  return kept && { id: kept.id, number: kept.value.number, comune: kept.value.comune };
}

/** Ids under which the audit speaks of the case and of what is in it. */
async function objectsOf(
  deps: Deps,
  scope: Scope,
  kase: string,
  from: string,
  to: string,
): Promise<ReadonlySet<string>> {
  // what became part of it was looked at under its own name before
  const absorbed = await listAll(deps, scope, 'cases', { where: { into: kase } });
  const objects = new Set([kase, ...absorbed.map(({ id }) => id)]);
  const own = [...objects];
  const inCase = { where: { case: kase } };
  for (const collection of ['drafts', 'submissions', 'documents', 'attachments', 'notes'])
    for (const { id, fields } of await listAll(deps, scope, collection, inCase)) {
      // That somebody wrote for nobody else is nobody else's to know.
      if (collection === 'notes' && fields['readers'] === 'author') continue;
      objects.add(id);
      if (typeof fields['draft'] === 'string') objects.add(fields['draft']);
    }
  // exports and archives of people that it was in
  for (const { id, fields } of await listAll(deps, scope, 'exports', {})) {
    const made = romeDay(String(fields['at']));
    if (made > to || daysAfter(made, 2) < from) continue;
    const kept = await deps.store.get<KeptExport>(scope, 'exports', id);
    if (kept && own.some((one) => kept.value.cases.includes(one))) objects.add(id);
  }
  for (const { id } of await listAll(deps, scope, 'archives', inCase)) objects.add(id);
  // lists that named somebody of the case when they left the house
  for (const { fields } of await listAll(deps, scope, 'sendings', inCase))
    if (String(fields['at']) >= from && String(fields['at']) <= to) objects.add(String(fields['document']));
  return objects;
}

async function rowsOf(
  deps: Deps,
  scope: Scope,
  entries: readonly KeptAuditEntry[],
  locale: Locale,
): Promise<readonly AccessRow[]> {
  const groups = new Map<string, KeptAuditEntry[]>();
  for (const entry of entries) {
    const key = `${romeDay(entry.at)} ${entry.actor}`;
    groups.set(key, [...(groups.get(key) ?? []), entry]);
  }
  const actors = [...new Set(entries.map(({ actor }) => actor))];
  const people = await accountsOf(deps, scope, actors);
  const keys = await keyNames(deps, scope, actors);
  return [...groups]
    .sort(([a], [b]) => (a.slice(0, 10) === b.slice(0, 10) ? a.localeCompare(b) : b.localeCompare(a)))
    .map(([key, all]) => {
      const [date = '', actor = ''] = [key.slice(0, 10), key.slice(11)];
      const told = all.map(({ action }) => actOf(action));
      const times = (way: Way): number => told.filter((one) => one.way === way).length;
      return {
        day: date,
        name: others[actor]?.[locale] ?? keys.get(actor) ?? people.get(actor)?.name ?? actor,
        profile: people.get(actor)?.profile ?? '',
        saw: times('saw'),
        printed: times('printed'),
        exported: times('exported'),
        wrote: times('wrote'),
        what: [...new Set(told.map(({ words }) => words[locale] ?? words.it))],
        reasons: [...new Set(all.flatMap(({ reason }) => (reason ? [reason] : [])))],
      };
    });
}

/** Programs of others, by the name that their key was given. */
async function keyNames(
  deps: Deps,
  scope: Scope,
  actors: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>();
  for (const actor of actors.filter((one) => one.startsWith('key:'))) {
    const kept = await deps.store.get<KeptKey>(scope, 'keys', actor.slice(4));
    if (kept) found.set(actor, kept.value.name);
  }
  return found;
}

const others: { readonly [actor: string]: { readonly it: string; readonly en: string } } = {
  public: { it: 'Modulo pubblico', en: 'Public form' },
  system: { it: 'Il programma', en: 'The application' },
};
