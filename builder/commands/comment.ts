// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Command } from './contract.ts';

export const comment: Command = {
  name: 'comment',
  keys: ['Shift+F2'],
  on: 'thing',
  changes: false,
  button: { icon: 'comment', fits: () => true },
  run: (bench) => bench.show('comments'),
};
