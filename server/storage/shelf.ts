// SPDX-License-Identifier: AGPL-3.0-or-later

/** Where a record stands. All three parts are safe as file names (place.ts). */
export interface Place {
  readonly district: string;
  readonly collection: string;
  readonly id: string;
}

/** One record as it is kept: the value with everything that belongs to it. */
export interface Envelope {
  /** number of the format of `value` */
  readonly format: number;
  readonly id: string;
  readonly rev: number;
  /** place in the order of all changes of the store: clocks may jump, this does not */
  readonly seq: number;
  readonly createdAt: string;
  readonly changedAt: string;
  /** idempotency: HMAC of the key and of what it stood for */
  readonly key?: { readonly hash: string; readonly of: string };
  readonly value: unknown;
}

/** What a file looked like when its index entry was made; another look means it must be read again. */
export interface FileMark {
  readonly size: number;
  readonly mtime: number;
  readonly inode: number;
}

export interface Change {
  readonly place: Place;
  readonly before: Envelope | undefined;
  /** undefined: the record goes away */
  readonly next: Envelope | undefined;
}

/**
 * The bare keeping of records: durable when it resolves, without a trace when it throws. Revisions, keys, order and lists
 * are the business of records.ts, which holds the lock of every record concerned while it calls.
 */
export interface Shelf {
  read(place: Place): Promise<Envelope | undefined>;
  /** one change, or several that happen together or not at all; answers the marks of the files written */
  apply(changes: readonly Change[]): Promise<readonly (FileMark | undefined)[]>;
  readBytes(district: string, id: string): Promise<Uint8Array | undefined>;
  writeBytes(district: string, id: string, bytes: Uint8Array): Promise<void>;
  removeBytes(district: string, id: string): Promise<void>;
}
