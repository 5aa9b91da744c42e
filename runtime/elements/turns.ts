// SPDX-License-Identifier: BSD-3-Clause
// Work that may wait until the first screen has been painted, in order, in slices between which the page can answer.

/** Milliseconds of one slice, and of one during which somebody does something. */
const SLICE = 80;
const SHORT = 10;

/** Soon, but after the browser has had its chance to paint. */
function soon(act: () => void): void {
  const { port1, port2 } = new MessageChannel();
  port1.addEventListener('message', act, { once: true });
  port1.start();
  port2.postMessage(undefined);
}

declare global {
  interface Navigator {
    /** where the browser tells */
    readonly scheduling?: { isInputPending(): boolean };
  }
}

export class Turns {
  readonly #waiting: (() => void)[] = [];
  #hurried = false;

  /** Acts when it is one's turn; at once after `hurry`. */
  next(act: () => void): void {
    if (this.#hurried) return act();
    this.#waiting.push(act);
    // A page that is not seen has no frames.
    if (this.#waiting.length > 1) return;
    if (document.hidden) soon(this.#slice);
    else requestAnimationFrame(() => soon(this.#slice));
  }

  readonly #slice = (): void => {
    const start = performance.now();
    const most = () => (navigator.scheduling?.isInputPending() ? SHORT : SLICE);
    while (this.#waiting.length > 0 && performance.now() - start < most()) this.#waiting.shift()!();
    if (this.#waiting.length > 0) soon(this.#slice);
  };

  /** Nothing waits any longer. */
  hurry(): void {
    this.#hurried = true;
    for (const act of this.#waiting.splice(0)) act();
  }
}
