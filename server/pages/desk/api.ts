// SPDX-License-Identifier: AGPL-3.0-or-later
// What the desk asks of the server; shapes as in /openapi.json.
import { ask, type Answer, type HttpProblem } from '../../../runtime/elements/kit/http.ts';
import { knowMeasures } from './measures.ts';
import type { Combined } from '../../../runtime/elements/remote.ts';
import type {
  Case,
  Context,
  District,
  Document,
  Draft,
  Signature,
  Submission,
  Version,
} from '../../../schemas/types.ts';

export interface CaseRow {
  readonly id: string;
  readonly number: string;
  readonly name: string;
  readonly comune: string;
  readonly measure: string;
  readonly state: string;
  /** ids in the district; '' in none */
  readonly phase: string;
  readonly queue: string;
  readonly changedAt: string;
}
export interface RequestRow {
  readonly id: string;
  readonly receipt: string;
  readonly definition: string;
  readonly title?: string;
  readonly submittedAt: string;
  readonly origin?: string;
}
export interface TermRow {
  readonly id: string;
  readonly title: string;
  readonly from: string;
  readonly due: string;
  /** as the law counts it, where it was changed */
  readonly law?: string;
  /** the first open day, where the last one is a holiday */
  readonly open?: string;
  readonly level: 'recommended' | 'limit' | 'mark';
  readonly met?: string;
  readonly state: 'met' | 'open' | 'late' | 'suspended' | 'waived';
  readonly red: boolean;
  readonly source: string;
  readonly consequence?: string;
  /** whom it concerns, where something of theirs ends */
  readonly people?: string;
}
export interface DefinitionRow {
  readonly id: string;
  readonly title: string;
  readonly kind?: string;
  readonly published: number | null;
  readonly draft?: { readonly id: string; readonly savedAt: string; readonly by: string };
  readonly submissions: readonly {
    readonly id: string;
    readonly version: number;
    readonly submittedAt: string;
    readonly by: string;
    readonly receipt: string;
    readonly corrects?: { readonly submission: string; readonly reason: string };
    readonly replaced?: { readonly submission: string; readonly reason: string; readonly at: string };
  }[];
  /** may the person begin it or go on with it, now? */
  readonly fills?: boolean;
  /** it says that the household is another one, and from when */
  readonly changesHousehold?: boolean;
}
export interface PhaseRow {
  readonly id: string;
  readonly title: string;
  /** where the case is; absent: no step of the way */
  readonly state?: 'left' | 'here' | 'ahead';
  /** what must still hold to leave it, in words */
  readonly missing?: readonly string[];
  readonly definitions: readonly DefinitionRow[];
  /** no step of the way: filled in when it is needed */
  readonly occasional?: boolean;
  /** what the person may issue */
  readonly documents: readonly { readonly kind: string; readonly definition: string }[];
}
export interface PaperKind {
  readonly kind: string;
  readonly title: string;
  /** whose the act is: the family's, or of offices alone */
  readonly act: 'family' | 'internal';
  /** may the person register signatures on one, now? */
  readonly signs?: boolean;
  /** the same, to issue, seal and withdraw one */
  readonly closes?: boolean;
}
/** Documents that have been asked for, and what became of each. */
export interface Job {
  readonly id: string;
  readonly state: 'queued' | 'running' | 'done' | 'failed' | 'stopped';
  readonly batch: boolean;
  readonly at: string;
  readonly total: number;
  readonly done: number;
  readonly failed: number;
  readonly parts: readonly {
    readonly of: 'submission' | 'report' | 'case-report' | 'seal';
    readonly kind: string;
    /** what a document of this kind is called */
    readonly title: string;
    readonly state: string;
    readonly case?: string;
    readonly caseNumber?: string;
    readonly submission?: string;
    /** the document, as soon as it is there, and its number */
    readonly act?: string;
    readonly number?: string;
    readonly problem?: { readonly code: string; readonly message: string };
  }[];
}
export const isOpen = ({ state }: Pick<Job, 'state'>): boolean => state === 'queued' || state === 'running';
export interface PrintableRow {
  readonly case: string;
  readonly number: string;
  readonly name: string;
  readonly submission: string;
  readonly submittedAt: string;
}
export interface Printables {
  readonly kind: string;
  readonly kinds: readonly { readonly kind: string; readonly title: string }[];
  readonly items: readonly PrintableRow[];
}
export type KeptDocument = Document & { readonly id: string };
export interface CaseView {
  readonly case: Case;
  readonly rev: number;
  readonly terms: readonly TermRow[];
  readonly phases: readonly PhaseRow[];
  readonly documents: readonly KeptDocument[];
  /** what is still to be told of documents that were asked for */
  readonly jobs: readonly Job[];
  readonly kinds: readonly PaperKind[];
  /** who went out of the house with which list */
  readonly sent: readonly { readonly name: string; readonly number: string; readonly at: string }[];
  /** documents of the case that print no submission */
  readonly reports: readonly { readonly kind: string; readonly title: string; readonly issues: boolean }[];
  readonly staff: readonly { readonly id: string; readonly name: string; readonly profile: string }[];
  /** who reads a part of the pact (`title`), or could be given it */
  readonly partners?: readonly {
    readonly id: string;
    readonly name: string;
    readonly title: string;
    readonly given: boolean;
  }[];
  /** of whoever did something in it, by account; they may no longer be among the staff */
  readonly names: { readonly [account: string]: string };
  /** of the forms that its timeline names */
  readonly titles: { readonly [definition: string]: string };
  /** may the person decide on terms, now? */
  readonly changesTerms?: boolean;
}
export interface DraftView {
  readonly draft: Draft;
  readonly rev: number;
  readonly version: Version;
  /** may the person send it, or only write at it? */
  readonly submits?: boolean;
  /** number of the newest version, by now */
  readonly newest: number;
  readonly context: Context;
  /** of somebody at the counter who has no case yet: what it is about */
  readonly counter?: AtCounter;
  /** it is copied from a form filled in by hand */
  readonly paper?: { readonly on: string };
}
export interface AtCounter {
  readonly comune: string;
  readonly purpose: 'access' | 'request' | 'step';
  readonly access?: string;
  readonly request?: string;
}
/** What a form of the counter led to. */
export interface LedTo {
  readonly access?: string;
  readonly request?: string;
  readonly case?: string;
}
export interface SubmissionView {
  /** may the person begin another one in its place? */
  readonly mayReplace: boolean;
  readonly submission: Submission;
  readonly version: Version;
  readonly context: Context;
  readonly by?: string;
}
export interface DistrictView {
  readonly id: string;
  readonly name: string;
  readonly comuni: readonly { readonly id: string; readonly name: string }[];
  readonly measures: readonly string[];
  readonly declarations?: District['declarations'];
  readonly sealing?: District['sealing'];
}

