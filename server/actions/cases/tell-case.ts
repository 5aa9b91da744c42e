// SPDX-License-Identifier: AGPL-3.0-or-later
// What a submission tells its case, by the definition's `gives`: household, name, dates, facts. Pure.
import { at as valueAt } from '../../../runtime/engine/pointer.ts';
import type { Answers, Case, Definition, Moment } from '../../../schemas/types.ts';
import { withMoments } from './moments-of-case.ts';

export interface Telling {
  readonly definition: Definition;
  readonly answers: Answers;
  readonly submission: string;
  /** ISO date from which a new composition of the household counts */
  readonly from: string;
  /** an answer in words */
  text(pointer: string): string;
  /** of a field, by its pointer with stars: how delicate it is */
  sensitivity(pointer: string): string | undefined;
}

type Told = Pick<Case, 'name' | 'household' | 'dates' | 'moments' | 'facts' | 'counts' | 'protects'>;

/** The parts of the case that change. */
export function tellCase<Before extends Told>(before: Before, told: Telling): Before {
  const gives = told.definition.gives ?? {};
  const read = (pointer: string): unknown => valueAt(told.answers, pointer);
  const applicant = gives.applicant === undefined ? undefined : read(gives.applicant);
  const dates: Omit<Moment, 'source'>[] = Object.entries(gives.dates ?? {}).flatMap(([key, pointer]) => {
    const date = read(pointer);
    return isDay(date) ? [{ key, date }] : [];
  });
  dates.push(...endings(told.definition, read));
  // the day on which people were called, not the one for which
  const called = gives.appointment?.marks;
  if (called !== undefined) dates.push({ key: called, date: told.from });
  const facts = { ...before.facts };
  for (const [label, pointer] of Object.entries(gives.facts ?? {})) {
    const text = told.text(pointer);
    if (text !== '') facts[label] = text;
  }
  const rows = gives.household === undefined ? undefined : read(gives.household);
  const members = Array.isArray(rows)
    ? (structuredClone(rows) as Case['household'][number]['members'])
    : undefined;
  const from = householdFrom(told.definition, told.answers) ?? told.from;
  const reason = gives.because === undefined ? '' : told.text(gives.because);
  const composition = { from, submission: told.submission, ...(reason ? { reason } : {}) };
  const others = before.household.filter((one) => one.from !== from);
  const household = members
    ? [...others, { ...composition, members }].sort((a, b) => (a.from < b.from ? -1 : 1))
    : before.household;
  const { [told.definition.id]: _older, ...counts } = before.counts ?? {};
  const guarded = gives.protects === undefined ? undefined : read(gives.protects);
  return {
    ...before,
    name: typeof applicant === 'string' && applicant !== '' ? applicant : before.name,
    household,
    facts,
    ...withMoments(before, told.submission, dates),
    // What was told last stands last.
    ...(gives.counts ? { counts: { ...counts, [told.definition.id]: counted(told, read) } } : {}),
    ...(gives.protects === undefined
      ? {}
      : {
          protects: {
            ...before.protects,
            [told.definition.id]: guarded !== undefined && guarded !== false && guarded !== 0,
          },
        }),
  };
}

/** Days on which something ends; where rows are asked, of whom. */
function endings({ gives }: Definition, read: (pointer: string) => unknown): Omit<Moment, 'source'>[] {
  return Object.entries(gives?.ends ?? {}).flatMap(([key, what]): Omit<Moment, 'source'>[] => {
    if (typeof what === 'string') {
      const date = read(what);
      return isDay(date) ? [{ key, date, ends: true }] : [];
    }
    const rows = read(what.rows);
    const day = (what.values['day'] ?? '').replace('./', '/');
    return (Array.isArray(rows) ? rows : []).flatMap((row: { readonly id?: unknown }) => {
      const date = valueAt(row as Answers, day);
      return isDay(date) ? [{ key, date, about: String(row.id), ends: true as const }] : [];
    });
  });
}

const isDay = (value: unknown): value is string =>
  typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value);

/** The day from which answers say that the household is another one; undefined: that of the submission. */
export function householdFrom(definition: Definition, answers: Answers): string | undefined {
  const { from } = definition.gives ?? {};
  const day = from === undefined ? undefined : valueAt(answers, from);
  return isDay(day) ? day : undefined;
}

/** What lists and reports never learn of a person. */
const untold: readonly (string | undefined)[] = ['health', 'violence', 'judicial'];

/** The newest submission of a definition takes the place of what the one before gave. */
function counted(told: Telling, read: (pointer: string) => unknown): { [word: string]: unknown } {
  // What is around a delicate answer is as delicate: each step of the way is asked.
  const may = (pointer: string): boolean =>
    pointer
      .split('/')
      .map((_part, place, parts) => parts.slice(0, place + 1).join('/'))
      .every((at) => !untold.includes(told.sensitivity(at)));
  const out: { [word: string]: unknown } = {};
  for (const [word, what] of Object.entries(told.definition.gives?.counts ?? {})) {
    if (typeof what === 'string') {
      const value = may(what) ? read(what) : undefined;
      if (value !== undefined) out[word] = structuredClone(value);
      continue;
    }
    const rows = read(what.rows);
    if (!may(what.rows) || !Array.isArray(rows)) continue;
    const values = Object.entries(what.values).filter(([, pointer]) =>
      may(`${what.rows}/*/${pointer.replace('./', '')}`),
    );
    const left = Object.entries(what.except ?? {}).filter(([pointer]) =>
      may(`${what.rows}/*/${pointer.replace('./', '')}`),
    );
    const counts = (row: Answers): boolean =>
      !left.some(([pointer, codes]) => codes.includes(String(valueAt(row, pointer.replace('./', '/')))));
    out[word] = (rows as readonly Answers[]).filter(counts).map((row) => ({
      id: row['id'],
      ...Object.fromEntries(
        values.flatMap(([name, pointer]) => {
          const value = valueAt(row, pointer.replace('./', '/'));
          return value === undefined ? [] : [[name, structuredClone(value)]];
        }),
      ),
    }));
  }
  return out;
}
