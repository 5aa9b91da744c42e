// SPDX-License-Identifier: AGPL-3.0-or-later
import { createHash } from 'node:crypto';

const ID = /^[A-Za-z0-9_-][A-Za-z0-9._@~-]{0,119}$/;
const DISTRICT = /^[a-z][a-z0-9_-]{0,59}$/;
const COUNTER = /^[A-Za-z0-9_][A-Za-z0-9._@/-]{0,119}$/;

/** Whether a text may name a record: it becomes a file name. */
export const isId = (text: string): boolean => ID.test(text);

/** Whether a text may name a district: it becomes a folder name. */
export const isDistrict = (text: string): boolean => DISTRICT.test(text);

/** The record id of a counter such as `pratiche/2026`; undefined when the name is not allowed. */
export const counterId = (name: string): string | undefined =>
  COUNTER.test(name) ? name.replaceAll('/', '~') : undefined;

/** SHA-256 in hexadecimal. */
export const sha256 = (data: string | Uint8Array): string => createHash('sha256').update(data).digest('hex');

/** One of 256 folders, `00` to `ff`, so that none grows too long. */
export const shardOf = (id: string): string => sha256(id).slice(0, 2);
