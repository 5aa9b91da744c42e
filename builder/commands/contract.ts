// SPDX-License-Identifier: AGPL-3.0-or-later
// What can be done in the editor by a key or a button. A command is one entry in a file, plus one line in index.ts.
import type { Context } from '../../schemas/types.ts';
import type { Catalogue, Edited, Handle, Refused } from '../edit/contract.ts';
import type { Editing } from '../editing.ts';
import type { Icon } from '../parts/icons.ts';
import type { Say } from '../words.ts';

/** Dialogs that a command may open, by the end of their element's name. */
export type Dialog = 'deletion' | 'destination' | 'insert' | 'publish';

/** What a view is opened for: a thing, and whether it is to be seen there or not. */
export interface About {
  readonly handle: Handle;
  readonly holds?: boolean;
}

/** The editor, as commands and views see it. */
export interface Bench {
  readonly editing: Editing;
  readonly catalogue: Catalogue;
  /** what stands in for a case; undefined while it is being made */
  readonly context: Context | undefined;
  /** what the open view was opened for */
  readonly about: About | undefined;
  /** what is selected; '' is nothing */
  readonly chosen: Handle;
  /** all that are selected together; none where it is one */
  readonly together: readonly Handle[];
  readonly readonly: boolean;
  /** calendar date of the session */
  readonly today: string;
  readonly language: 'it' | 'en';
  readonly say: Say;
  /** Into the history under its name, selects what was edited, says it; a refusal is only said. */
  keep(edited: Edited | Refused): void;
  /** Selects a thing and puts the focus on it. */
  focusOn(handle: Handle): Promise<void>;
  /** On the canvas: opens a title for writing in place, or the line that adds after a thing. */
  onCanvas(what: 'write' | 'addAfter', handle: Handle): void;
  /** One step back or forward in the history. */
  travel(back: boolean): void;
  /** Says a sentence, on screen and to screen readers. */
  tellPerson(text: string): void;
  ask(dialog: Dialog, handle: Handle): void;
  /** Opens a view, closes it when it was open; '' closes whichever is open. */
  show(view: string): void;
}

export interface Command {
  /** `do.<name>` are its words, `data-act` its buttons */
  readonly name: string;
  /** `Mod` is Ctrl, or ⌘ on a Mac; letters are capitals: `Mod+Shift+Z`, `Alt+ArrowUp`, `Delete`. The first one is shown. */
  readonly keys: readonly string[];
  /**
   * `thing`: heard on a thing of the canvas; `editor`: anywhere but in a text that is being written; `clipboard`: the
   * browser's own key
   */
  readonly on: 'thing' | 'editor' | 'clipboard';
  /** Does it change the definition? Then it is not for people who may only read. */
  readonly changes: boolean;
  /** Its button on the things that it fits; none without. */
  readonly button?: { readonly icon: Icon; readonly fits: (handle: Handle) => boolean };
  readonly run: (bench: Bench, handle: Handle) => void | Promise<void>;
}
