// SPDX-License-Identifier: BSD-3-Clause
// How limits are told below a question, in Italian.

export const chrome = {
  fromTo: 'Da {least} a {most}.',
  atLeast: 'Almeno {least}.',
  atMost: 'Al massimo {most}.',
} as const;
