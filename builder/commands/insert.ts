// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Command } from './contract.ts';

export const insert: Command = {
  name: 'insert',
  keys: ['Alt+I'],
  on: 'editor',
  changes: true,
  run: (bench, handle) => bench.ask('insert', handle),
};
