// SPDX-License-Identifier: BSD-3-Clause
import { writeDate } from '../calendar.ts';
import type { FieldPaper } from '../contract.ts';

export const paper: FieldPaper<string> = {
  text: writeDate,
};
