// SPDX-License-Identifier: BSD-3-Clause
import type { FieldPaper } from '../contract.ts';

export const paper: FieldPaper<boolean> = {
  text: (value, _field, { locale }) =>
    locale.startsWith('en') ? (value ? 'yes' : 'no') : value ? 'sì' : 'no',
};
