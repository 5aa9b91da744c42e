// SPDX-License-Identifier: AGPL-3.0-or-later
// The registry of requests as a list: made of the index alone, whatever is looked for.
import { may } from '../access.ts';
import { catchUp } from '../counter/register.ts';
import { statesOf, termsOfRequest, unlisted, type RequestState } from '../counter/states.ts';
import type { Deps } from '../deps.ts';
import type { Locale } from '../problems.ts';
import type { KeptRequest } from '../records.ts';
import type { Person } from '../sessions.ts';
import type { Listed, Scope } from '../storage/contract.ts';
import { listAll } from './show-case.ts';

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
  const scope: Scope = { district: person.district, actor: person.account.id };
  const { comuni } = person.account.value;
  await catchUp(deps, scope.district);
  const own = comuni.length > 0 ? comuni : undefined;
  const where = asked.comune && (own?.includes(asked.comune) ?? true) ? [asked.comune] : own;
  const items = await listAll(deps, scope, 'requests', {
    ...(where ? { where: { comune: where } } : {}),
    newestFirst: true,
  });
  const today = deps.clock.today();
  const known = new Map<string, readonly RequestState[]>();
  const statesIn = (measure: string): readonly RequestState[] => {
    const found = known.get(measure) ?? statesOf(deps, scope.district, measure, locale);
    known.set(measure, found);
    return found;
  };
  const rows = items
    .map((item) => rowOf(deps, person, item, today, statesIn))
    .sort((a, b) => (a.due ?? '9').localeCompare(b.due ?? '9') || b.at.localeCompare(a.at));
  const counts = {
    check: rows.filter(({ todo }) => todo === 'check').length,
    upload: rows.filter(({ todo }) => todo === 'upload').length,
    close: rows.filter(({ todo }) => todo === 'close').length,
    late: rows.filter(({ late }) => late).length,
    open: rows.filter(({ closed }) => !closed).length,
    all: rows.length,
  };
  const words = (asked.q ?? '').trim().toLowerCase();
  const what = asked.what ?? (words === '' ? 'open' : 'all');
  const wanted = rows.filter(
    (row) =>
      (what === 'all' || (what === 'open' ? !row.closed : what === 'late' ? row.late : row.todo === what)) &&
      (!asked.state || row.state === asked.state) &&
      (words === '' || [row.number, row.name].some((text) => text.toLowerCase().includes(words))),
  );
  const from = /^\d{1,9}$/.test(asked.cursor ?? '') ? Number(asked.cursor) : 0;
  const to = from + pageSize;
  const states = [...known.values()].flat();
  return {
    items: wanted.slice(from, to),
    total: wanted.length,
    ...(to < wanted.length ? { next: String(to) } : {}),
    counts,
    states: [...new Map(states.map(({ id, title }) => [id, { id, title }])).values()],
  };
}

function rowOf(
  deps: Deps,
  person: Person,
  { id, fields }: Listed,
  today: string,
  statesIn: (measure: string) => readonly RequestState[],
) {
  const text = (name: string): string => String(fields[name] ?? '');
  const request: Pick<KeptRequest, 'measure' | 'dates' | 'closed' | 'state'> = {
    measure: text('measure'),
    dates: JSON.parse(text('dates') || '{}') as KeptRequest['dates'],
    closed: fields['closed'] === true,
    state: text('state'),
  };
  const { closed } = request;
  const state =
    statesIn(request.measure).find((one) => one.id === request.state) ?? unlisted(request.state, closed);
  const due = termsOfRequest(deps, request, today).find((term) => term.met === undefined);
  // Once there is a case, its title decides; who follows it finds the name there.
  const sees = { comune: text('comune'), assigned: fields['case'] ? [] : [person.account.id] };
  const known = may(person.account.value, person.account.id, sees, 'form', 'v') === 'yes';
  const upload = text('uploaded');
  return {
    id,
    number: text('number'),
    title: text('title'),
    measure: text('measure'),
    name: known ? text('name') : '',
    comune: text('comune'),
    channel: text('channel'),
    at: text('at'),
    state: state.id,
    stateTitle: state.title,
    closed: request.closed,
    late: due?.state === 'late',
    ...(state.todo ? { todo: state.todo } : {}),
    ...(due ? { due: due.due, dueTitle: due.title } : {}),
    ...(upload
      ? { uploaded: JSON.parse(upload) as { at: string; by: string; facts: { [label: string]: string } } }
      : {}),
    ...(fields['case'] ? { case: text('case') } : {}),
  };
}
