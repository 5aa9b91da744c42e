// SPDX-License-Identifier: AGPL-3.0-or-later
// Tables as a file that a browser downloads.
import type { Reply } from '../routes/contract.ts';
import { csv } from './csv.ts';
import type { Sheet } from './sheet.ts';
import { xlsx } from './xlsx.ts';

/** The sheets as a workbook, or the first of them as CSV. `name`: without ending. */
export function tableFile(sheets: readonly [Sheet, ...Sheet[]], as: 'csv' | 'xlsx', name: string): Reply {
  const plain = name.replace(/[^\w.-]+/g, '-');
  return {
    ok: true,
    ...(as === 'xlsx'
      ? { bytes: xlsx(sheets), type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' }
      : { bytes: csv(sheets[0]), type: 'text/csv; charset=utf-8' }),
    headers: { 'Content-Disposition': `attachment; filename="${plain}.${as}"` },
  };
}
