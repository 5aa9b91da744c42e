// SPDX-License-Identifier: BSD-3-Clause
// Where drafts and submissions go. The element speaks to this shape; the public transport is in public-remote.ts,
// the desk gives its own.
import type { Answers, Definition, Draft } from '../../schemas/types.ts';
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
  /** fetched when first asked; `save` keeps the draft now */
  open(): Promise<{ readonly remote: Remote | undefined; save(): Promise<boolean> }>;
  /** where a kept file is read by a link; undefined: nowhere */
  fileAddress(id: string): string | undefined;
}

export interface Remote {
  /** address under which rows of long lists are looked up */
  readonly lists?: string;
  save(draft: Draft, options?: SaveOptions): Promise<Saved | Refusal>;
  submit?(answers: Answers, draft: Draft): Promise<Sent | Refusal>;
  /** the draft as it is kept now, after a conflict */
  load?(): Promise<Loaded | Refusal>;
  /** a draft by the code that a person kept */
  resume?(code: string): Promise<Loaded | Refusal>;
  /** is there a draft of this window's earlier life? */
  pending?(): boolean;
  forget?(): void;
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
  /** address of the check module, fetched at the first attempt to send */
  readonly check: string;
}
