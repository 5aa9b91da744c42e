// SPDX-License-Identifier: BSD-3-Clause
import type { FormStore } from './form-store.ts';

/** Those that are to draw themselves once what is going on has ended. */
const waiting = new Set<Piece>();

function drawAll(): void {
  for (const piece of waiting) {
    waiting.delete(piece);
    try {
      if (piece.isConnected) piece.draw();
    } catch (error) {
      reportError(error);
    }
  }
}

/** A small element of the form's tree, without a tree of its own, that draws itself when it is told to. */
export abstract class Piece extends HTMLElement {
  declare store: FormStore;

  abstract draw(): void;

  /** Comes or goes; the section around it may follow. */
  protected show(on: boolean): void {
    if (on !== this.hidden) return;
    this.hidden = !on;
    this.parentElement?.closest('patto-section')?.follow();
  }

  /** Draws anew once what is going on has ended. */
  readonly requestUpdate = (): void => {
    if (waiting.size === 0) queueMicrotask(drawAll);
    waiting.add(this);
  };
}
