// SPDX-License-Identifier: AGPL-3.0-or-later
import { pairUp, standAlone } from '../edit/side.ts';
import type { Command } from './contract.ts';

/** Beside the question before it. */
export const beside: Command = {
  name: 'beside',
  keys: ['Alt+ArrowRight'],
  on: 'thing',
  changes: true,
  button: { icon: 'beside', fits: (handle) => handle.startsWith('/') },
  run: async (bench, handle) => {
    const edited = pairUp(bench.editing.now, handle);
    if (!edited) return;
    bench.keep(edited);
    if (!('refused' in edited)) await bench.focusOn(handle);
  },
};

/** On a line of its own again. */
export const alone: Command = {
  name: 'alone',
  keys: ['Alt+ArrowLeft'],
  on: 'thing',
  changes: true,
  run: async (bench, handle) => {
    const edited = standAlone(bench.editing.now, handle);
    if (!edited) return bench.tellPerson(bench.say('not-in-row'));
    bench.keep(edited);
    await bench.focusOn(handle);
  },
};
