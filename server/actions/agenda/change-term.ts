// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Case, TermChange } from '../../../schemas/types.ts';
import { mayRead } from '../../authorize.ts';
import { isDay } from '../../calendar.ts';
import { termsOfCase } from '../../case-terms.ts';
import { newRowId } from '../../clock.ts';
import type { Deps } from '../../deps.ts';
import { refuse, type Refusal } from '../../problems.ts';
import type { Person } from '../../sessions.ts';
import type { Kept } from '../../storage/contract.ts';
import { changeCase, withEvent } from '../cases/change-case.ts';
import type { TermRow } from './terms.ts';

/** What an operator asks: `start` is the date that the term counts from on the screen. */
export type TermAsked = Pick<TermChange, 'term' | 'start' | 'what' | 'reason'> & { readonly date?: string };

/** What fits the state of a term, and whether it wants a date. */
const fitting: {
  readonly [what in TermChange['what']]: {
    readonly states: readonly TermRow['state'][];
    readonly dated: boolean;
  };
} = {
  moved: { states: ['open', 'late', 'suspended'], dated: true },
  waived: { states: ['open', 'late', 'suspended'], dated: false },
  suspended: { states: ['open', 'late'], dated: true },
  resumed: { states: ['suspended', 'open', 'late'], dated: true },
  law: { states: ['open', 'late', 'waived', 'suspended'], dated: false },
};

/** Keeps an operator's decision about a term, with its reason; what the law says stays beside it. */
export async function changeTerm(
  deps: Deps,
  person: Person,
  kase: Kept<Case>,
  asked: TermAsked,
): Promise<{ readonly ok: true; readonly value: Case } | Refusal> {
  const scope = { district: person.district, actor: person.account.id };
  const row = termsOfCase(deps, person.district, kase.value, deps.clock.today()).find(
    ({ id, rights }) => id === asked.term && (!rights || mayRead(person, kase.value, rights)),
  );
  if (!row) return refuse('not-found');
  if (row.from !== asked.start || row.met !== undefined) return refuse('term-moved-on', {}, '/start');
  const { states, dated } = fitting[asked.what];
  const reason = asked.reason.trim();
  if (!states.includes(row.state) || reason === '')
    return refuse('bad-request', {}, reason ? '/what' : '/reason');
  const date = dated ? asked.date : undefined;
  if (dated && (date === undefined || !isDay(date) || date < row.from))
    return refuse('term-date-wrong', {}, '/date');
  const stopped = stoppedSince(kase.value, row);
  if (asked.what === 'resumed' && (stopped === undefined || (date ?? '') < stopped))
    return refuse(stopped === undefined ? 'bad-request' : 'term-date-wrong', {}, '/date');
  const at = deps.clock.instant();
  const change: TermChange = {
    id: newRowId(),
    term: row.id,
    start: row.from,
    what: asked.what,
    ...(date === undefined ? {} : { date }),
    at,
    by: scope.actor,
    reason,
  };
  return changeCase(
    deps,
    scope,
    kase.id,
    { action: `case.term.${asked.what}`, object: kase.id },
    (before) => {
      const value = { ...before, termChanges: [...(before.termChanges ?? []), change] };
      const event = { at, by: scope.actor, what: 'term', note: row.title } as const;
      // what few may see is not told to everybody by the timeline
      return { value: row.rights ? value : withEvent(value, event), writes: [] };
    },
  );
}

/** First day of the suspension that nobody has ended; undefined: there is none. */
function stoppedSince(kase: Case, row: TermRow): string | undefined {
  const last = (kase.termChanges ?? [])
    .filter(({ term, start }) => term === row.id && start === row.from)
    .filter(({ what }) => ['suspended', 'resumed', 'law'].includes(what))
    .toSorted((a, b) => a.at.localeCompare(b.at))
    .at(-1);
  return last?.what === 'suspended' ? last.date : undefined;
}
