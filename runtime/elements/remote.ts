// SPDX-License-Identifier: BSD-3-Clause
// Where drafts and submissions go. The element speaks to this shape; the public transport is in public-remote.ts,
// the desk gives its own.
import type { Answers, Definition, Draft } from '../../schemas/types.ts';
import type { Program } from '../engine/program.ts';
import type { FileRef } from '../fields/contract.ts';
import type { WordedProblem } from './form-store.ts';

/**
 * Why something was not kept: `conflict` (changed elsewhere), `signed-out`, `network`, `invalid` (see problems),
 * or the server's own code. `message`: the server's sentence in the person's language.
 */
export interface Refusal {
  readonly ok: false;
  readonly code: string;
  readonly message?: string;
  readonly problems?: readonly WordedProblem[];
}

export interface Saved {
  readonly ok: true;
  /** ISO date and time; absent: now */
  readonly at?: string;
  /** a code that resumes the draft elsewhere, given once */
  readonly code?: string;
}

export interface Sent {
  readonly ok: true;
  /** number for the person */
  readonly receipt?: string;
}

export interface Loaded {
  readonly ok: true;
  readonly draft: Draft;
}

export interface SaveOptions {
  /** how the window that saves calls itself: what it saved before is no other person's */
  readonly window?: string;
  /** the page is going away: the request must outlive it */
  readonly last?: boolean;
  /** keep this draft even though another one was saved after it was opened */
  readonly overwrite?: boolean;
}

/** One file on its way into the draft. */
export interface FileSending {
  /** pointer of the question, rows as stars */
  readonly field: string;
  /** hexadecimal; '' where the page cannot count it */
  readonly sha256: string;
  readonly signal: AbortSignal;
  /** how much has gone, 0 to 1 */
  told(part: number): void;
}

/** How what stands in a form reaches its transport. */
export interface Reach {
  /** of a public form: there after `keeping` */
  readonly transport: Remote | undefined;
  /** fetched when first asked; `save` keeps the draft now */
  keeping(): Promise<{ save(): Promise<boolean> }>;
}

/** What stands at one place of a draft: a value, or a text that is none yet; neither: nothing. */
export interface Cell {
  readonly value?: unknown;
  readonly text?: string;
}

/** Two values of one field. `at`: pointer, rows by id. */
export interface Conflict {
  readonly at: string;
  readonly theirs: Cell;
  /** whose, absent when nobody can say */
  readonly by?: string;
  /** ISO date and time */
  readonly when: string;
}

/** The draft as it is kept now, with what this window and others changed; theirs where they conflict. */
export interface Combined {
  readonly ok: true;
  readonly draft: Draft;
  readonly at?: string;
  readonly conflicts: readonly Conflict[];
  /** places where something of others was taken, and rows that stay although one removed them */
  readonly taken: readonly string[];
  readonly rescued: readonly string[];
  /** who saved last */
  readonly by?: string;
}

export interface Watched {
  readonly ok: true;
  /** somebody else saved */
  readonly changed: boolean;
  /** names of the others who have it open */
  readonly others: readonly string[];
}

/** What a transport must know to go on with a draft in another window; plain JSON. */
export interface Memo {
  readonly [name: string]: string | number;
}

export interface Remote {
  /** address under which rows of long lists are looked up */
  readonly lists?: string;
  /** under which name the device keeps drafts: no personal datum in it. Absent: nothing is kept on the device */
  readonly place?: string;
  /** whose they are; kept encrypted */
  readonly owner?: string;
  memo?: Memo | undefined;
  save(draft: Draft, options?: SaveOptions): Promise<Saved | Refusal>;
  /** `key`: the same for every try of one submission */
  submit?(answers: Answers, draft: Draft, key: string): Promise<Sent | Refusal>;
  /** after a conflict: puts together what this window changed since `base` and what others saved */
  merge?(base: Draft, draft: Draft, options: SaveOptions): Promise<Combined | Refusal>;
  /** answers when somebody else saved or others than `known` have the draft open */
  watch?(known: readonly string[], signal: AbortSignal): Promise<Watched | Refusal>;
  /** the draft as it is kept now, after a conflict */
  load?(): Promise<Loaded | Refusal>;
  /** a draft by the code that a person kept */
  resume?(code: string): Promise<Loaded | Refusal>;
  /** keeps a file for the draft; `draft-first`: no draft is kept yet */
  sendFile?(
    file: File,
    sending: FileSending,
  ): Promise<{ readonly ok: true; readonly file: FileRef } | Refusal>;
  fileAddress?(id: string): string | undefined;
}

/** What a published module tells the runtime; `interface` is the number of this contract. */
export interface Published {
  readonly interface: number;
  readonly district: string;
  readonly form: string;
  readonly number: number;
  readonly hash: string;
  readonly definition: Definition;
  /** what walking the definition found out; absent: it is walked here */
  readonly program?: Program;
  /** address of the check module, fetched at the first attempt to send */
  readonly check: string;
}
