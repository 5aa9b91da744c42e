// SPDX-License-Identifier: AGPL-3.0-or-later
// The life of a pact: its states are words of the measure or the district, moved by what happens. Pure.
import { standing } from '../../templates/acts.ts';
import type { Case, Document, PactHappening, PactLife, PactState, PactStep } from '../../schemas/types.ts';
import type { Catalogue } from '../catalogue.ts';

/** The life of a pact as far as it must be said. */
export type Life = PactLife & Required<Pick<PactLife, 'definition' | 'document' | 'states'>>;

/** What a district and a measure say of the life of their pacts; undefined: nothing. */
export function pactLifeOf(
  { measures, districts }: Pick<Catalogue, 'measures' | 'districts'>,
  district: string,
  measure: string,
): Life | undefined {
  const life = { ...inheritedLife({ measures }, measure), ...districts.get(district)?.pact };
  const { definition, document, states } = life;
  return definition && document && states ? { ...life, definition, document, states } : undefined;
}

/** What a measure says of it, for the districts that say nothing. */
export function inheritedLife(
  { measures }: Pick<Catalogue, 'measures'>,
  measure: string | undefined,
): PactLife | undefined {
  const own = measures.get(measure ?? '')?.pact;
  const like = own?.like === undefined ? undefined : measures.get(own.like)?.pact;
  return own && { ...like, ...own };
}

const stateOf = (life: Life, id: string | undefined): PactState | undefined =>
  life.states.find((one) => one.id === id);

/** May a state follow the one that the pact is in? */
function follows(life: Life, now: string | undefined, next: PactState): boolean {
  if (next.id === now) return false;
  if (next.after) return next.after.includes(now ?? '');
  return !stateOf(life, now)?.final;
}

/** The states that a person may say it has come to. */
export const byHand = (life: Life, now: string | undefined): readonly PactState[] =>
  life.states.filter((state) => state.byHand && follows(life, now, state));

type Facts = Omit<PactStep, 'state'>;

/** The case once its pact has come to a state. */
export function inState(before: Case, state: PactState, facts: Facts): Case {
  const history = [...(before.pact?.history ?? []), { state: state.id, ...facts }];
  return { ...before, state: state.case ?? before.state, pact: { state: state.id, history } };
}

/** The case after something happened; the same where that leads nowhere. */
export function afterHappening(
  life: Life | undefined,
  before: Case,
  what: PactHappening | undefined,
  facts: Facts,
): Case {
  if (!life || !what) return before;
  const now = before.pact?.state;
  const next = life.states.find((state) => state.on?.includes(what) && follows(life, now, state));
  return next ? inState(before, next, facts) : before;
}

/** What beginning a draft of a definition is to the pact. */
export const atBeginning = (life: Life | undefined, definition: string): PactHappening | undefined =>
  life &&
  new Map([[life.definition, 'begun' as const], [life.monitoring?.definition, 'check-begun' as const]]) // prettier-ignore
    .get(definition);

/** What submitting the answers to a definition is to the pact. */
export const atSubmission = (life: Life | undefined, definition: string): PactHappening | undefined =>
  life &&
  new Map([
    [life.sharing?.definition, 'shared' as const],
    [life.monitoring?.definition, 'checked' as const],
    [life.closing?.definition, 'closed' as const],
  ]).get(definition);

/** What one more registered signature or refusal is to the pact; undefined: somebody is still awaited. */
export function atSigning(
  life: Life | undefined,
  kase: Pick<Case, 'pact'>,
  before: Document,
  after: Document,
): PactHappening | undefined {
  if (!life || after.kind !== life.document) return undefined;
  const [was, is] = [standing(before), standing(after)];
  if (!is.complete || (was.complete && was.agreed === is.agreed)) return undefined;
  if (!is.agreed) return 'refused';
  return wasSigned(life, kase) ? 'updated' : 'signed';
}

/** Has the pact that now lives been signed by all before? */
function wasSigned(life: Life, { pact }: Pick<Case, 'pact'>): boolean {
  const states = (pact?.history ?? []).map(({ state }) => stateOf(life, state));
  const since = states.slice(states.findLastIndex((state) => state?.final) + 1);
  return since.some((state) => state?.on?.some((what) => what === 'signed' || what === 'updated'));
}
