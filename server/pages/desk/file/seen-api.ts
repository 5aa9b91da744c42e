// SPDX-License-Identifier: AGPL-3.0-or-later
// What the screen "who has seen" asks of the server.
import { ask, type Answer } from '../../../../runtime/elements/kit/http.ts';
import type { Accesses } from '../../../../templates/documents/case-access/content.ts';

export interface Chain {
  readonly ok: boolean;
  readonly entries: number;
  readonly firstBad?: number;
}
export interface Asked {
  readonly number?: string;
  readonly case?: string;
  readonly from?: string;
  readonly to?: string;
}
const given = (asked: Asked): string =>
  String(
    new URLSearchParams(Object.entries(asked).filter((one): one is [string, string] => Boolean(one[1]))),
  );

export const whoHasSeen = (asked: Asked): Promise<Answer<Accesses>> => ask(`/api/seen?${given(asked)}`);
export const tableUrl = (asked: Asked, as: 'csv' | 'xlsx'): string => `/api/seen?${given(asked)}&as=${as}`;
export const verifyChain = (): Promise<Answer<Chain>> => ask('/api/audit/chain');
export const issueAccess = (
  asked: Required<Pick<Asked, 'number' | 'from' | 'to'>>,
  comuni: readonly string[],
): Promise<Answer<{ act?: { id: string; number: string } }>> =>
  ask('/api/documents', {
    body: { kind: 'case-access', ...asked, ...(comuni.length > 0 ? { comuni } : {}) },
  });
