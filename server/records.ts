// SPDX-License-Identifier: AGPL-3.0-or-later
// The shapes of what the server keeps beside the ones of schemas/. Their collections are in storag./records.ts.
import type { FileRef } from '../runtime/fields/contract.ts';
import type { Problem } from '../runtime/problem.ts';
import type {
  Answers,
  Context,
  Definition,
  District,
  Draft,
  ListRow,
  RequestStep,
  Submission,
} from '../schemas/types.ts';
import type { Readers } from './readers.ts';

/** `credentials`, under the account's id: only the argon2id hash of its password. */
export interface KeptCredential {
  readonly account: string;
  readonly hash: string;
  readonly changedAt: string;
}
/** `sessions`, under the SHA-256 of its secret; times in milliseconds since 1970. */
export interface KeptSession {
  readonly account: string;
  readonly createdAt: number;
  readonly seenAt: number;
  readonly expiresAt: number;
}
/** `links`, under the SHA-256 of its secret: one-time. */
export interface KeptLink {
  readonly account: string;
  readonly expiresAt: number;
}
/** `tokens`, under the SHA-256: what a page of another site may do, one draft and one submission of one form. */
export interface KeptToken {
  readonly form: string;
  readonly origin: string;
  readonly createdAt: number;
  readonly expiresAt: number;
  readonly draft?: string;
  readonly submission?: string;
}
/** `definitions` */
export interface KeptDefinition {
  readonly definition: Definition;
  /** number of the newest version; null: never published */
  readonly published: number | null;
  /** hash of the newest version */
  readonly hash: string | null;
  /** digest of the definition that the newest version was made from */
  readonly publishedAs?: string;
  readonly by: string;
  /** accounts that have changed it since its newest version: none of them can approve it */
  readonly writers?: readonly string[];
  /** no new drafts are begun with it; what was begun goes on */
  readonly withdrawn?: { readonly at: string; readonly by: string; readonly note?: string };
  /** of its moments: what begins their names, and how many stand since the last whole one */
  readonly history?: { readonly tag: string; readonly since: number };
}

/** What was done between two saves, as the builder names it: `step.<code>` of its words. */
export interface KeptStep {
  readonly code: string;
  readonly params: { readonly [name: string]: string | number };
  /** taken back, and not done */
  readonly back?: true;
}

/** `moments`: one save or publication of a definition; never changed. Its text is whole, or what became of the one before. */
export interface KeptMoment {
  readonly definition: string;
  readonly tag: string;
  /** revision of the definition's record */
  readonly rev: number;
  readonly at: string;
  readonly by: string;
  readonly steps: readonly KeptStep[];
  /** number of the version that was published */
  readonly published?: number;
  readonly whole?: string;
  /** signs kept from the start, signs dropped after them, signs put in their place */
  readonly change?: { readonly keep: number; readonly drop: number; readonly put: string };
}

/** `reviews`, under the definition's id: the look of a second person */
export interface KeptReview {
  readonly state: 'asked' | 'approved' | 'returned';
  /** digest of the definition that was looked at */
  readonly of: string;
  readonly askedBy: string;
  readonly askedAt: string;
  /** account that was asked; absent: whoever may */
  readonly reviewer?: string;
  readonly note?: string;
  readonly decidedBy?: string;
  readonly decidedAt?: string;
  /** what the second person wrote */
  readonly answer?: string;
}

/** `schedules`, under the definition's id: a definition, frozen, that is published when its day comes */
export interface KeptSchedule {
  readonly definition: Definition;
  readonly of: string;
  /** calendar date of Europe/Rome */
  readonly on: string;
  readonly note?: string;
  readonly by: string;
  readonly at: string;
  /** why it could not be published */
  readonly failed?: { readonly code: string; readonly at: string };
}

/** `lists`, under its name: rows that the district has made its own */
export interface KeptList {
  readonly name: string;
  readonly title: string;
  readonly rows: readonly ListRow[];
  readonly by: string;
}

/** What was done to a row of a register, by whom and when. */
export interface RowChange {
  readonly at: string;
  readonly by: string;
  readonly what: 'made' | 'changed' | 'checked' | 'closed' | 'opened' | 'imported' | 'undone' | 'issued';
  /** by column; absent: nothing stood there, nothing stands there now */
  readonly cells?: { readonly [column: string]: { readonly was?: unknown; readonly now?: unknown } };
}

/** `rows`, under `<register>.<id of the row>`: a row of a register, laid over the one that came with the district */
export interface KeptRow {
  readonly register: string;
  readonly row: ListRow;
  /** of the case whose act it is, with its comune */
  readonly case?: string;
  readonly comune?: string;
  /** oldest first, the last hundred */
  readonly history: readonly RowChange[];
}

