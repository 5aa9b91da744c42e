// SPDX-License-Identifier: BSD-3-Clause
// What choices from lists say by themselves, in Italian.

export const chrome = {
  waitsFor: 'Prima rispondi a «{title}».',
} as const;
