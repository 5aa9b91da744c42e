// SPDX-License-Identifier: AGPL-3.0-or-later
// What the desk asks about a case as a whole; shapes as in /openapi.json.
import { ask, type Answer } from '../../../../runtime/elements/kit/http.ts';
import type { Case, District } from '../../../../schemas/types.ts';
import { ownDistrict, type CaseRow } from '../api.ts';

type Done = Promise<Answer<unknown>>;
const of = (id: string, verb: string): string => `/api/cases/${encodeURIComponent(id)}/${verb}`;

export interface Worker {
  readonly id: string;
  readonly name: string;
  readonly profile: string;
  /** open cases that the person follows */
  readonly cases: number;
}
export interface Waiting {
  readonly total: number;
  readonly items: readonly CaseRow[];
}
export interface QueueRow extends Waiting {
  readonly id: string;
  readonly title: string;
  /** whose work it is, fewest cases first */
  readonly people: readonly Worker[];
}
export const listQueues = (): Promise<
  Answer<{ queues: readonly QueueRow[]; unrouted: Waiting; others: readonly Worker[] }>
> => ask('/api/queues');

export const assign = (id: string, account: string, part: string): Done =>
  ask(of(id, 'assign'), { body: { account, ...(part ? { part } : {}) } });
export const unassign = (id: string, account: string, reason: string): Done =>
  ask(of(id, 'unassign'), { body: { account, reason } });
export const handOver = (id: string, from: string, to: string, note: string): Done =>
  ask(of(id, 'hand-over'), { body: { from, to, note } });
export const sendToQueue = (id: string, queue: string, reason: string): Done =>
  ask(of(id, 'queue'), { body: { queue, ...(reason ? { reason } : {}) } });
export const move = (id: string, comune: string, reason: string): Done =>
  ask(of(id, 'move'), { body: { comune, reason } });
export const merge = (id: string, other: string, reason: string): Done =>
  ask(of(id, 'merge'), { body: { other, reason } });
export const unmerge = (id: string, reason: string): Done => ask(of(id, 'unmerge'), { body: { reason } });
export const sendAway = (id: string, to: string, reason: string): Done =>
  ask(of(id, 'package'), { body: { to, reason } });
export const packageUrl = (id: string): string => of(id, 'package');
export const importCase = (body: {
  comune: string;
  measure: string;
  package: unknown;
}): Promise<Answer<{ id: string }>> => ask('/api/import/case', { body });
export const replaceSubmission = (id: string, reason: string): Promise<Answer<{ id: string }>> =>
  ask(`/api/submissions/${encodeURIComponent(id)}/replace`, { body: { reason } });

/** What a case was in one district. */
export interface Past {
  readonly district: string;
  readonly number: string;
  readonly at: string;
  readonly timeline: readonly {
    readonly at: string;
    readonly by: string;
    readonly what: string;
    readonly note?: string;
  }[];
  readonly submissions: readonly {
    readonly title: string;
    readonly submittedAt: string;
    readonly by: string;
    readonly replaced?: string;
    readonly rows: readonly { readonly title: string; readonly text: string }[];
  }[];
  readonly documents: readonly {
    /** older files do not say these two */
    readonly title?: string;
    readonly copy?: 'family' | 'internal' | 'draft';
    readonly number: string;
    readonly revision: number;
    readonly issuedAt: string;
    readonly sha256: string;
  }[];
  readonly notes: readonly {
    readonly title: string;
    readonly at: string;
    readonly by: string;
    readonly text: string;
  }[];
  readonly attachments: readonly {
    readonly title: string;
    readonly at: string;
    readonly name: string;
    readonly sha256: string;
    /** it was too heavy to come along */
    readonly left: boolean;
  }[];
}
export interface History extends Past {
  readonly before: readonly Past[];
}
export const readHistory = (id: string, reason?: string): Promise<Answer<History>> =>
  ask(of(id, 'history'), reason ? { reason } : {});
export const historyFile = (id: string, sha256: string): string => of(id, `history/${sha256}`);

export interface Opening {
  readonly id: string;
  readonly at: string;
  readonly by: string;
  readonly reason: string;
  readonly case: string;
  readonly number: string;
  readonly name: string;
  readonly times: number;
  readonly seenAt?: string;
  readonly seenBy?: string;
}
export const listOpenings = (): Promise<Answer<{ items: readonly Opening[] }>> => ask('/api/openings');
export const seeOpening = (id: string): Done => ask(`/api/openings/${id}/seen`, { method: 'POST' });

export interface Notice {
  readonly id: string;
  readonly case: string;
  readonly number: string;
  readonly what: string;
  readonly note: string;
  readonly at: string;
  readonly by: string;
}
export const listNotices = (): Promise<Answer<{ total: number; items: readonly Notice[] }>> =>
  ask('/api/notices');
export const seeNotice = (id: string): Done => ask(`/api/notices/${id}/seen`, { method: 'POST' });

/** Queues and phases of the person's district. */
export const ownWays = async (): Promise<Pick<District, 'queues' | 'phases'> | undefined> =>
  (await ownDistrict()) as Pick<District, 'queues' | 'phases'> | undefined;

export type Composition = Case['household'][number];
