// SPDX-License-Identifier: BSD-3-Clause
import { writeCents } from '../cents.ts';
import type { FieldPaper } from '../contract.ts';

export const paper: FieldPaper<number> = {
  text: (value, _field, { locale }) => writeCents(value, locale),
};
