// SPDX-License-Identifier: AGPL-3.0-or-later
// What the builder asks of the server about lists and registers.
import { type Answer, ask } from '../runtime/elements/kit/http.ts';
import type { ListRow } from '../schemas/types.ts';

export interface ListedList {
  readonly name: string;
  readonly register: boolean;
  /** has the district made it its own? */
  readonly own: boolean;
  readonly rows: number;
  readonly usedBy: readonly { readonly id: string; readonly title: string }[];
}

const one = (name: string): string => `/api/lists/${encodeURIComponent(name)}`;

export const listsOf = (): Promise<Answer<{ readonly items: readonly ListedList[] }>> => ask('/api/lists');

export const listOf = (
  name: string,
): Promise<Answer<{ readonly title: string; readonly rev: number; readonly rows: readonly ListRow[] }>> =>
  ask(`${one(name)}/rows`);

/** `rev` 0: the district has none of its own yet */
export const saveList = (
  name: string,
  rev: number,
  title: string,
  rows: readonly ListRow[],
): Promise<Answer<{ readonly rev: number }>> => ask(one(name), { method: 'PUT', rev, body: { title, rows } });

export const dropList = (name: string, rev: number): Promise<Answer<undefined>> =>
  ask(one(name), { method: 'DELETE', rev });
