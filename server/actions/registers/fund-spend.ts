// SPDX-License-Identifier: AGPL-3.0-or-later
// What is committed on each fund, from the index alone: supports of pacts, vouchers that name the fund.
import type { Register } from '../../../schemas/types.ts';
import { readSummary } from '../../counting.ts';
import type { Deps } from '../../deps.ts';
import type { FoundRow } from '../../registers.ts';
import type { Scope } from '../../storage/contract.ts';
import { issuedRows } from './issued-rows.ts';
import { listAll } from '../../storage/list-all.ts';

/** Cents. */
export interface Spend {
  readonly budget?: number;
  readonly supports: number;
  /** of the supports of pacts that have a cost */
  readonly committed: number;
  readonly vouchers: number;
  readonly voucherValue: number;
  /** absent: the budget is not known */
  readonly left?: number;
}

/** By id of the fund; of the whole district. */
export async function spendOf(
  deps: Deps,
  district: string,
  register: Register,
  rows: readonly FoundRow[],
): Promise<ReadonlyMap<string, Spend>> {
  const scope: Scope = { district, actor: 'system' };
  const sums = new Map(
    rows.map(({ row }) => [row.id, { supports: 0, committed: 0, vouchers: 0, voucherValue: 0 }]),
  );
  for (const { fields } of await listAll(deps, scope, 'cases', {}))
    for (const { fund = '', cost = 0 } of readSummary(fields)?.supports ?? []) {
      const sum = sums.get(fund);
      if (!sum) continue;
      sum.supports += 1;
      sum.committed += cost;
    }
  const vouchers = deps.catalogue.registers(district).get(register.spend?.vouchers ?? '');
  for (const { fund, value, counts } of vouchers ? await issuedRows(deps, scope, vouchers) : []) {
    const sum = sums.get(fund ?? '');
    if (!sum || !counts) continue;
    sum.vouchers += 1;
    sum.voucherValue += value;
  }
  return new Map(
    rows.map(({ row }): [string, Spend] => {
      const sum = sums.get(row.id) ?? { supports: 0, committed: 0, vouchers: 0, voucherValue: 0 };
      const budget = row[register.spend?.budget ?? ''];
      const known = typeof budget === 'number' ? budget : undefined;
      return [
        row.id,
        {
          ...sum,
          ...(known === undefined ? {} : { budget: known, left: known - sum.committed - sum.voucherValue }),
        },
      ];
    }),
  );
}
