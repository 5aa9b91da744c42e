// SPDX-License-Identifier: AGPL-3.0-or-later
// The terms of the cases that a person has a title to, by their last day.
import { may, type Thing } from '../../access.ts';
import { roleIn } from '../../authorize.ts';
import { daysAfter } from '../../calendar.ts';
import { deadlinesOf, type Deadline, type Deadlines } from '../../deadlines.ts';
import type { Deps } from '../../deps.ts';
import { attachmentKinds, expiringOf } from '../../expiring.ts';
import { listRows } from '../../lists.ts';
import { mayRead } from '../../readers.ts';
import type { Person } from '../../sessions.ts';

/** Which days: passed; from today on, seven or thirty of them; not running. */
export const spans = ['all', 'late', 'red', 'week', 'month', 'suspended'] as const;
export type Span = (typeof spans)[number];

export interface DeadlinesAsked {
  readonly mine: boolean;
  readonly comune?: string;
  /** id of a term */
  readonly term?: string;
  readonly span: Span;
  /** first row, from 0 */
  readonly from: number;
  /** rows, at most 1,000 */
  readonly limit: number;
}

/** Rows of one person, remembered for as long as the table and the account are the same. */
const views = new WeakMap<Deadlines, Map<string, readonly Deadline[]>>();

export async function seenDeadlines(deps: Deps, person: Person): Promise<readonly Deadline[]> {
  const table = together(await deadlinesOf(deps, person.district), await expiringOf(deps, person.district));
  const known = views.get(table) ?? new Map<string, readonly Deadline[]>();
  views.set(table, known);
  const key = `${person.account.id} ${person.account.rev}`;
  const seen = known.get(key) ?? table.rows.filter(seenBy(deps, person));
  known.set(key, seen);
  return seen;
}

/** Terms, and attachments that end: the same object as long as both are. */
function together(terms: Deadlines, files: Deadlines): Deadlines {
  if (files.rows.length === 0) return terms;
  const known = wholes.get(terms);
  if (known?.files === files) return known.whole;
  const whole = {
    rows: [...terms.rows, ...files.rows].sort((a, b) =>
      a.row.due < b.row.due ? -1 : a.row.due > b.row.due ? 1 : 0,
    ),
  };
  wholes.set(terms, { files, whole });
  return whole;
}
const wholes = new WeakMap<Deadlines, { readonly files: Deadlines; readonly whole: Deadlines }>();

function seenBy(deps: Deps, person: Person): (one: Deadline) => boolean {
  const [term, file] = [seesTerm(person), seesFile(deps, person)];
  return (one) => term(one) && file(one);
}

/** An attachment is shown to who reads it, by its class and its kind. */
function seesFile(deps: Deps, person: Person): (one: Deadline) => boolean {
  const kinds = new Map(listRows(deps, person.district, attachmentKinds)?.map((row) => [row.id, row]));
  return ({ file, assigned }) => {
    if (!file || file.by === person.account.id) return true;
    const kase = { assigned: assigned.trim().split(' ') };
    const roles = kinds.get(file.kind)?.['ruoli'];
    return (
      mayRead(file, person.account.id, kase) &&
      (!Array.isArray(roles) || roles.includes(roleIn(person, kase)))
    );
  };
}

/** A term is shown with its case; what is of few is for them. */
function seesTerm(person: Person): (one: Deadline) => boolean {
  const own = ` ${person.account.id} `;
  const answers = new Map<string, boolean>();
  return ({ comune, assigned, row }) => {
    const mine = assigned.includes(own);
    const thing: Thing = row.rights ?? 'case';
    const key = `${comune} ${mine} ${thing}`;
    const known = answers.get(key);
    if (known !== undefined) return known;
    const kase = { comune, assigned: mine ? [person.account.id] : [] };
    const yes = (what: Thing): boolean =>
      may(person.account.value, person.account.id, kase, what, 'v') === 'yes';
    const answer = yes('case') && yes(thing);
    answers.set(key, answer);
    return answer;
  };
}

export async function listDeadlines(deps: Deps, person: Person, asked: DeadlinesAsked) {
  const seen = await seenDeadlines(deps, person);
  const { found, counts, terms } = picked(seen, person.account.id, deps.clock.today(), asked);
  const to = asked.from + asked.limit;
  return {
    items: found.slice(asked.from, to).map(told),
    total: found.length,
    counts,
    terms,
    ...(to < found.length ? { next: String(to) } : {}),
  };
}

interface Picked {
  readonly found: readonly Deadline[];
  readonly counts: { readonly [span in Span]: number };
  readonly terms: readonly { readonly id: string; readonly title: string }[];
}

/** What filters leave of a person's rows, remembered with them: pages and counts of the same question are asked again. */
const answers = new WeakMap<readonly Deadline[], Map<string, Picked>>();
const remembered = 50;

function picked(
  seen: readonly Deadline[],
  account: string,
  today: string,
  { mine, comune, term, span }: DeadlinesAsked,
): Picked {
  const known = answers.get(seen) ?? new Map<string, Picked>();
  answers.set(seen, known);
  const key = JSON.stringify([mine, comune, term, span]);
  const before = known.get(key);
  if (before) return before;
  const own = ` ${account} `;
  const kinds = new Map<string, string>();
  const counts: { [span in Span]: number } = { all: 0, late: 0, red: 0, week: 0, month: 0, suspended: 0 };
  const bounds = { week: daysAfter(today, 7), month: daysAfter(today, 30) };
  const found: Deadline[] = [];
  for (const one of seen) {
    if (!kinds.has(one.row.id)) kinds.set(one.row.id, one.row.title);
    if (mine && !one.assigned.includes(own)) continue;
    if (comune !== undefined && one.comune !== comune) continue;
    if (term !== undefined && one.row.id !== term) continue;
    for (const each of spans)
      if (isWithin[each](one.row, today, bounds)) {
        counts[each] += 1;
        if (each === span) found.push(one);
      }
  }
  const terms = [...kinds]
    .map(([id, title]) => ({ id, title }))
    .sort((a, b) => a.id.localeCompare(b.id, 'it', { numeric: true }));
  const made = { found, counts, terms };
  if (known.size >= remembered) known.clear();
  known.set(key, made);
  return made;
}

type Within = (row: Deadline['row'], today: string, bounds: { week: string; month: string }) => boolean;
const isAhead: Within = ({ state, due }, today) => state === 'open' && due >= today;
const isWithin: { readonly [span in Span]: Within } = {
  all: () => true,
  late: ({ state }) => state === 'late',
  red: ({ red }) => red,
  week: (row, today, bounds) => row.due <= bounds.week && isAhead(row, today, bounds),
  month: (row, today, bounds) => row.due <= bounds.month && isAhead(row, today, bounds),
  suspended: ({ state }) => state === 'suspended',
};

const told = ({ row: { about: _about, ...row }, assigned, file: _file, ...kase }: Deadline) => ({
  ...kase,
  assigned: assigned.trim().split(' ').filter(Boolean),
  term: row,
});
