// SPDX-License-Identifier: AGPL-3.0-or-later
// What several documents of the district ask in the same way.
import { day as italian } from '../../templates/writing.ts';
import type { JsonSchema } from '../routes/contract.ts';

/** Of which comuni; absent or empty: the whole district. */
export interface OfComuni {
  readonly comuni?: readonly string[];
}
/** ISO dates, both within. */
export interface OfPeriod {
  readonly from: string;
  readonly to: string;
}

export const comuniAsked = (most = 200): JsonSchema => ({
  type: 'array',
  items: { type: 'string', maxLength: 60 },
  maxItems: most,
});
const day: JsonSchema = { type: 'string', format: 'date' };
export const periodAsked = { from: day, to: day } as const;

export const comuniOf = ({ comuni }: OfComuni): readonly string[] => comuni ?? [];

/** 01/01/2026 – 02/03/2026 */
export const span = ({ from, to }: OfPeriod): string => `${italian(from)} – ${italian(to)}`;
