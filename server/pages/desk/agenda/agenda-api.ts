// SPDX-License-Identifier: AGPL-3.0-or-later
// What the desk asks of the server about appointments and calendars.
import { ask, type Answer } from '../../../../runtime/elements/kit/http.ts';

export interface AgendaRow {
  readonly id: string;
  readonly case: string;
  readonly number: string;
  readonly name: string;
  readonly day: string;
  readonly time: string;
  readonly minutes: number;
  readonly with: string;
  readonly office?: string;
  readonly where?: string;
  readonly delivered?: string;
  readonly overlaps: boolean;
  readonly met: boolean;
  readonly outcome?: { readonly title: string; readonly badge: string };
}
interface Named {
  readonly id: string;
  readonly name: string;
}
export interface AgendaView {
  readonly items: readonly AgendaRow[];
  readonly operators: readonly Named[];
  readonly offices: readonly Named[];
}
export interface ListedRow {
  readonly id: string;
  readonly title: string;
  readonly badge?: string;
  readonly past?: boolean;
  readonly failed?: boolean;
  readonly reasons?: readonly { readonly id: string; readonly title: string }[];
}
interface By {
  readonly by: string;
  readonly at: string;
  readonly note?: string;
}
export interface Appointment {
  readonly id: string;
  readonly rev: number;
  readonly definition: string;
  readonly day: string;
  readonly time: string;
  readonly minutes: number;
  readonly place: string;
  readonly people: string;
  readonly with: string;
  readonly delivery?: string;
  readonly message?: { readonly text: string; readonly length: number };
  readonly delivered?: By & { readonly code: string; readonly date: string };
  readonly outcome?: By & { readonly code: string; readonly reason?: string };
  readonly overlaps: boolean;
  readonly met: boolean;
}
export interface AppointmentsView {
  readonly items: readonly Appointment[];
  readonly definitions: readonly { readonly id: string; readonly title: string }[];
  readonly outcomes: readonly ListedRow[];
  readonly deliveries: readonly ListedRow[];
  readonly writes: boolean;
}
export type Registered =
  | { readonly outcome: { readonly code: string; readonly reason?: string; readonly note?: string } }
  | { readonly delivered: { readonly code: string; readonly date: string; readonly note?: string } }
  | { readonly with: string };

export const readAgenda = (asked: {
  readonly from: string;
  readonly days: number;
  readonly with: string;
  readonly office: string;
}): Promise<Answer<AgendaView>> => {
  const given = Object.entries({ ...asked, days: String(asked.days) }).filter(([, value]) => value !== '');
  return ask(`/api/agenda?${new URLSearchParams(given)}`);
};
const ofCase = (kase: string): string => `/api/cases/${encodeURIComponent(kase)}/appointments`;
export const readAppointments = (kase: string, reason?: string): Promise<Answer<AppointmentsView>> =>
  ask(ofCase(kase), reason ? { reason } : {});
export const register = (kase: string, one: Appointment, body: Registered): Promise<Answer<unknown>> =>
  ask(`${ofCase(kase)}/${encodeURIComponent(one.id)}`, { body, rev: one.rev });
export const calendarUrl = (kase: string, id: string): string =>
  `${ofCase(kase)}/${encodeURIComponent(id)}/calendar`;

export interface Called {
  readonly case: string;
  readonly number: string;
  readonly appointment?: string;
  readonly draft?: string;
}
export const repeat = (
  kase: string,
  id: string,
  items: readonly { readonly case: string; readonly day: string; readonly time: string }[],
): Promise<Answer<{ items: readonly Called[] }>> =>
  ask(`${ofCase(kase)}/${encodeURIComponent(id)}/repeat`, { body: { items } });

export interface Feed {
  readonly id: string;
  readonly at: string;
}
export const listFeeds = (): Promise<Answer<{ items: readonly Feed[] }>> => ask('/api/feeds');
export const makeFeed = (): Promise<Answer<{ address: string }>> =>
  ask('/api/feeds', { method: 'POST', body: {} });
export const dropFeed = (id: string): Promise<Answer<unknown>> =>
  ask(`/api/feeds/${encodeURIComponent(id)}`, { method: 'DELETE' });
