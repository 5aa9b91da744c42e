// SPDX-License-Identifier: BSD-3-Clause
// One window's record on the device: written soon after each change, found again after a crash, erased when sent.
import type { Answers, Draft } from '../../schemas/types.ts';
import { Device, type Found, isShared, setShared } from './device.ts';
import type { Conflict, Memo, Remote } from './remote.ts';

/** Answers that wait to be sent. */
export interface Outbox {
  readonly answers: Answers;
  readonly draft: Draft;
  /** milliseconds since 1970 */
  readonly since: number;
}

/** What the device keeps of one window. */
export interface Kept {
  readonly draft: Draft;
  /** what the server was last known to have */
  readonly base?: Draft;
  readonly memo?: Memo;
  readonly owner?: string;
  readonly conflicts: readonly Conflict[];
  readonly outbox?: Outbox;
  /** idempotency key of the draft and of its submission, made before the first try */
  readonly key: string;
}

export interface FoundKept extends Found<Kept> {
  /** its window is still open */
  readonly open: boolean;
}

/** Milliseconds between a change and its way to the device. */
const SOON = 300;

const lockOf = (id: string): string => `patto:${id}`;

export class Keeping {
  /** of the record, and how this window calls itself */
  id = crypto.randomUUID();
  readonly #remote: () => Remote | undefined;
  readonly #kept: () => Kept | undefined;
  readonly #changed: () => void;
  #device: Promise<Device | undefined> | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #writing: Promise<void> | undefined;
  #release: (() => void) | undefined;
  #over = false;
  /** the last change is on the device */
  safe = false;

  constructor(remote: () => Remote | undefined, kept: () => Kept | undefined, changed: () => void) {
    this.#remote = remote;
    this.#kept = kept;
    this.#changed = changed;
  }

  get #place(): string | undefined {
    return this.#remote()?.place;
  }

  get possible(): boolean {
    return this.#place !== undefined && Boolean(globalThis.crypto?.subtle && globalThis.indexedDB);
  }

  get shared(): boolean {
    return isShared();
  }

  async share(shared: boolean): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    await this.#writing;
    await setShared(shared);
    this.#device = undefined;
    this.safe = false;
    // An erased record never comes back under its name.
    if (shared) this.#hold(crypto.randomUUID());
    else await this.write();
    this.#changed();
  }

  /** Something changed. */
  touch(): void {
    this.safe = false;
    if (this.#place && !this.#over) this.#timer ??= setTimeout(() => void this.write(), SOON);
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

  async #write(): Promise<void> {
    const place = this.#place;
    if (!place || this.#over) return;
    try {
      const device = await this.open();
      const kept = this.#kept();
      if (!device || !kept) return;
      this.#hold(this.id);
      const timer = this.#timer;
      const good = await device.put(this.id, place, kept);
      if (!good) this.#over = true;
      this.safe = good && this.#timer === timer;
      if (good) hint(place, true);
    } catch {
      // No room, or closed under us: the server still has it, and the next change tries again.
      this.safe = false;
    }
  }

  open(): Promise<Device | undefined> {
    return (this.#device ??= Device.open());
  }

  /** Records of this form that this person may go on with, newest first. */
  async found(): Promise<readonly FoundKept[]> {
    const place = this.#place;
    const device = place && (await this.open());
    if (!device) return [];
    const locks = (await navigator.locks?.query())?.held ?? [];
    const held = new Set(locks.map(({ name }) => name));
    const all = await device.all<Kept>(place);
    const mine = all.filter(({ id, value }) => id !== this.id && value.owner === this.#remote()?.owner);
    if (all.length === 0) hint(place, false);
    return mine.map((one) => ({ ...one, open: held.has(lockOf(one.id)) }));
  }

  /** Goes on as the window of a record; of one that is still open, as a window of its own. */
  become({ id, open }: FoundKept): void {
    if (!open) this.#hold(id);
  }

  async remove(id: string): Promise<void> {
    await (await this.open())?.remove(id);
  }

  /** Erases this window's record: it was sent, or is not wanted. Nothing is kept after. */
  async end(): Promise<void> {
    this.#over = true;
    clearTimeout(this.#timer);
    this.#timer = undefined;
    await this.#writing;
    const device = await this.open();
    await device?.remove(this.id);
    const place = this.#place;
    if (device && place && (await device.all(place)).length === 0) hint(place, false);
    this.#release?.();
  }

  /** The form left the page: what is kept here is anybody's who opens the draft again. */
  async rest(): Promise<void> {
    await this.write();
    this.#release?.();
    this.#release = undefined;
  }

  /** While this window lives, others see that its record is in use. */
  #hold(id: string): void {
    if (this.id === id && this.#release) return;
    this.#release?.();
    this.id = id as typeof this.id;
    this.#release = undefined;
    void navigator.locks?.request(lockOf(id), { ifAvailable: true }, (lock) =>
      lock ? new Promise<void>((done) => (this.#release = done)) : undefined,
    );
    this.#release ??= () => undefined;
  }
}

/** Notes that there is a draft of this form, so that a page that has none need not look. */
function hint(place: string, there: boolean): void {
  try {
    if (there) localStorage.setItem(place, '1');
    else localStorage.removeItem(place);
  } catch {
    // looked for in vain next time
  }
}