/** `imports`, under the register's name: the last table that was taken in, to take it back */
export interface KeptImport {
  readonly register: string;
  readonly at: string;
  readonly by: string;
  /** rev: of the row once imported; absent `before`: there was no kept record */
  readonly rows: readonly { readonly id: string; readonly rev: number; readonly before?: KeptRow }[];
}

/** `districts`, under the district's id: what its administrators changed of the data it began with, property by property */
export interface KeptDistrict {
  readonly changes: Partial<District>;
  readonly by: string;
}

/** `comments`: one thread on a question, a page, or the whole form */
export interface KeptThread {
  readonly definition: string;
  /** `/casa`, `page:abitazione`; '' is the whole form */
  readonly at: string;
  /** what it was called when the thread began */
  readonly title: string;
  readonly messages: readonly { readonly by: string; readonly at: string; readonly text: string }[];
  readonly resolved?: { readonly by: string; readonly at: string };
}

/** `families`: invented answers to a definition, with which its administrators try it. Never those of a person. */
export interface KeptFamily {
  readonly definition: string;
  readonly title: string;
  readonly answers: Answers;
  readonly by: string;
}

/** `templates`: one text of a district for the documents of a kind; without text, from then on the one that comes with Patto. */
export interface KeptTemplateText {
  readonly kind: string;
  readonly number: number;
  readonly text?: string;
  readonly by: string;
}

/** One turn of saving a draft. */
export interface DraftChange {
  /** of the last save of the turn */
  readonly rev: number;
  /** account id, or `public` */
  readonly by: string;
  /** the window that saved, as it calls itself */
  readonly window?: string;
  readonly at: string;
  /** pointers, rows by id; '' is the whole draft */
  readonly places: readonly string[];
}

/** `drafts`: of a person within a case, or of a page of another site (`public`, with the digest of its resume code) */
export interface KeptDraft extends Draft {
  readonly by: string;
  readonly code?: string;
  readonly origin?: string;
  readonly history?: readonly DraftChange[];
  /** the wrong submission whose place its submission takes */
  readonly corrects?: { readonly submission: string; readonly reason: string };
  /** of somebody at the counter who has no case yet */
  readonly counter?: CounterDraft;
  /** it is copied from a form that was filled in by hand */
  readonly paper?: Submission['paper'];
}

/** What a draft at the counter is about. */
export interface CounterDraft {
  readonly comune: string;
  readonly purpose: 'access' | 'request' | 'step';
  /** id of the access that it goes on from */
  readonly access?: string;
  /** id of the request that a step is about */
  readonly request?: string;
}

/** `accesses`, under the id of its submission: somebody who came, called or wrote. */
export interface KeptAccess {
  readonly definition: string;
  readonly comune: string;
  /** RFC 3339, and the day of it in Rome */
  readonly at: string;
  readonly day: string;
  readonly by: string;
  /** '' when nobody said it */
  readonly name: string;
  /** what lists show, in words */
  readonly facts: { readonly [label: string]: string };
  /** what is counted, by word */
  readonly counts: { readonly [word: string]: unknown };
  /** what it went on to */
  readonly request?: string;
  readonly case?: string;
}

/** `requests`, under the id of its submission: an application and what became of it. */
export interface KeptRequest {
  /** of its receipt */
  readonly number: string;
  readonly definition: string;
  readonly title: string;
  readonly measure: string;
  readonly comune: string;
  /** whom it is from; '' when the form does not say */
  readonly name: string;
  readonly channel: 'public' | 'counter' | 'paper';
  readonly origin?: string;
  /** RFC 3339 */
  readonly at: string;
  readonly by: string;
  /** id in the list of states that its measure names */
  readonly state: string;
  readonly closed: boolean;
  /** ISO dates that its terms count from */
  readonly dates: { readonly [key: string]: string };
  readonly steps: readonly StepTaken[];
  readonly access?: string;
  readonly case?: string;
}
/** Something that was filled in about a request. */
export interface StepTaken {
  readonly definition: string;
  readonly title: string;
  readonly does: RequestStep['does'];
  readonly submission: string;
  /** RFC 3339 */
  readonly at: string;
  readonly by: string;
  /** state that it led to, and why */
  readonly state?: string;
  readonly reason?: string;
  readonly facts: { readonly [label: string]: string };
}

