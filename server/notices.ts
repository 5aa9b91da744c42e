// SPDX-License-Identifier: AGPL-3.0-or-later
// What a person is told of a case when somebody else has done something: given to them, taken from them, joined, moved.
import { newId } from './clock.ts';
import type { KeptNotice } from './records.ts';
import type { Scope, Write } from './storage/contract.ts';

/** One notice for each account but the one who acts, to be written together with what it tells of. */
export const noticesFor = (
  scope: Scope,
  accounts: Iterable<string>,
  notice: Omit<KeptNotice, 'account' | 'by'>,
): readonly Write[] =>
  [...new Set(accounts)]
    .filter((account) => account !== scope.actor)
    .map((account) => ({
      do: 'create',
      collection: 'notices',
      id: newId(),
      value: { ...notice, account, by: scope.actor } satisfies KeptNotice,
    }));
