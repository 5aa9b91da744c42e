// SPDX-License-Identifier: AGPL-3.0-or-later
// Keys of integrators: made by an administrator of accesses, shown once, kept as a hash, revoked at once.
import { thingOf } from '../../authorize.ts';
import { isDay } from '../../calendar.ts';
import { digest, newId, newSecret } from '../../clock.ts';
import type { Deps } from '../../deps.ts';
import { isNet, keyText } from '../../integrators.ts';
import { keep, refusal } from '../../keep.ts';
import { refuse, type Refusal } from '../../problems.ts';
import type { KeptKey } from '../../records.ts';
import type { Scope } from '../../storage/contract.ts';
import { allDefinitions, titleOf } from '../definitions/definitions.ts';
import { namesOf } from '../../names.ts';
import { listAll } from '../../storage/list-all.ts';
import { daysAfter } from '../../calendar.ts';

export type AskedKey = Pick<
  KeptKey,
  'name' | 'purpose' | 'definitions' | 'submissions' | 'asks' | 'comuni' | 'expires' | 'addresses'
>;
/** days that a key may live */
const longest = 2 * 366;

/** Definitions that a key may be given: what is reserved to few is given to no program. */
async function offered(deps: Deps, scope: Scope) {
  return (await allDefinitions(deps, scope)).filter(
    ({ value: { definition, published } }) =>
      published !== null && thingOf(deps, scope.district, definition.id, definition.kind) !== 'reserved',
  );
}

export async function makeKey(
  deps: Deps,
  scope: Scope,
  asked: AskedKey,
): Promise<{ readonly ok: true; readonly id: string; readonly key: string } | Refusal> {
  const today = deps.clock.today();
  if (!isDay(asked.expires) || asked.expires <= today || asked.expires > daysAfter(today, longest))
    return refuse('key-expiry', {}, '/expires');
  const wrong = asked.addresses.find((net) => !isNet(net));
  if (wrong !== undefined) return refuse('not-a-net', { text: wrong.slice(0, 60) }, '/addresses');
  const known = new Set((await offered(deps, scope)).map(({ value }) => value.definition.id));
  const other = asked.submissions.find((id) => !known.has(id));
  if (other !== undefined) return refuse('not-published', { id: other }, '/submissions');
  if (!asked.definitions && asked.submissions.length === 0) return refuse('key-for-nothing');
  const comuni = new Set(deps.catalogue.districts.get(scope.district)?.comuni.map(({ id }) => id));
  const away = asked.comuni.find((id) => !comuni.has(id));
  if (away !== undefined) return refuse('unknown-comune', { id: away }, '/comuni');
  const id = newId();
  const secret = newSecret();
  const value: KeptKey = { ...asked, hash: digest(secret), by: scope.actor, at: deps.clock.instant() };
  const made = await keep(deps, scope, { action: 'key.make', object: id, reason: asked.purpose }, [
    { do: 'create', collection: 'keys', id, value },
  ]);
  return made.ok ? { ok: true, id, key: keyText(scope.district, id, secret) } : refusal(made);
}

/** A revoked key opens nothing from the next request on; its record stays. */
export async function revokeKey(
  deps: Deps,
  scope: Scope,
  id: string,
): Promise<{ readonly ok: true } | Refusal> {
  const kept = await deps.store.get<KeptKey>(scope, 'keys', id);
  if (!kept) return refuse('not-found');
  if (kept.value.revoked) return { ok: true };
  const value: KeptKey = { ...kept.value, revoked: { at: deps.clock.instant(), by: scope.actor } };
  const done = await keep(deps, scope, { action: 'key.revoke', object: id }, [
    { do: 'replace', collection: 'keys', id, value, rev: kept.rev },
  ]);
  // Its use was noted meanwhile: once more.
  if (!done.ok && done.problem.code === 'conflict') return revokeKey(deps, scope, id);
  return done.ok ? { ok: true } : refusal(done);
}

/** Keys of the district, the newest first, without their hashes; and what a new one may be given. */
export async function listKeys(deps: Deps, scope: Scope) {
  const items = await listAll(deps, scope, 'keys', {});
  const kept = await Promise.all(items.map(({ id }) => deps.store.get<KeptKey>(scope, 'keys', id)));
  const found = kept.flatMap((one) => (one ? [one] : []));
  const nameOf = await namesOf(
    deps,
    scope,
    found.flatMap(({ value }) => [value.by, ...(value.revoked ? [value.revoked.by] : [])]),
  );
  const today = deps.clock.today();
  return {
    items: found
      .toSorted((a, b) => b.value.at.localeCompare(a.value.at))
      .map(({ id, value: { hash: _hash, by, revoked, ...rest } }) => ({
        id,
        ...rest,
        by: nameOf(by),
        ...(revoked ? { revoked: { at: revoked.at, by: nameOf(revoked.by) } } : {}),
        state: revoked ? 'revoked' : rest.expires < today ? 'expired' : 'active',
      })),
    definitions: (await offered(deps, scope)).map(({ value }) => ({
      id: value.definition.id,
      title: titleOf(value.definition),
    })),
  };
}
