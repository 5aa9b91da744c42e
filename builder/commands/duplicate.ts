// SPDX-License-Identifier: AGPL-3.0-or-later
import { duplicate as duplicated } from '../edit/add.ts';
import type { Command } from './contract.ts';

export const duplicate: Command = {
  name: 'duplicate',
  keys: [],
  on: 'thing',
  changes: true,
  button: { icon: 'duplicate', fits: (handle) => handle.startsWith('/') },
  run: async (bench, handle) => {
    const edited = duplicated(bench.editing.now, handle, bench.say('copy-suffix'));
    if (!edited) return;
    bench.keep(edited);
    await bench.focusOn(edited.select);
  },
};