/** `uploads`: a file that an answer may name, its bytes under the same id. It goes with its draft unless a submission has it. */
export interface KeptUpload extends FileRef {
  readonly draft: string;
  readonly submission?: string;
  /** pointer of the question, rows as stars: who may see that may see the file */
  readonly field: string;
  readonly by: string;
  /** RFC 3339 */
  readonly at: string;
}

/** How far one piece of work of a job is. */
export interface PartState {
  readonly state: 'queued' | 'running' | 'done' | 'failed';
  /** how many times it was begun since somebody last asked for it */
  readonly attempts: number;
  /** the number that was counted for its document, and when it was first begun (RFC 3339) */
  readonly number?: string;
  readonly issuedAt?: string;
  /** why it failed */
  readonly problem?: Problem;
}

/** Whose document it is: of a case, else of the district, speaking of these comuni (empty: all of them). */
export interface Belonging {
  readonly case?: string;
  readonly comuni?: readonly string[];
}

/** What its document is called; given before anything is printed: made again, it is the same one. */
interface Named extends Belonging {
  /** kind of the document */
  readonly kind: string;
  /** id of the document, and the code that it carries */
  readonly act: string;
  readonly code: string;
}

/** A document that prints a submission of a case. */
export interface SubmissionPart extends PartState, Named {
  readonly of: 'submission';
  readonly case: string;
  readonly submission: string;
  /** id of its internal copy */
  readonly internal: string;
}

/** A document of the district, and what was asked. */
export interface ReportPart extends PartState, Named {
  readonly of: 'report';
  readonly asked: { readonly kind: string; readonly [name: string]: unknown };
  readonly case?: never;
  readonly comuni: readonly string[];
}

/** A document of one case that prints no submission of it. */
export interface CaseReportPart extends PartState, Named {
  readonly of: 'case-report';
  readonly case: string;
}

/** The seal of a document, or the closing of one that was sealed first. */
export interface SealPart extends PartState, Omit<Named, 'code'> {
  readonly of: 'seal';
  /** what the document is to be afterwards: open to signatures under its seal, or closed */
  readonly until: 'opened' | 'sealed';
}

/** One piece of work of a job; server/jobs/makers.ts knows how each is done. */
export type JobPart = SubmissionPart | ReportPart | CaseReportPart | SealPart;

/** `jobs`: what is to be printed; written before the printing begins, and resumed after a restart. */
export interface KeptJob {
  readonly state: 'queued' | 'running' | 'done' | 'failed' | 'stopped';
  readonly by: string;
  /** several documents asked for together */
  readonly batch?: true;
  readonly at: string;
  readonly endedAt?: string;
  readonly parts: readonly JobPart[];
}

/**
 * `copies`: a draft as it was printed for the family, marked as one; its file under the record's id. Never changed: the
 * next draft is set beside it.
 */
export interface KeptCopy {
  readonly case: string;
  readonly definition: string;
  readonly version: number;
  readonly draft: string;
  /** 1 is the first one of the pact that is being written */
  readonly number: number;
  readonly answers: Answers;
  readonly context: Context;
  /** RFC 3339 */
  readonly at: string;
  readonly by: string;
  readonly sha256: string;
  /** id of the bytes */
  readonly blob: string;
}

/** `sendings`: a person of a case who went out of the house with a list. */
export interface KeptSending {
  /** the list, and its number */
  readonly document: string;
  readonly number: string;
  readonly case: string;
  readonly person: string;
  /** ISO date */
  readonly at: string;
}

/** What a note of the diary says. */
export interface NoteText {
  /** row of the list of kinds */
  readonly kind: string;
  /** when it happened, RFC 3339 */
  readonly at: string;
  /** row ids of members of the household who took part */
  readonly people: readonly string[];
  /** who else did, in words */
  readonly others?: string;
  readonly text: string;
  readonly readers: Readers;
}
/** `notes`: one of the diary of a case */
export interface KeptNote extends NoteText {
  readonly case: string;
  readonly by: string;
  readonly writtenAt: string;
  /** what it said before it was corrected, oldest first */
  readonly earlier: readonly (NoteText & { readonly writtenAt: string })[];
}

/** `attachments`: a file of a case that no form asked for, its bytes under the same id */
export interface KeptAttachment {
  readonly case: string;
  /** row of the list of kinds, which says who sees them */
  readonly kind: string;
  /** ISO date that the paper bears */
  readonly date: string;
  /** ISO date until which it counts */
  readonly expires?: string;
  readonly readers: Readers;
  /** row id of the member of the household that it is about; absent: of all of them */
  readonly person?: string;
  readonly about?: string;
  readonly file: FileRef;
  readonly by: string;
  readonly at: string;
  /** id of the one that came before it, and of the one that took its place */
  readonly replaces?: string;
  readonly replacedBy?: string;
}

