// SPDX-License-Identifier: BSD-3-Clause
import type { FieldPaper } from '../contract.ts';

export const paper: FieldPaper<readonly unknown[]> = {
  /** only how many: the answers inside are written one by one */
  text: (value, _field, { locale }) => {
    const [none, one, more] = locale.startsWith('en')
      ? ['no rows', 'row', 'rows']
      : ['nessuna riga', 'riga', 'righe'];
    return value.length === 0 ? none! : `${value.length} ${value.length === 1 ? one : more}`;
  },
};
