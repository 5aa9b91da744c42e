// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Command } from './contract.ts';

export const rename: Command = {
  name: 'rename',
  keys: ['F2'],
  on: 'thing',
  changes: true,
  run: (bench, handle) => bench.onCanvas('write', handle),
};

export const addAfter: Command = {
  name: 'add-after',
  keys: ['Mod+Enter'],
  on: 'thing',
  changes: true,
  button: { icon: 'add', fits: (handle) => !handle.startsWith('page:') },
  run: (bench, handle) => bench.onCanvas('addAfter', handle),
};
