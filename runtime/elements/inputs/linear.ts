// SPDX-License-Identifier: BSD-3-Clause
// Scales and grids in rows and columns, or one question after the other: as wide as the place, or as the person chose.
import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** What the person chose, for all of the page; undefined: as there is room. */
let chosen: boolean | undefined;
const watchers = new Set<() => void>();

/** `room`: characters (em) below which things stand one under the other; undefined: only the person's choice counts. */
export class Linear implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #room: () => number;
  #narrow = false;
  #size: ResizeObserver | undefined;
  readonly #tell = () => this.#host.requestUpdate();

  constructor(host: ReactiveControllerHost & HTMLElement, room: () => number) {
    this.#host = host;
    this.#room = room;
    host.addController(this);
  }

  get on(): boolean {
    return chosen ?? this.#narrow;
  }

  get narrow(): boolean {
    return this.#narrow;
  }

  toggle(): void {
    chosen = this.on === this.#narrow ? !this.on : undefined;
    for (const tell of watchers) tell();
  }

  hostConnected(): void {
    watchers.add(this.#tell);
    this.#measure(this.#host.getBoundingClientRect().width);
    // Another drawing has another height: not while sizes are being told.
    this.#size = new ResizeObserver(([entry]) =>
      requestAnimationFrame(() => entry && this.#measure(entry.contentRect.width)),
    );
    this.#size.observe(this.#host);
  }

  hostDisconnected(): void {
    watchers.delete(this.#tell);
    this.#size?.disconnect();
  }

  #measure(width: number): void {
    // Not laid out: nothing is known.
    if (width === 0) return;
    const narrow = width < this.#room() * Number.parseFloat(getComputedStyle(this.#host).fontSize);
    if (narrow === this.#narrow) return;
    this.#narrow = narrow;
    this.#tell();
  }
}