/** `notices`: what somebody else did with a case, told to one account */
export interface KeptNotice {
  readonly account: string;
  readonly case: string;
  /** of the case, as people read it */
  readonly number: string;
  readonly at: string;
  readonly by: string;
  readonly what: 'assigned' | 'unassigned' | 'handed-over' | 'merged' | 'moved';
  readonly note?: string;
  /** RFC 3339 */
  readonly seenAt?: string;
}

/** `openings`, under the number of its line in the audit: the coordinator has looked at it. */
export interface KeptOpening {
  readonly seenBy: string;
  readonly seenAt: string;
  readonly note?: string;
}

/** `exports`: submissions of one definition that left the house; what was asked for, and which cases were in it */
export interface KeptExport {
  readonly definition: string;
  readonly title: string;
  readonly format: 'csv' | 'xlsx' | 'ndjson';
  readonly purpose: string;
  readonly asks: { readonly names: boolean; readonly texts: boolean; readonly delicate: boolean };
  /** why names, texts or delicate answers are needed */
  readonly reason?: string;
  /** ISO dates of submission, both included */
  readonly from?: string;
  readonly to?: string;
  readonly by: string;
  /** RFC 3339 */
  readonly at: string;
  /** ids, in the order of the rows */
  readonly submissions: readonly string[];
  readonly cases: readonly string[];
}

/** `keys`: what a program of others may read, until when and from where; of its secret only the hash */
export interface KeptKey {
  readonly name: string;
  readonly purpose: string;
  /** published definitions and their schemas */
  readonly definitions: boolean;
  /** definitions whose submissions it reads */
  readonly submissions: readonly string[];
  readonly asks: { readonly names: boolean; readonly texts: boolean };
  /** empty: of all */
  readonly comuni: readonly string[];
  /** ISO date, its last day */
  readonly expires: string;
  /** addresses or nets; empty: any */
  readonly addresses: readonly string[];
  readonly hash: string;
  readonly by: string;
  /** RFC 3339 */
  readonly at: string;
  readonly usedAt?: string;
  readonly revoked?: { readonly at: string; readonly by: string };
}

/** `appointments`, under the id of the submission that made it. */
export interface KeptAppointment {
  readonly case: string;
  readonly definition: string;
  /** ISO date, and HH:MM of Europe/Rome */
  readonly day: string;
  readonly time: string;
  readonly minutes: number;
  /** at the office, at home…, in the words of the form */
  readonly where?: string;
  /** id of an office of the district */
  readonly office?: string;
  readonly place: string;
  /** who must come, in words */
  readonly people: string;
  /** account id */
  readonly with: string;
  readonly message?: string;
  /** how the summons goes out, in words */
  readonly delivery?: string;
  readonly by: string;
  readonly at: string;
  /** row of the list of deliveries; `date`: ISO */
  readonly delivered?: {
    readonly code: string;
    readonly date: string;
    readonly note?: string;
    readonly by: string;
    readonly at: string;
  };
  /** row of the list of outcomes; `reason`: row of the list that it names */
  readonly outcome?: {
    readonly code: string;
    readonly reason?: string;
    readonly note?: string;
    readonly by: string;
    readonly at: string;
  };
}

/** `feeds`, under the digest of its secret: a calendar that one account reads elsewhere. */
export interface KeptFeed {
  readonly account: string;
  readonly at: string;
}

/** `archives`: everything held about one person, asked for and given or refused */
export interface KeptArchive {
  readonly case: string;
  readonly number: string;
  readonly comune: string;
  /** row id in the case's household, and name as it was when it was asked */
  readonly person: string;
  readonly name: string;
  /** e.g. the registration number of the person's request */
  readonly purpose: string;
  readonly by: string;
  /** RFC 3339 */
  readonly at: string;
  readonly state: 'asked' | 'given' | 'refused';
  readonly decidedBy?: string;
  readonly decidedAt?: string;
  readonly note?: string;
  /** notes and attachments of the team; answers that are delicate or that only some roles see */
  readonly gives?: { readonly team: boolean; readonly delicate: boolean };
}

/** Id of a version's record. */
export const versionId = (definition: string, number: number): string => `${definition}@${number}`;

/** The draft as a page knows it. */
export function draftOf(kept: KeptDraft): Draft {
  const { by: _by, code: _code, origin: _origin, history: _history, corrects: _corrects, ...rest } = kept;
  const { counter: _counter, paper: _paper, ...draft } = rest;
  return draft;
}
