// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Sayings } from './contract.ts';

export const bn: Sayings = {
  name: 'বাংলা',
  objective: 'লক্ষ্য',
  result: 'ফলাফল',
  commitment: 'প্রতিশ্রুতি',
  meeting: 'সাক্ষাৎ',
  who: 'কে',
  by: 'শেষ তারিখ',
};
