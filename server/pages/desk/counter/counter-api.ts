// SPDX-License-Identifier: AGPL-3.0-or-later
// What the screens of the front office ask of the server.
import { ask, type Answer } from '../../../../runtime/elements/kit/http.ts';

interface Named {
  readonly id: string;
  readonly title: string;
}
export interface Office {
  readonly name: string;
  readonly comune: string;
  readonly address: string;
  readonly phone: string;
  readonly email: string;
  /** '' while it is still being settled */
  readonly hours: readonly string[];
}
export interface OpenDraft extends Named {
  readonly purpose: string;
  readonly savedAt: string;
  readonly by: string;
}
export interface CounterView {
  readonly access?: Named;
  readonly requests: readonly (Named & { readonly measure: string })[];
  readonly blanks: readonly Named[];
  readonly drafts: readonly OpenDraft[];
  readonly offices: readonly Office[];
  /** comuni where this person may take requests */
  readonly takes: readonly string[];
}
export interface AccessRow {
  readonly id: string;
  readonly at: string;
  readonly comune: string;
  readonly name: string;
  readonly by: string;
  readonly facts: { readonly [label: string]: string };
  readonly request?: string;
  readonly case?: string;
}
export interface AccessesView {
  readonly items: readonly AccessRow[];
  readonly total: number;
  readonly next?: string;
  readonly counts: readonly {
    readonly word: string;
    readonly label: string;
    readonly rows: readonly { readonly text: string; readonly count: number }[];
  }[];
}
export type Doing = 'check' | 'upload' | 'close';
export interface RegistryRow {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly name: string;
  readonly comune: string;
  readonly channel: 'public' | 'counter' | 'paper';
  readonly at: string;
  readonly state: string;
  readonly stateTitle: string;
  readonly closed: boolean;
  readonly late: boolean;
  readonly todo?: Doing;
  readonly due?: string;
  readonly dueTitle?: string;
  readonly uploaded?: { readonly at: string; readonly facts: { readonly [label: string]: string } };
  readonly case?: string;
}
export interface RegistryView {
  readonly items: readonly RegistryRow[];
  readonly total: number;
  readonly next?: string;
  readonly counts: { readonly [what: string]: number };
  readonly states: readonly Named[];
}
export interface RequestView {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly name: string;
  readonly comune: string;
  readonly channel: 'public' | 'counter' | 'paper';
  readonly at: string;
  readonly by: string;
  readonly dates: { readonly [key: string]: string };
  readonly state: {
    readonly id: string;
    readonly title: string;
    readonly closed: boolean;
    readonly says: string;
    readonly todo?: Doing;
  };
  readonly measure: { readonly name: string };
  readonly platform?: string;
  readonly terms: readonly {
    readonly id: string;
    readonly title: string;
    readonly due: string;
    readonly met?: string;
    readonly state: 'met' | 'open' | 'late';
    readonly source: string;
  }[];
  readonly taken: readonly {
    readonly title: string;
    readonly does: Doing;
    readonly submission: string;
    readonly at: string;
    readonly by: string;
    readonly state?: string;
    readonly reason?: string;
    readonly facts: { readonly [label: string]: string };
  }[];
  readonly steps: readonly {
    readonly definition: string;
    readonly does: Doing;
    readonly title: string;
    readonly draft?: string;
  }[];
  readonly writes: boolean;
  readonly access?: string;
  readonly case?: { readonly id: string; readonly number: string };
}
export interface StatusView {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly comune: string;
  readonly day: string;
  readonly state: string;
  readonly says: string;
  readonly term?: { readonly title: string; readonly due: string; readonly late: boolean };
  readonly office?: {
    readonly name: string;
    readonly address: string;
    readonly phone: string;
    readonly hours: string;
  };
  readonly case?: string;
}

const query = (asked: { readonly [name: string]: string | undefined }): string =>
  String(
    new URLSearchParams(Object.entries(asked).filter((pair): pair is [string, string] => Boolean(pair[1]))),
  );

export const seeCounter = (): Promise<Answer<CounterView>> => ask('/api/counter');
export const startHere = (body: {
  readonly definition: string;
  readonly access?: string;
  readonly request?: string;
}): Promise<Answer<{ id: string }>> => ask('/api/counter/drafts', { body });
export const listAccesses = (asked: {
  readonly from?: string;
  readonly to?: string;
  readonly q?: string;
  readonly cursor?: string;
}): Promise<Answer<AccessesView>> => ask(`/api/counter/accesses?${query(asked)}`);
export const listRegistry = (asked: {
  readonly q?: string;
  readonly state?: string;
  readonly comune?: string;
  readonly what?: string;
  readonly cursor?: string;
}): Promise<Answer<RegistryView>> => ask(`/api/counter/requests?${query(asked)}`);
export const readRequest = (id: string, reason?: string): Promise<Answer<RequestView>> =>
  ask(`/api/counter/requests/${encodeURIComponent(id)}`, reason ? { reason } : {});
export const findStatus = (number: string): Promise<Answer<StatusView>> =>
  ask(`/api/counter/status?${query({ number })}`);
export const beginClosing = (id: string): Promise<Answer<{ draft: string; case: string }>> =>
  ask(`/api/counter/requests/${encodeURIComponent(id)}/close`, { body: {} });
export const notePaper = (draft: string, on: string, rev: number): Promise<Answer<{ rev: number }>> =>
  ask(`/api/drafts/${encodeURIComponent(draft)}/paper`, { method: 'PUT', body: { on }, rev });
export const openFrom = (
  body: { readonly measure: string; readonly comune: string; readonly name: string; readonly access: string },
  key: string,
): Promise<Answer<{ id: string }>> => ask('/api/cases', { body, key });
export const pasteRows = (
  draft: string,
  body: { readonly at: string; readonly text: string },
  rev: number,
): Promise<Answer<{ rev: number; rows: number; ignored: readonly string[]; unread: number }>> =>
  ask(`/api/drafts/${encodeURIComponent(draft)}/rows`, { body, rev });
