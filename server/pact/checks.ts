// SPDX-License-Identifier: AGPL-3.0-or-later
// The monitorings of a pact: when they were held, when the next one is, how far each result came. Pure.
import { at as valueAt } from '../../runtime/engine/pointer.ts';
import type { Answers, PactMonitoring } from '../../schemas/types.ts';
import { daysAfter } from '../calendar.ts';
import { romeDay } from '../clock.ts';

export interface Check {
  readonly submission: string;
  /** ISO date on which it was held */
  readonly day: string;
  /** RFC 3339, when it came */
  readonly sentAt: string;
  readonly answers: Answers;
}

const dayAt = (answers: unknown, pointer: string | undefined): string | undefined => {
  const value = pointer === undefined ? undefined : valueAt(answers, pointer);
  return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) ? value : undefined;
};

/** Monitorings by the day on which they were held. */
export function checksOf(
  { held }: PactMonitoring,
  sent: readonly { readonly id: string; readonly answers: Answers; readonly submittedAt: string }[],
): readonly Check[] {
  return sent
    .map(({ id, answers, submittedAt }) => ({
      submission: id,
      day: dayAt(answers, held) ?? romeDay(submittedAt),
      sentAt: submittedAt,
      answers,
    }))
    .sort((a, b) => (a.day < b.day ? -1 : 1));
}

/** Days of the calendar that the pact has, in order. */
export function plannedDays({ planned }: PactMonitoring, pact: Answers): readonly string[] {
  const rows = planned ? valueAt(pact, planned.rows) : undefined;
  return (Array.isArray(rows) ? rows : [])
    .flatMap((row: unknown) => dayAt(row, planned?.day.slice(1)) ?? [])
    .sort();
}

/** Day of the next monitoring: what the last one said, else the calendar's next, else so many days on. */
export function nextCheck(
  monitoring: PactMonitoring,
  pact: Answers,
  checks: readonly Check[],
  begins: string | undefined,
  every: number | undefined,
): string | undefined {
  const last = checks.at(-1);
  const said = last && dayAt(last.answers, monitoring.next);
  if (said !== undefined && said > last!.day) return said;
  const from = last?.day ?? begins;
  const planned = plannedDays(monitoring, pact).find((day) => from === undefined || day > from);
  return planned ?? (from !== undefined && every !== undefined ? daysAfter(from, every) : undefined);
}

export interface ResultHistory {
  readonly id: string;
  readonly text: string;
  /** its level at each monitoring, '' where it was not asked */
  readonly levels: readonly string[];
}

/** Every result over all monitorings, in the order in which they came. */
export function resultsOver({ results }: PactMonitoring, checks: readonly Check[]): readonly ResultHistory[] {
  const text = (value: unknown): string => (typeof value === 'string' ? value : '');
  const all = checks.map(({ answers }) => {
    const rows = valueAt(answers, results.rows);
    return new Map((Array.isArray(rows) ? rows : []).map((row: { id?: unknown }) => [String(row.id), row]));
  });
  const ids = [...new Set(all.flatMap((rows) => [...rows.keys()]))];
  return ids.map((id) => ({
    id,
    text: text(valueAt(all.findLast((rows) => rows.has(id))?.get(id), results.text.slice(1))),
    levels: all.map((rows) => text(valueAt(rows.get(id) ?? {}, results.level.slice(1)))),
  }));
}
