// SPDX-License-Identifier: AGPL-3.0-or-later
// The demonstration's data: accounts of the sample staff, definitions published by the very action that administrators
// use. Whatever is already there stays.
import type { Account, District, Role } from '../schemas/types.ts';
import { createDefinition } from './actions/definitions/save-definition.ts';
import { publishDefinition } from './actions/definitions/publish-definition.ts';
import { fillFamilies } from './demo-families.ts';
import type { Deps } from './deps.ts';
import { keepNew } from './keep.ts';
import { sentence } from './problems.ts';
import type { KeptDefinition } from './records.ts';
import type { Scope } from './storage/contract.ts';

/** Fills what is missing in the store of the demonstration. */
export async function fillDemo(deps: Deps): Promise<void> {
  for (const district of deps.catalogue.districts.values()) {
    if (district.demonstration === 'asked') continue;
    await begin(deps, district);
    await fillFamilies(deps, district);
  }
}

async function begin(deps: Deps, district: District): Promise<void> {
  await accounts(deps, district);
  await definitions(deps, district);
}

/** What a district begins with that waits until somebody enters: `name` of the person; whoever enters meanwhile waits too. */
export async function fillAsked(deps: Deps, name: string): Promise<void> {
  const [first = '', second] = name.split('/');
  const district = [...deps.catalogue.districts.values()].find(
    ({ id, demonstration, staff = [] }) =>
      demonstration === 'asked' &&
      (second === undefined || id === first) &&
      staff.some((one) => one.id === (second ?? first)),
  );
  if (!deps.config.demo || !district) return;
  const known = asked.get(deps) ?? new Map<string, Promise<void>>();
  asked.set(deps, known);
  const under = known.get(district.id) ?? begin(deps, district);
  known.set(district.id, under);
  await under.catch((error: unknown) => {
    known.delete(district.id);
    throw error;
  });
}

const asked = new WeakMap<Deps, Map<string, Promise<void>>>();

async function accounts(deps: Deps, district: District): Promise<void> {
  const scope: Scope = { district: district.id, actor: 'system' };
  for (const { id, name, email, profile, employer, roles, share, comuni, phone, until } of district.staff ??
    []) {
    if (await deps.store.get(scope, 'accounts', id)) continue;
    const account: Account = {
      name,
      email: email ?? `${id}@${district.id}.example`,
      profile,
      roles: roles as Role[],
      comuni,
      state: 'active',
      ...(employer ? { employer } : {}),
      ...(phone ? { phone } : {}),
      ...(until ? { until } : {}),
      ...(share ? { share } : {}),
    };
    await keepNew(
      deps,
      scope,
      { action: 'account.create', object: id },
      'accounts',
      () => account,
      undefined,
    );
  }
}

async function definitions(deps: Deps, district: District): Promise<void> {
  const admin = district.staff?.find(({ roles }) => roles.includes('form-admin'))?.id ?? 'system';
  const scope: Scope = { district: district.id, actor: admin };
  for (const definition of deps.catalogue.definitions(district.id).values()) {
    const { id } = definition;
    if (!(await deps.store.get(scope, 'definitions', id))) {
      const made = await createDefinition(deps, scope, { definition }, undefined);
      if (!made.ok) deps.log('definition-refused', { id, why: sentence(made.problem, deps.sentences, 'it') });
    }
    const kept = await deps.store.get<KeptDefinition>(scope, 'definitions', id);
    if (!kept || kept.value.published) continue;
    let done = await publishDefinition(deps, scope, id, kept.rev, { unreviewed: true });
    // A machine that is busy with its own start may run out of the time that one look at a definition has.
    for (let again = 0; !done.ok && again < 2; again += 1)
      done = await publishDefinition(deps, scope, id, kept.rev, { unreviewed: true });
    if (!done.ok) {
      const why = (done.problems ?? [done.problem]).map(
        (one) => `${one.at} ${sentence(one, deps.sentences, 'it')}`,
      );
      deps.log('definition-not-published', { id, why: why.slice(0, 5).join(' | ') });
    }
  }
}
