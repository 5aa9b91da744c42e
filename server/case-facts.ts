// SPDX-License-Identifier: AGPL-3.0-or-later
// What can be asked of a case in conditions and formulas of a district: one plain value. Pure.
import type { Answers, Case, CaseEvent } from '../schemas/types.ts';
import { romeDay } from './clock.ts';
import { wordsOf } from './counting.ts';

/** The composition in force on a date: the last one that begins on it or before; else the first there is. */
export function householdAt(
  kase: Pick<Case, 'household'>,
  date: string,
): Case['household'][number] | undefined {
  return kase.household.findLast(({ from }) => from <= date) ?? kase.household[0];
}

/**
 * `{ misura, comune, coda, date, compilazioni: { <definition>: { quante, ultima } }, documenti: { <definition>:
 * { emesso, sigillato } }, dati, nucleo, assegnata }`; days are ISO dates. `today`: the day of the composition.
 */
export function caseFacts(kase: Case, today: string): Answers {
  return {
    misura: kase.measure,
    comune: kase.comune,
    ...(kase.queue ? { coda: kase.queue } : {}),
    date: kase.dates,
    compilazioni: submitted(kase.timeline),
    documenti: documents(kase.timeline),
    dati: wordsOf(kase),
    nucleo: householdAt(kase, today)?.members ?? [],
    assegnata: kase.assigned.length,
  };
}

/** Submissions that stand, by definition: how many, and the day of the last one. */
function submitted(timeline: readonly CaseEvent[]) {
  const wrong = new Set(
    timeline.flatMap(({ what, submission }) => (what === 'replaced' ? (submission ?? []) : [])),
  );
  const found: { [definition: string]: { quante: number; ultima: string } } = {};
  for (const { what, submission = '', definition, at } of timeline) {
    if (what !== 'submitted' || definition === undefined || wrong.has(submission)) continue;
    found[definition] = { quante: (found[definition]?.quante ?? 0) + 1, ultima: romeDay(at) };
  }
  return found;
}

/** The newest document of each definition: the days on which it was issued and sealed; one withdrawn is none. */
function documents(timeline: readonly CaseEvent[]) {
  const found = new Map<string, { readonly definition: string; emesso: string; sigillato?: string }>();
  for (const { what, document = '', definition, at } of timeline) {
    if (what === 'issued' && definition !== undefined)
      found.set(document, { definition, emesso: romeDay(at) });
    const known = found.get(document);
    if (!known) continue;
    if (what === 'sealed' || what === 'closed') known.sigillato = romeDay(at);
    if (what === 'withdrawn') found.delete(document);
  }
  return Object.fromEntries([...found.values()].map(({ definition, ...days }) => [definition, days]));
}
