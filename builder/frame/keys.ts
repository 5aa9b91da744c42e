// SPDX-License-Identifier: AGPL-3.0-or-later
// Which keys are the editor's own, wherever in it they are pressed.
import type { Command } from '../commands/contract.ts';
import { commands } from '../commands/index.ts';
import { keyOf } from '../commands/keys.ts';

const through = (event: Event, selector: string): boolean =>
  event.composedPath().some((target) => target instanceof HTMLElement && target.matches(selector));

/** Esc in the settings goes back to the questions, where nothing in them has it for itself. */
export function leavesPanel(event: KeyboardEvent, panel: Element | null): boolean {
  const inside = panel !== null && event.composedPath().includes(panel);
  return inside && !event.defaultPrevented && !through(event, 'patto-form, patto-dialog');
}

/** The command that a key asks of the whole editor; undefined where the key belongs to something else. */
export function commandOf(event: KeyboardEvent, editor: Element): Command | undefined {
  if (event.defaultPrevented || !(event.ctrlKey || event.metaKey || event.altKey)) return undefined;
  if (!event.composedPath().includes(editor) && through(event, 'input, textarea, select')) return undefined;
  // Inside a form of its own and in the line being typed, undo belongs to that.
  if (through(event, 'patto-form, patto-dialog, .add input:not(:placeholder-shown)')) return undefined;
  const key = keyOf(event);
  return commands.find((each) => each.on === 'editor' && each.keys.includes(key));
}
