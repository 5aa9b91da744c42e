// SPDX-License-Identifier: BSD-3-Clause
import type { FormStore } from './form-store.ts';

/** A small element of the form's tree, without a tree of its own, that draws itself when it is told to. */
export abstract class Piece extends HTMLElement {
  declare store: FormStore;
  #waiting = false;

  abstract draw(): void;

  /** Comes or goes; the section around it may follow. */
  protected show(on: boolean): void {
    if (on !== this.hidden) return;
    this.hidden = !on;
    this.parentElement?.closest('patto-section')?.follow();
  }

  /** Draws anew once what is going on has ended. */
  readonly requestUpdate = (): void => {
    if (this.#waiting) return;
    this.#waiting = true;
    queueMicrotask(() => {
      this.#waiting = false;
      if (this.isConnected) this.draw();
    });
  };
}
