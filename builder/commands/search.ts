// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Command } from './contract.ts';

export const search: Command = {
  name: 'search',
  keys: ['Mod+F'],
  on: 'editor',
  changes: false,
  run: (bench) => bench.show('search'),
};
