// SPDX-License-Identifier: AGPL-3.0-or-later
import { move } from '../edit/move.ts';
import { titleOf } from '../edit/references.ts';
import { moveAll } from '../edit/several.ts';
import type { Command } from './contract.ts';

const moving = (way: 'up' | 'down', key: string): Command => ({
  name: way,
  keys: [key],
  on: 'thing',
  changes: true,
  button: { icon: way, fits: () => true },
  run: (bench, handle) => {
    const { now } = bench.editing;
    const several = bench.together.length > 1;
    const edited = several ? moveAll(now, bench.together, way) : move(now, handle, way);
    if (!edited) return bench.tellPerson(bench.say('at-the-end', { title: titleOf(now, handle) }));
    bench.keep(edited);
    if (several && !('refused' in edited)) return bench.focusOn(edited.select);
  },
});

export const up = moving('up', 'Alt+ArrowUp');
export const down = moving('down', 'Alt+ArrowDown');

export const into: Command = {
  name: 'into',
  keys: [],
  on: 'thing',
  changes: true,
  button: { icon: 'into', fits: (handle) => handle.startsWith('/') },
  run: (bench, handle) => bench.ask('destination', handle),
};
