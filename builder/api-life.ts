// SPDX-License-Identifier: AGPL-3.0-or-later
// What the builder asks of the server about the working life of a definition.
import { type Answer, ask, newKey } from '../runtime/elements/kit/http.ts';
import type { Definition, Version } from '../schemas/types.ts';

export interface ToldReview {
  readonly state: 'asked' | 'approved' | 'returned';
  readonly askedAt: string;
  readonly askedBy: string;
  /** of another draft than the one that stands now */
  readonly overtaken: boolean;
  readonly reviewer?: string;
  /** it was the person here who was asked */
  readonly mine?: boolean;
  readonly note?: string;
  readonly decidedBy?: string;
  readonly decidedAt?: string;
  readonly answer?: string;
}

export interface Life {
  readonly published: number | null;
  readonly withdrawn?: { readonly at: string; readonly by: string; readonly note?: string };
  /** where the public fills it in, and the same as an image to photograph */
  readonly address?: string;
  readonly qr?: string;
  readonly versions: readonly {
    readonly number: number;
    readonly hash: string;
    readonly at: string;
    readonly by: string;
    /** drafts that are still filled in with it */
    readonly drafts: number;
  }[];
  /** who has such drafts open */
  readonly workers: readonly string[];
  readonly reviewNeeded: boolean;
  readonly writers: readonly string[];
  /** the person here has had a hand in the draft */
  readonly own: boolean;
  readonly reviewers: readonly { readonly id: string; readonly name: string; readonly profile: string }[];
  readonly review?: ToldReview;
  readonly schedule?: {
    readonly on: string;
    readonly by: string;
    readonly changed: boolean;
    readonly note?: string;
    readonly failed?: { readonly code: string; readonly at: string };
  };
}

const one = (id: string): string => `/api/definitions/${encodeURIComponent(id)}`;
const noted = (note: string) => (note.trim() === '' ? {} : { note: note.trim() });

export const lifeOf = (id: string): Promise<Answer<Life>> => ask(`${one(id)}/life`);

export const versionOf = (id: string, number: number): Promise<Answer<Version>> =>
  ask(`/api/versions/${encodeURIComponent(id)}/${number}`);

export const askReview = (id: string, rev: number, reviewer: string, note: string): Promise<Answer<object>> =>
  ask(`${one(id)}/review`, {
    body: { ...(reviewer === '' ? {} : { reviewer }), ...noted(note) },
    rev,
    key: newKey(),
  });

export const decideReview = (
  id: string,
  rev: number,
  approve: boolean,
  note: string,
): Promise<Answer<object>> =>
  ask(`${one(id)}/review/decision`, { body: { approve, ...noted(note) }, rev, key: newKey() });

/** `on`: calendar date, ISO */
export const schedule = (id: string, rev: number, on: string, note: string): Promise<Answer<object>> =>
  ask(`${one(id)}/schedule`, { body: { on, ...noted(note) }, rev, key: newKey() });

export const unschedule = (id: string): Promise<Answer<undefined>> =>
  ask(`${one(id)}/schedule`, { method: 'DELETE' });

export const withdraw = (
  id: string,
  rev: number,
  out: boolean,
  note: string,
): Promise<Answer<{ readonly rev: number }>> =>
  ask(`${one(id)}/withdrawal`, { body: { out, ...noted(note) }, rev, key: newKey() });

export interface ToldStep {
  readonly code: string;
  readonly params: { readonly [name: string]: string | number };
  readonly back?: true;
}
export interface ToldMoment {
  readonly rev: number;
  readonly at: string;
  readonly by: string;
  readonly steps: readonly ToldStep[];
  readonly published?: number;
}

export const momentsOf = (
  id: string,
  cursor?: string,
): Promise<
  Answer<{ readonly items: readonly ToldMoment[]; readonly next?: string; readonly total: number }>
> => ask(`${one(id)}/moments${cursor === undefined ? '' : `?cursor=${encodeURIComponent(cursor)}`}`);

export const momentAt = (id: string, rev: number): Promise<Answer<{ readonly definition: Definition }>> =>
  ask(`${one(id)}/moments/${rev}`);

export interface Thread {
  readonly id: string;
  /** what it is about: a handle; '' is the whole form */
  readonly at: string;
  /** what that was called when the thread began */
  readonly title: string;
  readonly messages: readonly { readonly by: string; readonly at: string; readonly text: string }[];
  readonly resolved?: { readonly by: string; readonly at: string };
}

export const commentsOn = (id: string): Promise<Answer<{ readonly items: readonly Thread[] }>> =>
  ask(`${one(id)}/comments`);

export const beginThread = (id: string, at: string, title: string, text: string): Promise<Answer<Thread>> =>
  ask(`${one(id)}/comments`, { body: { at, title, text }, key: newKey() });

export const goOnThread = (
  id: string,
  thread: string,
  sent: { readonly text?: string; readonly resolved?: boolean },
): Promise<Answer<Thread>> =>
  ask(`${one(id)}/comments/${encodeURIComponent(thread)}`, { body: sent, key: newKey() });

export interface LeaseTold {
  readonly mine: boolean;
  readonly holder?: {
    readonly window: string;
    readonly name: string;
    readonly own: boolean;
    readonly minutes: number;
  };
}

export const askLease = (
  id: string,
  sent: { readonly window: string; readonly take?: true; readonly leave?: true; readonly known?: string },
  signal?: AbortSignal,
): Promise<Answer<LeaseTold>> =>
  ask(`${one(id)}/lease`, { body: sent, keepalive: sent.leave === true, ...(signal ? { signal } : {}) });
