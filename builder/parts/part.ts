// SPDX-License-Identifier: AGPL-3.0-or-later
import { LitElement } from 'lit';
import { property } from 'lit/decorators.js';
import type { About } from '../commands/contract.ts';
import type { Edited, Handle, Place, Refused } from '../edit/contract.ts';
import { type Language, type Say, saying } from '../words.ts';

/** What a part asks the editor to do with an edit. */
export interface EditAsked {
  readonly edited: Edited | Refused;
  /** edits in a row with one topic are one step of the history */
  readonly topic?: string;
  /** should what was edited also be selected? */
  readonly select?: boolean;
}

export interface BuilderEvents {
  'builder-edit': EditAsked;
  /** choose a thing; `open`: bring its settings to the fore, with keys also the focus */
  'builder-choose': {
    readonly handle: Handle;
    readonly open?: 'show' | 'focus';
    /** all that are chosen together with it, itself included; none: it alone */
    readonly together?: readonly Handle[];
  };
  /** run a command on a thing; '' is the one that is chosen */
  'builder-act': { readonly act: string; readonly handle: Handle };
  /** go to a thing among the questions */
  'builder-go': { readonly handle: Handle };
  /** open a view, or close it */
  'builder-view': { readonly view: string; readonly about?: About };
  /** say a sentence, on screen and to screen readers */
  'builder-say': { readonly text: string };
  /** questions to be added, one a line */
  'builder-lines': { readonly titles: readonly string[]; readonly place: Place };
  /** a title was rewritten in place, and how that ended */
  'builder-written': { readonly handle: Handle; readonly how: 'next' | 'back' | 'left' };
  /** a text field was left: the next letter is a new step */
  'builder-settle': undefined;
  'builder-open': { readonly id: string };
  'builder-close': undefined;
}

/** A piece of the builder's one tree: no shadow root of its own, so that labels and descriptions reach everywhere. */
export class Part extends LitElement {
  @property() language: Language = 'it';

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected get say(): Say {
    return saying(this.language);
  }

  protected tell<Name extends keyof BuilderEvents>(name: Name, detail: BuilderEvents[Name]): void {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true }));
  }
}
