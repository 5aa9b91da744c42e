// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Command } from './contract.ts';

export const undo: Command = {
  name: 'undo',
  keys: ['Mod+Z'],
  on: 'editor',
  changes: true,
  run: (bench) => bench.travel(true),
};

export const redo: Command = {
  name: 'redo',
  keys: ['Mod+Shift+Z', 'Mod+Y'],
  on: 'editor',
  changes: true,
  run: (bench) => bench.travel(false),
};
