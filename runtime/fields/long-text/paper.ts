// SPDX-License-Identifier: BSD-3-Clause
import type { FieldPaper } from '../contract.ts';

export const paper: FieldPaper<string> = {
  text: (value) => value,
  blank: 'lines',
};
