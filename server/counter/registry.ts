// SPDX-License-Identifier: AGPL-3.0-or-later
// The registry of requests as its lists need it, from the index alone.
import { folded } from '../../runtime/fields/searching.ts';
import type { RequestStep } from '../../schemas/types.ts';
import type { Deps } from '../deps.ts';
import { listRows } from '../lists.ts';
import type { KeptRequest } from '../records.ts';
import { remember } from '../remembered.ts';
import type { Listed } from '../storage/contract.ts';
import { statesOf, termsOfRequest, type RequestState } from './states.ts';

/** One request; what is said of it in a language is put in with the page. */
export interface RegistryRow extends Pick<
  KeptRequest,
  'number' | 'title' | 'measure' | 'name' | 'comune' | 'at' | 'state' | 'closed'
> {
  readonly id: string;
  readonly channel: string;
  readonly late: boolean;
  readonly todo?: RequestStep['does'];
  /** ISO date of the first term that is not met */
  readonly due?: string;
  readonly dueTitle?: string;
  /** JSON, as the index holds it */
  readonly uploaded: string;
  readonly case?: string;
  /** number and name as they are searched */
  readonly searched: { readonly number: string; readonly name: string };
}

/** What is due first on top, then the newest. */
export const registryOf = remember<RegistryRow>({
  collection: 'requests',
  data: (deps, district) => [
    deps.catalogue,
    deps.catalogue.districts.get(district),
    ...[...deps.catalogue.measures.values()].flatMap((measure) => {
      const name = measure.requests?.states;
      return [measure, name === undefined ? undefined : listRows(deps, district, name)];
    }),
  ],
  rows(deps, district, today) {
    const known = new Map<string, readonly RequestState[]>();
    const statesIn = (measure: string): readonly RequestState[] => {
      const found = known.get(measure) ?? statesOf(deps, district, measure);
      known.set(measure, found);
      return found;
    };
    return (item) => [rowOf(deps, item, today, statesIn)];
  },
  order: (a, b) => compared(a.due ?? '9', b.due ?? '9') || compared(b.at, a.at),
});

const compared = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function rowOf(
  deps: Deps,
  { id, fields }: Listed,
  today: string,
  statesIn: (measure: string) => readonly RequestState[],
): RegistryRow {
  const text = (name: string): string => String(fields[name] ?? '');
  const request = {
    measure: text('measure'),
    dates: JSON.parse(text('dates') || '{}') as KeptRequest['dates'],
    closed: fields['closed'] === true,
    state: text('state'),
  };
  const todo = statesIn(request.measure).find((one) => one.id === request.state)?.todo;
  const due = termsOfRequest(deps, request, today).find((term) => term.met === undefined);
  return {
    id,
    number: text('number'),
    title: text('title'),
    measure: request.measure,
    name: text('name'),
    comune: text('comune'),
    channel: text('channel'),
    at: text('at'),
    state: request.state,
    closed: request.closed,
    late: due?.state === 'late',
    ...(todo ? { todo } : {}),
    ...(due ? { due: due.due, dueTitle: due.title } : {}),
    uploaded: text('uploaded'),
    ...(fields['case'] ? { case: text('case') } : {}),
    searched: { number: folded(text('number')), name: folded(text('name')) },
  };
}
