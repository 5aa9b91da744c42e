// SPDX-License-Identifier: AGPL-3.0-or-later
// Who follows a case: given to a person, taken from one, handed over, sent to another queue.
import type { Account, Case } from '../../../schemas/types.ts';
import { may, readsPart } from '../../access.ts';
import type { Deps } from '../../deps.ts';
import { noticesFor } from '../../notices.ts';
import { refuse, type Refusal } from '../../problems.ts';
import { mayWork, type Person } from '../../sessions.ts';
import type { Kept, Scope } from '../../storage/contract.ts';
import { changeCase, withEvent } from './change-case.ts';
import { inQueue, queueOf, rolesOfAll } from './route-case.ts';
import { stateAfter } from './states.ts';

type Assigned = { readonly ok: true; readonly value: Case } | Refusal;

/** The account, if the person may follow a case of this comune. */
async function workerOf(deps: Deps, scope: Scope, kase: Case, account: string): Promise<Account | undefined> {
  const person = await deps.store.get<Account>(scope, 'accounts', account);
  const unassigned = { ...kase, assigned: [] };
  const suits =
    person &&
    mayWork(deps, person.value) &&
    ['yes', 'reason'].includes(may(person.value, account, unassigned, 'case', 'v'));
  return suits ? person.value : undefined;
}

/** With a person more, in a part; the case leaves the queue that it waited in for somebody of that role. */
function given(before: Case, account: string, part: string | undefined): Case {
  const { [account]: _part, ...parts } = before.parts ?? {};
  const all = part ? { ...parts, [account]: part } : (before.parts ?? {});
  return withParts({ ...before, assigned: [...new Set([...before.assigned, account])] }, all);
}
/** With a person less. */
function taken(before: Case, account: string): Case {
  const { [account]: _part, ...parts } = before.parts ?? {};
  return withParts({ ...before, assigned: before.assigned.filter((one) => one !== account) }, parts);
}
function withParts({ parts: _parts, ...rest }: Case, parts: NonNullable<Case['parts']>): Case {
  return Object.keys(parts).length > 0 ? { ...rest, parts } : rest;
}
/** The queue that the case would wait in if nobody followed it. */
const wanted = ({ queue, route }: Case): string | undefined => queue ?? route?.decided?.queue ?? route?.queue;

/** With somebody more who reads a part of its pact, or somebody less. */
function withPartners({ partners: _partners, ...rest }: Case, partners: readonly string[]): Case {
  return partners.length > 0 ? { ...rest, partners: [...new Set(partners)] } : rest;
}

/** Somebody who works elsewhere reads a part of the pact: no title to the case, whose state and queue stay as they are. */
async function givePart(deps: Deps, scope: Scope, kase: Kept<Case>, account: string): Promise<Assigned> {
  const person = await deps.store.get<Account>(scope, 'accounts', account);
  const suits =
    person && mayWork(deps, person.value) && readsPart(person.value) && inScope(person.value, kase.value);
  if (!suits) return refuse('unknown-account', {}, '/account');
  if (kase.value.partners?.includes(account)) return { ok: true, value: kase.value };
  const event = {
    at: deps.clock.instant(),
    by: scope.actor,
    what: 'assigned',
    note: person.value.name,
  } as const;
  return changeCase(deps, scope, kase.id, { action: 'case.assign', object: kase.id }, (before) => ({
    value: withEvent(withPartners(before, [...(before.partners ?? []), account]), event),
    writes: [],
  }));
}
const inScope = ({ comuni }: Account, { comune }: Case): boolean =>
  comuni.length === 0 || comuni.includes(comune);

/** Gives a person of the district a title to the case, or a part of its pact; who has it already keeps it. */
export async function assignCase(
  deps: Deps,
  scope: Scope,
  kase: Kept<Case>,
  account: string,
  part?: string,
): Promise<Assigned> {
  const person = await workerOf(deps, scope, kase.value, account);
  if (!person) return givePart(deps, scope, kase, account);
  if (kase.value.assigned.includes(account) && (part ?? '') === (kase.value.parts?.[account] ?? ''))
    return { ok: true, value: kase.value };
  const at = deps.clock.instant();
  const roles = await rolesOfAll(deps, scope);
  const note = part ? `${person.name}, ${part}` : person.name;
  const event = { at, by: scope.actor, what: 'assigned', note } as const;
  return changeCase(deps, scope, kase.id, { action: 'case.assign', object: kase.id }, (before) => ({
    value: withEvent(
      {
        ...inQueue(deps, scope.district, given(before, account, part), wanted(before), roles),
        state: stateAfter(deps, scope.district, before.state, 'assigned'),
      },
      event,
    ),
    writes: noticesFor(scope, [account], {
      case: kase.id,
      number: before.number,
      at,
      what: 'assigned',
      ...(part ? { note: part } : {}),
    }),
  }));
}

