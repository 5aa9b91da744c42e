// SPDX-License-Identifier: AGPL-3.0-or-later

/** So many at a time; who waits goes in the order of coming. */
export class Gate {
  readonly #room: number;
  readonly #waiting: (() => void)[] = [];
  #inside = 0;

  constructor(room: number) {
    this.#room = room;
  }

  async through<Result>(work: () => Promise<Result>): Promise<Result> {
    if (this.#inside >= this.#room) await new Promise<void>((next) => this.#waiting.push(next));
    else this.#inside += 1;
    try {
      return await work();
    } finally {
      const next = this.#waiting.shift();
      if (next) next();
      else this.#inside -= 1;
    }
  }
}