const path = (parts: TemplateStringsArray, ...values: readonly string[]): string =>
  String.raw(parts, ...values.map(encodeURIComponent));

/** `asked`: q, state, phase, queue, measure, mine, closed, order (change, name), cursor. `byName`: that order can be asked for. */
export const findCases = (asked: {
  readonly [name: string]: string;
}): Promise<
  Answer<{
    items: readonly CaseRow[];
    next?: string;
    total: number;
    byName: boolean;
    /** of the district, in order */
    states: readonly string[];
  }>
> => ask(`/api/cases?${new URLSearchParams(asked)}`);
/** A page; `next` is the cursor of the one after it. */
export const listRequests = (
  cursor?: string,
): Promise<Answer<{ items: readonly RequestRow[]; total: number; next?: string }>> =>
  ask(cursor === undefined ? '/api/requests' : `/api/requests?${new URLSearchParams({ cursor })}`);
export const openDistrict = (): Promise<Answer<DistrictView>> => ask('/api/district');
export const openRequest = (submission: string, key: string): Promise<Answer<{ id: string }>> =>
  ask('/api/cases', { body: { submission }, key });
export const openCase = (
  body: { measure: string; comune: string; name: string },
  key: string,
): Promise<Answer<{ id: string }>> => ask('/api/cases', { body, key });
export interface Reading {
  readonly index: number;
  readonly words: number;
  readonly hard: readonly { readonly text: string; readonly index: number }[];
}
/** How hard a document would be to read. */
export const readAhead = (id: string, kind: string, submission: string): Promise<Answer<Reading>> =>
  ask(path`/api/cases/${id}/reading?kind=${kind}&submission=${submission}`);
