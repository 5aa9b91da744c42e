// SPDX-License-Identifier: AGPL-3.0-or-later
// The registry of requests as a list: made of the index alone, whatever is looked for.
import { folded } from '../../../runtime/fields/searching.ts';
import { allowed, allowedAt } from '../../authorize.ts';
import { catchUp } from '../../counter/register.ts';
import { registryOf, type RegistryRow } from '../../counter/registry.ts';
import { statesOf, unlisted, type RequestState } from '../../counter/states.ts';
import type { Deps } from '../../deps.ts';
import type { Locale } from '../../problems.ts';
import type { Person } from '../../sessions.ts';

const pageSize = 50;

export interface AskedOfRegistry {
  readonly q?: string;
  readonly state?: string;
  readonly comune?: string;
  /** check, upload, close: what is to be done next; late; all: closed ones too; absent: open ones */
  readonly what?: string;
  readonly cursor?: string;
}

/** A page of the registry, what is due first on top, and how many there are of each kind of work. */
export async function listRegistry(deps: Deps, person: Person, asked: AskedOfRegistry, locale: Locale) {
  const { comuni } = person.account.value;
  await catchUp(deps, person.district);
  const own = comuni.length > 0 ? comuni : undefined;
  const within = asked.comune && (own?.includes(asked.comune) ?? true) ? [asked.comune] : own;
  const typed = (asked.q ?? '').trim();
  const words = folded(typed);
  const what = asked.what ?? (typed === '' ? 'open' : 'all');
  const isKnown = knownTo(person);
  const counts = { check: 0, upload: 0, close: 0, late: 0, open: 0, all: 0 };
  const measures = new Set<string>();
  const wanted: RegistryRow[] = [];
  for (const row of (await registryOf(deps, person.district)).rows) {
    if (within && !within.includes(row.comune)) continue;
    measures.add(row.measure);
    counts.all += 1;
    if (!row.closed) counts.open += 1;
    if (row.late) counts.late += 1;
    if (row.todo) counts[row.todo] += 1;
    const fits =
      what === 'all' || (what === 'open' ? !row.closed : what === 'late' ? row.late : row.todo === what);
    if (!fits || (asked.state && row.state !== asked.state)) continue;
    // A name is searched where it is shown.
    const found =
      typed === '' ||
      (words !== '' &&
        (row.searched.number.includes(words) || (row.searched.name.includes(words) && isKnown(row))));
    if (found) wanted.push(row);
  }
  const states = new Map(
    [...measures].map((measure) => [measure, statesOf(deps, person.district, measure, locale)]),
  );
  const from = /^\d{1,9}$/.test(asked.cursor ?? '') ? Number(asked.cursor) : 0;
  const to = from + pageSize;
  return {
    items: wanted.slice(from, to).map((row) => told(row, states.get(row.measure) ?? [], isKnown(row))),
    total: wanted.length,
    ...(to < wanted.length ? { next: String(to) } : {}),
    counts,
    states: [...new Map([...states.values()].flat().map(({ id, title }) => [id, { id, title }])).values()],
  };
}

/** May the person see the name? Once there is a case, its title decides; who follows it finds the name there. */
function knownTo(person: Person): (row: RegistryRow) => boolean {
  const answers = new Map<string, boolean>();
  return ({ comune, case: kase }) => {
    const key = `${comune} ${kase !== undefined}`;
    const before = answers.get(key);
    if (before !== undefined) return before;
    const answer =
      kase === undefined
        ? allowedAt(person, comune, 'form', 'v')
        : allowed(person, { comune, assigned: [] }, 'form', 'v');
    answers.set(key, answer);
    return answer;
  };
}

function told(row: RegistryRow, states: readonly RequestState[], known: boolean) {
  const { searched: _searched, uploaded, name, ...rest } = row;
  const state = states.find(({ id }) => id === row.state) ?? unlisted(row.state, row.closed);
  return {
    ...rest,
    name: known ? name : '',
    stateTitle: state.title,
    ...(uploaded
      ? { uploaded: JSON.parse(uploaded) as { at: string; by: string; facts: { [label: string]: string } } }
      : {}),
  };
}
