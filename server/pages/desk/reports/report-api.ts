// SPDX-License-Identifier: AGPL-3.0-or-later
// What the screen of lists and reports asks of the server.
import { ask, type Answer } from '../../../../runtime/elements/kit/http.ts';
import type { Document } from '../../../../schemas/types.ts';
import type { Job } from '../api.ts';

export interface ReportRow {
  readonly id: string;
  readonly kind: string;
  readonly number: string;
  readonly title: string;
  readonly issuedAt: string;
  readonly by: string;
  readonly state: Document['state'];
  /** it can be had as a table too */
  readonly tables: boolean;
  /** this person may seal it or take it back */
  readonly closes: boolean;
}
export interface ReportKindRow {
  readonly kind: string;
  readonly title: string;
  /** this person may issue one */
  readonly issues: boolean;
}
export interface ReportsView {
  readonly kinds: readonly ReportKindRow[];
  readonly items: readonly ReportRow[];
  /** what is still to be told of documents that were asked for */
  readonly jobs: readonly Job[];
  readonly next?: string;
}
/** The kind and what it asks. */
export type Asked = { readonly kind: string; readonly [name: string]: unknown };
export interface Seen {
  readonly title: string;
  readonly content: unknown;
}

export const listReports = (cursor?: string): Promise<Answer<ReportsView>> =>
  ask(`/api/documents${cursor ? `?${new URLSearchParams({ cursor })}` : ''}`);
export const seeReport = (asked: Asked): Promise<Answer<Seen>> => ask('/api/reports', { body: asked });
/** The document, or the job that goes on making it. */
export type Begun = { readonly act: { readonly id: string; readonly number: string } } | Job;
export const issueReport = (asked: Asked): Promise<Answer<Begun>> =>
  ask('/api/documents?wait=3', { body: asked });
export const tableUrl = (id: string, as: 'csv' | 'xlsx'): string =>
  `/api/documents/${encodeURIComponent(id)}/table?as=${as}`;

const ofCase = (kase: string, kind: string): string =>
  `/api/cases/${encodeURIComponent(kase)}/reports/${encodeURIComponent(kind)}`;
export const seeCaseReport = <Content>(
  kase: string,
  kind: string,
): Promise<Answer<{ title: string; content: Content; issues: boolean }>> => ask(ofCase(kase, kind));
export const issueCaseReport = (kase: string, kind: string): Promise<Answer<Begun>> =>
  ask(`${ofCase(kase, kind)}?wait=3`, { method: 'POST', body: {} });
