// SPDX-License-Identifier: BSD-3-Clause
// Where answers that stand there already come from, in Italian.

export const chrome = {
  prefilled: 'Dal fascicolo: si può modificare',
  prefilledFrom: 'Da «{title}» del {date}: si può modificare',
} as const;
