// SPDX-License-Identifier: AGPL-3.0-or-later
// Copy, cut and paste are the browser's own events, heard by the canvas; their buttons ask the browser for them.
import { storedClip } from '../parts/canvas/clipboard.ts';
import { paste as pasted } from '../edit/paste.ts';
import type { Command } from './contract.ts';

const ask = (what: 'copy' | 'cut', key: string, changes: boolean): Command => ({
  name: what,
  keys: [key],
  on: 'clipboard',
  changes,
  run: async (bench, handle) => {
    await bench.focusOn(handle);
    document.execCommand(what);
  },
});

export const copy = ask('copy', 'Mod+C', false);
export const cut = ask('cut', 'Mod+X', true);

/** The button pastes what was last copied in this browser; the key whatever is on the clipboard. */
export const paste: Command = {
  name: 'paste',
  keys: ['Mod+V'],
  on: 'clipboard',
  changes: true,
  run: async (bench, handle) => {
    const clip = storedClip();
    if (!clip) return bench.tellPerson(bench.say('nothing-to-paste'));
    const edited = pasted(bench.editing.now, handle.startsWith('page:') ? { into: handle } : { after: handle }, clip); // prettier-ignore
    if (!edited) return;
    bench.keep(edited);
    await bench.focusOn(edited.select);
  },
};
