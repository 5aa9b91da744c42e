// SPDX-License-Identifier: BSD-3-Clause
import type { FieldPaper } from '../contract.ts';

export const paper: FieldPaper<string | readonly string[]> = {
  text: (value, field, writing) => {
    const ids = typeof value === 'string' ? [value] : value;
    return ids.map((id) => writing.row(field['x-ref'] ?? '', id)).join(', ');
  },
};
