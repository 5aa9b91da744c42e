// SPDX-License-Identifier: BSD-3-Clause
import type { FieldPaper } from '../contract.ts';

export const paper: FieldPaper<unknown> = {
  /** nothing of its own: the answers inside are written one by one */
  text: () => '',
};