export const readCase = (id: string, reason?: string): Promise<Answer<CaseView>> =>
  ask(path`/api/cases/${id}`, reason ? { reason } : {});
export const startDraft = (id: string, definition: string): Promise<Answer<{ id: string }>> =>
  ask(path`/api/cases/${id}/drafts`, { body: { definition } });
export const readDraft = (id: string): Promise<Answer<DraftView>> => ask(path`/api/drafts/${id}`);
export const saveDraft = (
  id: string,
  draft: Draft,
  rev: number,
  keepalive = false,
): Promise<Answer<{ rev: number; savedAt: string }>> =>
  ask(path`/api/drafts/${id}`, { method: 'PUT', body: draft, rev, keepalive });
export const mergeDraft = (
  id: string,
  body: { base: Pick<Draft, 'answers' | 'typed' | 'parked' | 'from'>; rev: number; draft: Draft },
): Promise<Answer<Omit<Combined, 'ok' | 'at'> & { rev: number; savedAt: string }>> =>
  ask(path`/api/drafts/${id}/merge`, { body });
export const watchDraft = (
  id: string,
  rev: number,
  known: string,
  signal: AbortSignal,
): Promise<Answer<{ rev: number; gone: boolean; others: readonly string[] }>> =>
  ask(`${path`/api/drafts/${id}/watch`}?${new URLSearchParams({ rev: String(rev), known })}`, { signal });
export const submitDraft = (
  id: string,
  answers: { [key: string]: unknown },
  rev: number,
  key: string,
): Promise<Answer<{ id: string; receipt: string; differences: readonly string[]; to?: LedTo }>> =>
  ask(path`/api/drafts/${id}/submit`, { body: { answers, rev }, key });
export const readSubmission = (id: string): Promise<Answer<SubmissionView>> =>
  ask(path`/api/submissions/${id}`);
export const issue = (
  id: string,
  body: { kind: string; submission: string },
  key: string,
): Promise<Answer<{ act: KeptDocument } | Job>> =>
  ask(`${path`/api/cases/${id}/documents`}?wait=1`, { body, key });
export const readJob = (id: string): Promise<Answer<Job>> => ask(path`/api/jobs/${id}`);
export const listJobs = (): Promise<Answer<{ items: readonly Job[] }>> => ask('/api/jobs');
export const stopJob = (id: string): Promise<Answer<Job>> =>
  ask(path`/api/jobs/${id}/stop`, { method: 'POST', body: {} });
export const retryJob = (id: string): Promise<Answer<Job>> =>
  ask(path`/api/jobs/${id}/retry`, { method: 'POST', body: {} });
export const jobFile = (id: string): string => path`/api/jobs/${id}/file`;
export const listPrintables = (kind: string): Promise<Answer<Printables>> =>
  ask(`/api/printables?${new URLSearchParams(kind ? { kind } : {})}`);
export const askForMany = (
  items: readonly { readonly case: string; readonly kind: string; readonly submission: string }[],
): Promise<Answer<Job>> => ask('/api/jobs', { body: { items } });
export const register = (
  id: string,
  signature: Omit<Signature, 'registeredBy' | 'sha256' | 'declaration'>,
  key: string,
): Promise<Answer<KeptDocument>> => ask(path`/api/documents/${id}/signatures`, { body: signature, key });
export const seal = (id: string): Promise<Answer<KeptDocument | Job>> =>
  ask(`${path`/api/documents/${id}/seal`}?wait=3`, { method: 'POST', body: {} });
