// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Sayings } from './contract.ts';

export const ur: Sayings = {
  name: 'اردو',
  objective: 'مقصد',
  result: 'نتیجہ',
  commitment: 'ذمہ داری',
  meeting: 'ملاقات',
  who: 'کون',
  by: 'آخری تاریخ',
};
