// SPDX-License-Identifier: BSD-3-Clause
// One window's record on the device, written soon after each change. It is here with the page: whatever comes later
// may find no network, and what was typed meanwhile must not be lost.
import { Device } from './device.ts';
import type { PattoForm } from './form.ts';
import type { Kept } from './keeping.ts';
import { placeOf } from './published.ts';

/** Milliseconds between a change and its way to the device. */
const SOON = 300;

export const lockOf = (id: string): string => `patto:${id}`;

export class Recording {
  /** of the record, and how this window calls itself */
  id: string = crypto.randomUUID();
  /** of the draft and of its submission, made before the first try */
  key: string = crypto.randomUUID();
  readonly #form: PattoForm;
  #device: Promise<Device | undefined> | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #writing: Promise<void> | undefined;
  #release: (() => void) | undefined;
  #over = false;
  /** the last change is on the device */
  safe = false;

  constructor(form: PattoForm) {
    this.#form = form;
  }

  /** Under which name the device keeps drafts of this form; undefined: nothing is kept. */
  get place(): string | undefined {
    const { bare, remote, published } = this.#form;
    return bare ? undefined : placeOf(remote, published);
  }

  /** Before the part is here that saves: there is nothing yet but the answers. */
  get #begun(): Kept {
    const { currentDraft, remote, draft } = this.#form;
    const { memo, owner } = remote ?? {};
    return { draft: currentDraft, base: remote && draft, memo, owner, conflicts: [], key: this.key };
  }

  /** Something changed. */
  touch(): void {
    this.safe = false;
    if (this.place && !this.#over) this.#timer ??= setTimeout(() => void this.write(), SOON);
  }

  /** Writes now; resolves when it is on the device or cannot be. */
  async write(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    // What changes while a record is being written goes into the next one.
    if (this.#writing) {
      this.#timer = setTimeout(() => void this.write(), SOON);
      return this.#writing;
    }
    this.#writing = this.#write().finally(() => (this.#writing = undefined));
    return this.#writing;
  }

  /** Writes what is true now; resolves when that, not an older state, is on the device or cannot be. */
  async settle(): Promise<void> {
    await this.#writing;
    await this.write();
  }

  async #write(): Promise<void> {
    const { place } = this;
    if (!place || this.#over) return;
    try {
      const device = await this.open();
      if (!device) return;
      this.hold(this.id);
      const timer = this.#timer;
      const good = await device.put(this.id, place, this.#form.saving?.kept() ?? this.#begun);
      if (!good) this.#over = true;
      this.safe = good && this.#timer === timer;
      if (good) localStorage.setItem(place, '1');
    } catch {
      // No room, or closed under us: the server still has it, and the next change tries again.
      this.safe = false;
    }
  }

  open(): Promise<Device | undefined> {
    return (this.#device ??= Device.open());
  }

  /** Writes no more until something changes; resolves when what is being written has been. `over`: never again. */
  async stop(over: boolean): Promise<void> {
    this.#over = over;
    clearTimeout(this.#timer);
    this.#timer = undefined;
    while (this.#writing) await this.#writing;
  }

  /** The device is another one from now on. */
  reopen(): void {
    this.#device = undefined;
    this.safe = false;
  }

  /** While this window lives, others see that its record is in use. */
  hold(id: string): void {
    if (this.id === id && this.#release) return;
    this.release();
    this.id = id;
    void navigator.locks?.request(lockOf(id), { ifAvailable: true }, (lock) =>
      lock ? new Promise<void>((done) => (this.#release = done)) : undefined,
    );
    this.#release ??= () => undefined;
  }

  /** The record is anybody's who opens the draft again. */
  release(): void {
    this.#release?.();
    this.#release = undefined;
  }
}
