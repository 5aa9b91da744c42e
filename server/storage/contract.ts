// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Problem } from '../../runtime/problem.ts';

/** Who asks, and inside which boundary. No call is made without it. */
export interface Scope {
  readonly district: string;
  /** account id, `public`, `system` */
  readonly actor: string;
}

/** One kept record. `value` is plain JSON; `rev` grows by one with each replacement. */
export interface Kept<Value = unknown> {
  readonly id: string;
  readonly rev: number;
  readonly value: Value;
  /** RFC 3339 UTC */
  readonly createdAt: string;
  readonly changedAt: string;
}

/** Index entry of a record: what lists are made of without opening records. */
export interface Listed {
  readonly id: string;
  readonly rev: number;
  readonly changedAt: string;
  readonly fields: { readonly [field: string]: string | number | boolean | null };
}

/** `again`: the record was already there, made by the same idempotency key */
export type Outcome<Value> =
  | { readonly ok: true; readonly value: Value; readonly again?: true }
  | { readonly ok: false; readonly problem: Problem };

/** An idempotency key with what it stands for, e.g. the text or hash of the request's body. A bare text stands for the value. */
export interface Key {
  readonly key: string;
  readonly of: string;
}

export type Scalar = string | number | boolean | null;

/** What must hold of the index fields of a record. */
export interface Wanted {
  /** index fields that must equal; a list: any of these */
  readonly where?: { readonly [field: string]: Scalar | readonly Scalar[] };
  /** index fields that must contain a text, or each of several, whatever their case and accents */
  readonly contains?: { readonly [field: string]: string | readonly string[] };
}

export interface Query extends Wanted {
  /** of each group at least one must hold */
  readonly either?: readonly (readonly Wanted[])[];
  readonly cursor?: string;
  /** 1 to 200; 50 when absent */
  readonly limit?: number;
  /** in order of change; absent: the oldest change first */
  readonly newestFirst?: boolean;
  /** instead of by change: in order of the text of this index field, whatever its case and accents; none is '' */
  readonly by?: string;
}

export interface Write {
  readonly do: 'create' | 'replace' | 'remove';
  readonly collection: string;
  readonly id: string;
  readonly value?: unknown;
  /** expected revision; obligatory for replace and remove */
  readonly rev?: number;
}

/** One line of the append-only, hash-chained audit of a district. No personal datum is in it. */
export interface AuditEntry {
  readonly action: string;
  readonly object: string;
  readonly rev?: number;
  readonly hash?: string;
  readonly role?: string;
  readonly reason?: string;
  readonly result?: 'done' | 'refused' | 'aborted';
}
export interface KeptAuditEntry extends AuditEntry {
  readonly seq: number;
  readonly at: string;
  readonly actor: string;
  /** SHA-256(previous chain ‖ canonical entry), hexadecimal */
  readonly chain: string;
}

/** Oldest first. */
export interface AuditQuery {
  /** about this object, or any of these */
  readonly object?: string | readonly string[];
  /** only entries that give a reason */
  readonly withReason?: boolean;
  /** lowest seq */
  readonly from?: number;
  /** 200 when absent */
  readonly limit?: number;
}

/** Where records are kept. One contract suite runs against every engine (test/server/storage/contract.ts). */
export interface Store {
  get<Value>(scope: Scope, collection: string, id: string): Promise<Kept<Value> | undefined>;
  /**
   * `exists` when the id is taken. The same `key` again gives the first record back (idempotent, `again`); with another
   * value, or another `of`, `key-reused`. A value given as a function is made only when it is needed, with the key held:
   * a number counted in it is counted once however many times the request is sent.
   */
  create<Value>(
    scope: Scope,
    collection: string,
    id: string,
    value: Value | (() => Promise<Value>),
    key?: string | Key,
  ): Promise<Outcome<Kept<Value>>>;
  /** `conflict` (params.rev: the current one) unless `rev` is current */
  replace<Value>(
    scope: Scope,
    collection: string,
    id: string,
    value: Value,
    rev: number,
  ): Promise<Outcome<Kept<Value>>>;
  remove(scope: Scope, collection: string, id: string, rev: number): Promise<Outcome<void>>;
  /** by the collection's indexed fields; newest change last; at most 200 at once */
  list(
    scope: Scope,
    collection: string,
    query?: Query,
  ): Promise<{ items: readonly Listed[]; next?: string; total: number }>;
  /** pointed-to first, pointer last; all checks are made before the first write */
  commit(scope: Scope, writes: readonly Write[]): Promise<Outcome<void>>;
  /** next number of a gap-free counter, e.g. pratiche/2026 */
  count(scope: Scope, counter: string): Promise<number>;
  putBytes(scope: Scope, id: string, bytes: Uint8Array): Promise<Outcome<void>>;
  getBytes(scope: Scope, id: string): Promise<Uint8Array | undefined>;
  /** nothing there is no failure */
  removeBytes(scope: Scope, id: string): Promise<Outcome<void>>;
  audit(scope: Scope, entry: AuditEntry): Promise<KeptAuditEntry>;
  auditEntries(scope: Scope, query?: AuditQuery): Promise<readonly KeptAuditEntry[]>;
  /** walks the chain; names the first bad entry */
  verifyAudit(district: string): Promise<{ ok: boolean; entries: number; firstBad?: number; head: string }>;
  districts(): Promise<readonly string[]>;
  /** every record of the district as NDJSON lines, then the audit */
  export(scope: Scope): AsyncIterable<string>;
  health(): Promise<{ ok: boolean; writable: boolean; records: number; detail?: string }>;
  close(): Promise<void>;
}

/**
 * Problem codes of stores: not-found, exists, conflict, key-reused, disk-full, read-only, damaged, too-large, bad-id,
 * closed. Calls that answer no Outcome throw a StoreFailure (failure.ts) with such a problem.
 */
export interface CollectionFacts {
  readonly name: string;
  /** number of the record's format; older ones are migrated when the store opens, after a copy */
  readonly format: number;
  /** most bytes of a value as JSON; 256 KB when absent */
  readonly bytes?: number;
  /** fields of the index, from the value; small and without what must not be listed */
  index(value: never): Listed['fields'];
  /** one step per format: [from 1 to 2, from 2 to 3…] */
  readonly migrations?: readonly ((value: unknown) => unknown)[];
}
