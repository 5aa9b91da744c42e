// SPDX-License-Identifier: BSD-3-Clause
import type { FieldPaper, FileRef } from '../contract.ts';
import { sizeInWords } from './kinds.ts';

export const paper: FieldPaper<readonly FileRef[]> = {
  text: (value, _field, { locale }) =>
    value.map(({ name, size }) => `${name} (${sizeInWords(size, locale)})`).join('\n'),
};
