// SPDX-License-Identifier: AGPL-3.0-or-later
// Who reads what stands in a case beside its forms: notes of the diary and attachments, each in one of three classes.
import type { Case } from '../schemas/types.ts';

/** `family`: who may see the case, and the family that asks; `team`: who the case was given to; `author`: nobody else. */
export type Readers = 'family' | 'team' | 'author';
export const readers: readonly Readers[] = ['family', 'team', 'author'];

/** May this account, which the case itself was opened to, read what was written for these readers? */
export function mayRead(
  written: { readonly readers: string; readonly by: string },
  account: string,
  kase: Pick<Case, 'assigned'>,
): boolean {
  if (written.by === account) return true;
  return written.readers === 'family' || (written.readers === 'team' && kase.assigned.includes(account));
}
