// SPDX-License-Identifier: BSD-3-Clause
// Work that may wait until the page is idle, in order, a slice at a time.

/** Milliseconds that a slice leaves to the page. */
const SPARE = 4;

const idle: (act: (deadline?: IdleDeadline) => void) => void =
  'requestIdleCallback' in globalThis
    ? (act) => requestIdleCallback(act, { timeout: 200 })
    : (act) => setTimeout(act, 16);

export class Turns {
  readonly #waiting: (() => void)[] = [];
  #hurried = false;

  /** Resolves when it is one's turn; at once after `hurry`. */
  next(): Promise<void> {
    if (this.#hurried) return Promise.resolve();
    return new Promise((go) => {
      this.#waiting.push(go);
      if (this.#waiting.length === 1) idle((deadline) => this.#slice(deadline));
    });
  }

  #slice(deadline?: IdleDeadline): void {
    do this.#waiting.shift()?.();
    while (this.#waiting.length > 0 && (deadline?.timeRemaining() ?? 0) > SPARE);
    if (this.#waiting.length > 0) idle((next) => this.#slice(next));
  }

  /** Nothing waits any longer. */
  hurry(): void {
    this.#hurried = true;
    for (const go of this.#waiting.splice(0)) go();
  }
}
