// SPDX-License-Identifier: AGPL-3.0-or-later
import { duplicate as duplicated } from '../edit/add.ts';
import { duplicateAll } from '../edit/several.ts';
import type { Command } from './contract.ts';

export const duplicate: Command = {
  name: 'duplicate',
  keys: ['Mod+D'],
  on: 'thing',
  changes: true,
  button: { icon: 'duplicate', fits: (handle) => handle.startsWith('/') },
  run: async (bench, handle) => {
    const { now } = bench.editing;
    const edited =
      bench.together.length > 1
        ? duplicateAll(now, bench.together)
        : duplicated(now, handle, bench.say('copy-suffix'));
    if (!edited) return;
    bench.keep(edited);
    await bench.focusOn(edited.select);
  },
};
