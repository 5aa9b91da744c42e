// SPDX-License-Identifier: BSD-3-Clause
// Work that may wait until the first screen has been painted, in order, in slices between which the page can answer.

/** Milliseconds of one slice. */
const SLICE = 100;

export class Turns {
  readonly #waiting: (() => void)[] = [];
  #hurried = false;

  /** Acts when it is one's turn; at once after `hurry`. */
  next(act: () => void): void {
    if (this.#hurried) return act();
    this.#waiting.push(act);
    // A page that is not seen has no frames.
    if (this.#waiting.length > 1) return;
    const soon = () => setTimeout(this.#slice);
    if (document.hidden) soon();
    else requestAnimationFrame(soon);
  }

  readonly #slice = (): void => {
    const end = performance.now() + SLICE;
    while (this.#waiting.length > 0 && performance.now() < end) this.#waiting.shift()!();
    if (this.#waiting.length > 0) setTimeout(this.#slice);
  };

  /** Nothing waits any longer. */
  hurry(): void {
    this.#hurried = true;
    for (const act of this.#waiting.splice(0)) act();
  }
}