export const withdraw = (id: string, reason: string): Promise<Answer<KeptDocument>> =>
  ask(path`/api/documents/${id}/withdraw`, { body: { reason } });
export const fileUrl = (id: string): string => path`/api/documents/${id}/file`;
export const pageUrl = (id: string): string => path`/api/documents/${id}/html`;
export const packageUrl = (id: string): string => path`/api/documents/${id}/package`;
export const scanUrl = (id: string, sha256: string): string => path`/api/documents/${id}/scans/${sha256}`;

/** A file as the body of a request: the answer like those of `ask`. */
async function send<Value>(address: string, file: File, type: string): Promise<Answer<Value>> {
  const language = document.documentElement.lang || 'it';
  const lost =
    language === 'en' ? 'The server does not answer. Try again.' : 'Il server non risponde. Riprovi.';
  try {
    const response = await fetch(address, {
      method: 'POST',
      headers: { 'Content-Type': type, 'Accept-Language': language },
      body: file,
      credentials: 'same-origin',
    });
    const body: unknown = await response.json().catch(() => undefined);
    if (response.ok) return { ok: true, value: body as Value, rev: undefined, status: response.status };
    const problem = { code: 'unexpected', title: lost, ...(body as Partial<HttpProblem> | undefined) };
    return { ok: false, problem: { ...problem, status: response.status } };
  } catch {
    return { ok: false, problem: { code: 'network', title: lost, status: 0 } };
  }
}
export const sendScan = (id: string, file: File): Promise<Answer<{ sha256: string }>> =>
  send(path`/api/documents/${id}/scans`, file, 'application/octet-stream');
/** The form to fill in by hand, as PDF. */
export const blankUrl = (definition: string): string => path`/api/definitions/${definition}/blank`;

export interface SigningWay {
  readonly id: string;
  readonly title: string;
  readonly signers?: readonly string[];
}
export const readWays = (
  id: string,
): Promise<Answer<{ ways: readonly SigningWay[]; sealing: 'first' | 'last' }>> =>
  ask(path`/api/documents/${id}/signing`);
export const beginSigning = (
  id: string,
  body: { signer: string; way: string },
): Promise<Answer<KeptDocument>> => ask(path`/api/documents/${id}/signing`, { body });
export const completeSigning = (
  id: string,
  body: { pin?: string; otp?: string },
): Promise<Answer<KeptDocument>> => ask(path`/api/documents/${id}/signing/complete`, { body });
export const giveUpSigning = (id: string): Promise<Answer<KeptDocument>> =>
  ask(path`/api/documents/${id}/signing`, { method: 'DELETE' });
export const bringSigned = (id: string, signer: string, file: File): Promise<Answer<KeptDocument>> =>
  send(`${path`/api/documents/${id}/signed`}?${new URLSearchParams({ signer })}`, file, 'application/pdf');
export interface EventRow {
  readonly seq: number;
  readonly at: string;
  readonly action: string;
  readonly by: string;
  readonly hash?: string;
  readonly aborted?: true;
  readonly chain: string;
}
export const readDocument = (id: string): Promise<Answer<KeptDocument>> => ask(path`/api/documents/${id}`);
export const readEvents = (
  id: string,
): Promise<
  Answer<{ chain: { ok: boolean; entries: number; firstBad?: number }; items: readonly EventRow[] }>
> => ask(path`/api/documents/${id}/events`);

let district: Promise<DistrictView | undefined> | undefined;
/** The district of whoever is signed in, asked for once. */
export const ownDistrict = (): Promise<DistrictView | undefined> =>
  (district ??= Promise.all([openDistrict(), knowMeasures()]).then(([answer]) =>
    answer.ok ? answer.value : undefined,
  ));
