// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Command } from './contract.ts';

export const publish: Command = {
  name: 'publish',
  keys: [],
  on: 'editor',
  changes: true,
  run: (bench) => bench.ask('publish', ''),
};
