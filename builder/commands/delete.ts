// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Command } from './contract.ts';

export const deletion: Command = {
  name: 'delete',
  keys: ['Delete'],
  on: 'thing',
  changes: true,
  button: { icon: 'delete', fits: () => true },
  run: (bench, handle) => bench.ask('deletion', handle),
};
