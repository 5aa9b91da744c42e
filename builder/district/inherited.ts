// SPDX-License-Identifier: AGPL-3.0-or-later
// How pacts live: what a district has not said itself comes from its measure. Pure.
import type { District, PactLife } from '../../schemas/types.ts';
import { same } from './answers.ts';

type Changes = { readonly [property: string]: unknown };

/** The district as its pacts live by it, whoever said so. */
export const withInherited = (district: District, inherited: PactLife | undefined): District =>
  inherited ? { ...district, pact: { ...inherited, ...district.pact } } : district;

/** Of changed pacts only what is the district's own: what is as the measure has it stays the measure's. */
export function ownAlone(changes: Changes, district: District, inherited: PactLife | undefined): Changes {
  const { pact, ...rest } = changes;
  if (typeof pact !== 'object' || pact === null || !inherited) return changes;
  const own = Object.fromEntries(
    Object.entries(pact).filter(([key, value]) => !same(value, (inherited as Changes)[key])),
  );
  if (same(own, district.pact ?? {})) return rest;
  return { ...rest, pact: Object.keys(own).length > 0 ? own : null };
}
