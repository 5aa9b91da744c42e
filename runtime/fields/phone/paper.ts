// SPDX-License-Identifier: BSD-3-Clause
import type { FieldPaper } from '../contract.ts';
import { facts } from './facts.ts';

export const paper: FieldPaper<string> = {
  text: (value, field, { locale }) => facts.edit(value, field, locale),
};
