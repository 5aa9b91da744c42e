// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Deps } from '../deps.ts';
import type { Listed, Query, Scope } from './contract.ts';

/** Every entry that fits, over all pages. */
export async function listAll(
  deps: Pick<Deps, 'store'>,
  scope: Scope,
  collection: string,
  query: Query,
): Promise<readonly Listed[]> {
  const all: Listed[] = [];
  for (let cursor: string | undefined; ;) {
    const page = await deps.store.list(scope, collection, {
      ...query,
      limit: 200,
      ...(cursor ? { cursor } : {}),
    });
    all.push(...page.items);
    cursor = page.next;
    if (!cursor) return all;
  }
}
