// SPDX-License-Identifier: AGPL-3.0-or-later
// What the builder asks of the server about the district itself.
import { type Answer, ask } from '../../runtime/elements/kit/http.ts';
import type { District, ListRow, PactLife } from '../../schemas/types.ts';

export interface DistrictData {
  /** 0: as it came */
  readonly rev: number;
  readonly district: District;
  /** properties that the district has made its own */
  readonly changed: readonly string[];
  /** how pacts live where the district does not say */
  readonly inherited?: PactLife;
  /** lists that its forms choose from */
  readonly lists: { readonly [name: string]: readonly ListRow[] };
}

export const readDistrict = (): Promise<Answer<DistrictData>> => ask('/api/district/data');

/** null: as it came */
export const saveDistrict = (
  rev: number,
  changes: { readonly [property: string]: unknown },
): Promise<Answer<{ readonly rev: number }>> =>
  ask('/api/district/data', { method: 'PUT', rev, body: { changes } });
