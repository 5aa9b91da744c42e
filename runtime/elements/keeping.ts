// SPDX-License-Identifier: BSD-3-Clause
// What a window does with its record on the device and with those of others: found again after a crash, erased when
// sent, or where the device is shared. recording.ts writes it.
import type { Answers, Draft } from '../../schemas/types.ts';
import { isShared } from './device.ts';
import { erase, type Found, records, setShared, sweep } from './device-records.ts';
import { lockOf, type Recording } from './recording.ts';
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
  readonly base?: Draft | undefined;
  /** what several windows began with before one of them had saved it */
  readonly begun?: Draft | undefined;
  readonly memo?: Memo | undefined;
  readonly owner?: string | undefined;
  readonly conflicts: readonly Conflict[];
  readonly outbox?: Outbox | undefined;
  /** idempotency key of the draft and of its submission, made before the first try */
  readonly key: string;
}

export interface FoundKept extends Found<Kept> {
  /** its window is still open */
  readonly open: boolean;
}

export class Keeping {
  readonly recording: Recording;
  readonly #remote: () => Remote | undefined;
  readonly #changed: () => void;

  constructor(recording: Recording, remote: () => Remote | undefined, changed: () => void) {
    this.recording = recording;
    this.#remote = remote;
    this.#changed = changed;
    void this.#swept();
  }

  /** of the record, and how this window calls itself */
  get id(): string {
    return this.recording.id;
  }

  /** the last change is on the device */
  get safe(): boolean {
    return this.recording.safe;
  }

  get possible(): boolean {
    return this.recording.place !== undefined && Boolean(globalThis.crypto?.subtle && globalThis.indexedDB);
  }

  get shared(): boolean {
    return isShared();
  }

  async #swept(): Promise<void> {
    const device = this.possible && (await this.recording.open());
    if (device) await sweep(device).catch(() => undefined);
  }

  async share(shared: boolean): Promise<void> {
    const { recording } = this;
    await recording.stop(false);
    await setShared(shared);
    recording.reopen();
    // An erased record never comes back under its name.
    if (shared) recording.hold(crypto.randomUUID());
    else await recording.write();
    this.#changed();
  }

  touch(): void {
    this.recording.touch();
  }

  /** Resolves when what is true now is on the device, or cannot be. */
  write(): Promise<void> {
    return this.recording.settle();
  }

  /** Records of this form that this person may go on with, newest first. */
  async found(): Promise<readonly FoundKept[]> {
    const place = this.recording.place;
    const device = place && (await this.recording.open());
    if (!device) return [];
    const locks = (await navigator.locks?.query())?.held ?? [];
    const held = new Set(locks.map(({ name }) => name));
    const all = await records<Kept>(device, place);
    const mine = all.filter(({ id, value }) => id !== this.id && value.owner === this.#remote()?.owner);
    if (all.length === 0) forget(place);
    return mine.map((one) => ({ ...one, open: held.has(lockOf(one.id)) }));
  }

  /** Goes on as the window of a record; of one that is still open, as a window of its own. */
  become({ id, open }: FoundKept): void {
    if (!open) this.recording.hold(id);
  }

  async remove(id: string): Promise<void> {
    const device = await this.recording.open();
    if (device) await erase(device, id);
  }

  /**
   * Erases this window's record and what windows that are gone kept of the same draft: it was sent, or is not wanted.
   * Nothing is kept after.
   */
  async end(key: string): Promise<void> {
    const { recording } = this;
    await recording.stop(true);
    const place = recording.place;
    const device = await recording.open();
    if (device) {
      await erase(device, this.id);
      const all = place ? await records<Kept>(device, place) : [];
      const same = all.filter(({ value }) => value.key === key);
      for (const { id } of same) await erase(device, id);
      if (place && all.length === same.length) forget(place);
    }
    recording.release();
  }

  /** The form left the page: what is kept here is anybody's who opens the draft again. */
  async rest(): Promise<void> {
    await this.recording.write();
    this.recording.release();
  }
}

/** There is no draft of this form: a page need not look. */
function forget(place: string): void {
  try {
    localStorage.removeItem(place);
  } catch {
    // looked for in vain next time
  }
}
