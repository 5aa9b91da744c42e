// SPDX-License-Identifier: AGPL-3.0-or-later
// In which phase of its district a case is, and what is missing to leave each one.
import type { Case, Phase } from '../../../schemas/types.ts';
import { caseFacts } from '../../case-facts.ts';
import type { Deps } from '../../deps.ts';

type PhaseDeps = Pick<Deps, 'catalogue' | 'forms' | 'clock'>;

export interface PhaseState {
  readonly id: string;
  readonly state: 'left' | 'here' | 'ahead';
  /** what must still hold to leave it, as the district says it */
  readonly missing: readonly string[];
}

/** The phases of the way, in order: one is left when all that it asks for holds; the case is in the first that is not. */
export function phasesOf(deps: PhaseDeps, district: string, kase: Case): readonly PhaseState[] {
  const way = (deps.catalogue.districts.get(district)?.phases ?? []).filter(({ occasional }) => !occasional);
  const facts = caseFacts(kase, deps.clock.today());
  const open = way.map((phase) => missing(deps, phase, facts));
  const first = open.findIndex((one) => one.length > 0);
  // Who has gone all the way is in its last phase.
  const here = first === -1 ? way.length - 1 : first;
  return way.map(({ id }, place) => ({
    id,
    state: place < here ? 'left' : place === here ? 'here' : 'ahead',
    missing: (open[place] ?? []).filter((says) => says !== ''),
  }));
}

/** Without exit conditions a phase is left once one of its definitions is submitted: nothing is said of that. */
function missing(
  deps: PhaseDeps,
  { exit, definitions }: Phase,
  facts: ReturnType<typeof caseFacts>,
): readonly string[] {
  if (exit) return exit.filter(({ must }) => !deps.forms.holds(must, facts)).map(({ says }) => says);
  const any = definitions.map((id) => ({ [`/compilazioni/${id}`]: { answered: true } }));
  return any.length > 0 && !deps.forms.holds({ any }, facts) ? [''] : [];
}
