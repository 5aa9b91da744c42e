// SPDX-License-Identifier: BSD-3-Clause
import { writeTime } from '../clock-time.ts';
import type { FieldPaper } from '../contract.ts';

export const paper: FieldPaper<string> = {
  text: (value, _field, { locale }) => (/^en\b/iu.test(locale) ? '' : 'ore ') + writeTime(value),
};
