// SPDX-License-Identifier: AGPL-3.0-or-later
// States of requests are rows of a list that the measure names: what is to be done, what a person may be told.
import type { ListRow, RequestStep } from '../../schemas/types.ts';
import { terms, type TermRow } from '../actions/agenda/terms.ts';
import type { Deps } from '../deps.ts';
import { listRows } from '../lists.ts';
import type { Locale } from '../problems.ts';
import type { KeptRequest } from '../records.ts';

export interface RequestState {
  readonly id: string;
  readonly title: string;
  /** what is to be done next; absent: nothing */
  readonly todo?: RequestStep['does'];
  readonly closed: boolean;
  /** what a person may be told, with {numero}, {data}, {termine} */
  readonly says: string;
}

/** Of a measure that names no states: a request only comes in. */
const only: ListRow = { id: 'received', title: 'Ricevuta', title_en: 'Received' };
const doings: readonly unknown[] = ['check', 'upload', 'close'] satisfies RequestStep['does'][];

/** The states of a measure's requests; the first is the one of what has just come in. */
export function statesOf(
  deps: Pick<Deps, 'catalogue'>,
  district: string,
  measure: string,
  locale: Locale = 'it',
): readonly RequestState[] {
  const name = deps.catalogue.measures.get(measure)?.requests?.states;
  const rows = (name === undefined ? undefined : listRows(deps, district, name)) ?? [only];
  const said = (row: ListRow, column: string): string =>
    String((locale === 'en' ? row[`${column}_en`] : undefined) ?? row[column] ?? '');
  return rows.map((row) => ({
    id: row.id,
    title: said(row, 'title'),
    ...(doings.includes(row['todo']) ? { todo: row['todo'] as RequestStep['does'] } : {}),
    closed: row['closed'] === true,
    says: said(row, 'says'),
  }));
}

/** The state of a request. */
export function stateOf(
  deps: Pick<Deps, 'catalogue'>,
  district: string,
  { measure, state, closed }: Pick<KeptRequest, 'measure' | 'state' | 'closed'>,
  locale: Locale = 'it',
): RequestState {
  const found = statesOf(deps, district, measure, locale).find(({ id }) => id === state);
  return found ?? unlisted(state, closed);
}

/** A state that the list does not have any more is called by its id. */
export const unlisted = (id: string, closed: boolean): RequestState => ({ id, title: id, closed, says: '' });

/** The terms of a request, earliest first. A closed one has none that is late. */
export function termsOfRequest(
  deps: Pick<Deps, 'catalogue'>,
  { measure, dates, closed }: Pick<KeptRequest, 'measure' | 'dates' | 'closed'>,
  today: string,
): readonly TermRow[] {
  const rows = deps.catalogue.measures.get(measure)?.requests?.terms ?? [];
  return terms({ terms: rows }, dates, today).filter(({ state }) => !closed || state === 'met');
}

/** What a person may be told of where the request stands, in words. */
export function saysOf(
  state: RequestState,
  request: Pick<KeptRequest, 'number' | 'dates'>,
  due: string,
): string {
  const day = (iso: string): string => iso.split('-').reverse().join('/');
  return state.says
    .replaceAll('{numero}', request.number)
    .replaceAll('{data}', day(request.dates['richiesta'] ?? ''))
    .replaceAll('{termine}', day(due));
}