/** Takes the title away again; a case that nobody of its queue's role follows goes back there. */
export async function unassignCase(
  deps: Deps,
  scope: Scope,
  kase: Kept<Case>,
  account: string,
  reason: string,
): Promise<Assigned> {
  const { assigned, partners = [] } = kase.value;
  if (![...assigned, ...partners].includes(account)) return refuse('unknown-account', {}, '/account');
  const person = await deps.store.get<Account>(scope, 'accounts', account);
  const at = deps.clock.instant();
  const roles = await rolesOfAll(deps, scope);
  const note = `${person?.value.name ?? account}: ${reason}`;
  const event = { at, by: scope.actor, what: 'unassigned', note } as const;
  const entry = { action: 'case.unassign', object: kase.id };
  if (!assigned.includes(account))
    return changeCase(deps, scope, kase.id, entry, (before) => ({
      value: withEvent(
        withPartners(
          before,
          (before.partners ?? []).filter((one) => one !== account),
        ),
        event,
      ),
      writes: [],
    }));
  return changeCase(deps, scope, kase.id, entry, (before) => ({
    value: withEvent(inQueue(deps, scope.district, taken(before, account), wanted(before), roles), event),
    writes: noticesFor(scope, [account], {
      case: kase.id,
      number: before.number,
      at,
      what: 'unassigned',
      note: reason,
    }),
  }));
}

/** From one person to another, with a note: by the coordinator, or by who gives up the own place. */
export async function handOver(
  deps: Deps,
  person: Person,
  kase: Kept<Case>,
  asked: { readonly from: string; readonly to: string; readonly note: string },
): Promise<Assigned> {
  const scope: Scope = { district: person.district, actor: person.account.id };
  const { from, to, note } = asked;
  if (from !== scope.actor && !person.account.value.roles.includes('coordinator')) return refuse('forbidden');
  if (!kase.value.assigned.includes(from)) return refuse('unknown-account', {}, '/from');
  const heir = from === to ? undefined : await workerOf(deps, scope, kase.value, to);
  if (!heir) return refuse('unknown-account', {}, '/to');
  const giver = await deps.store.get<Account>(scope, 'accounts', from);
  const at = deps.clock.instant();
  const roles = await rolesOfAll(deps, scope);
  const said = `${giver?.value.name ?? from} → ${heir.name}: ${note}`;
  const event = { at, by: scope.actor, what: 'handed-over', note: said } as const;
  return changeCase(deps, scope, kase.id, { action: 'case.hand-over', object: kase.id }, (before) => {
    const next = given(taken(before, from), to, before.parts?.[from]);
    return {
      value: withEvent(inQueue(deps, scope.district, next, wanted(before), roles), event),
      writes: noticesFor(scope, [from, to], {
        case: kase.id,
        number: before.number,
        at,
        what: 'handed-over',
        note: said,
      }),
    };
  });
}

/** Sends the case to a queue; another than the suggested one needs a reason. */
export async function sendToQueue(
  deps: Deps,
  scope: Scope,
  kase: Kept<Case>,
  id: string,
  reason: string | undefined,
): Promise<Assigned> {
  const queue = queueOf(deps, scope.district, id);
  if (!queue) return refuse('unknown-queue', { id }, '/queue');
  const { route } = kase.value;
  const differs = route?.queue !== undefined && route.queue !== id;
  if (differs && !reason) return refuse('reason-for-other', {}, '/reason');
  const at = deps.clock.instant();
  const decided = { queue: id, by: scope.actor, at, reason: reason ?? '' };
  const note = reason ? `${queue.title}: ${reason}` : queue.title;
  const event = { at, by: scope.actor, what: 'queued', note } as const;
  return changeCase(deps, scope, kase.id, { action: 'case.queue', object: kase.id }, (before) => ({
    // Sent there by a person, it waits there, whoever follows it meanwhile.
    value: withEvent(
      { ...before, queue: id, ...(before.route ? { route: { ...before.route, decided } } : {}) },
      event,
    ),
    writes: [],
  }));
}
