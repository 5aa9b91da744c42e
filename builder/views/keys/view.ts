// SPDX-License-Identifier: AGPL-3.0-or-later
import type { View } from '../contract.ts';

/** The sheet of keys, made from the commands. */
export const keys: View = {
  name: 'keys',
  place: 'above',
  load: async () => (await import('./sheet.ts')).sheet,
};
