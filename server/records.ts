// SPDX-License-Identifier: AGPL-3.0-or-later
// The shapes of what the server keeps beside the ones of schemas/. Their collections are in storag./records.ts.
import type { FileRef } from '../runtime/fields/contract.ts';
import type { Definition, Draft } from '../schemas/types.ts';

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

/** Id of a version's record. */
export const versionId = (definition: string, number: number): string => `${definition}@${number}`;

/** The draft as a page knows it. */
export function draftOf(kept: KeptDraft): Draft {
  const { by: _by, code: _code, origin: _origin, history: _history, ...draft } = kept;
  return draft;
}
