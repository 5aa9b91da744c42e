// SPDX-License-Identifier: BSD-3-Clause
// Keeps the draft: soon after the last change, when the page goes away, again and again while the server is away.
import type { Draft } from '../../schemas/types.ts';
import type { Refusal, Remote, SaveOptions } from './remote.ts';

/** How the draft stands; `at` is an ISO date and time. */
export interface SaveState {
  readonly is: 'untouched' | 'unsaved' | 'saving' | 'saved' | 'refused';
  readonly at?: string;
  /** code to resume, once the server has given one */
  readonly code?: string;
  readonly refusal?: Refusal;
}

/** Milliseconds after the last change, and between tries. */
const SOON = 700;
const TRIES = [2_000, 5_000, 15_000, 30_000, 60_000];
/** Trying again by itself helps against these only. */
const passing = new Set(['network', 'unexpected', 'rate-limited']);

export class Saving {
  readonly #draft: () => Draft;
  readonly #remote: () => Remote | undefined;
  /** an event for the page; the transport comes after */
  readonly #fire: (draft: Draft) => void;
  readonly #changed: () => void;
  state: SaveState = { is: 'untouched' };
  #timer: ReturnType<typeof setTimeout> | undefined;
  #busy = false;
  #again = false;
  #tries = 0;
  #underway: Promise<unknown> | undefined;

  constructor(
    draft: () => Draft,
    remote: () => Remote | undefined,
    fire: (draft: Draft) => void,
    changed: () => void,
  ) {
    this.#draft = draft;
    this.#remote = remote;
    this.#fire = fire;
    this.#changed = changed;
  }

  #become(state: SaveState): void {
    const code = state.code ?? this.state.code;
    this.state = { ...state, ...(code ? { code } : {}) };
    this.#changed();
  }

  /** Something changed: save soon. */
  touch(): void {
    const { is, refusal } = this.state;
    // A conflict is for the person to settle first.
    if (is === 'refused' && refusal?.code === 'conflict') return;
    if (is === 'untouched' || is === 'saved') this.#become({ is: 'unsaved' });
    this.#after(SOON);
  }

  #after(milliseconds: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.save(), milliseconds);
  }

  get pending(): boolean {
    return this.#timer !== undefined || this.#busy;
  }

  /** Saves now; true when it is kept. */
  async save(options: SaveOptions = {}): Promise<boolean> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (this.#busy && !options.last) {
      this.#again = true;
      return false;
    }
    const draft = this.#draft();
    this.#fire(draft);
    const remote = this.#remote();
    if (!remote) {
      this.#become({ is: 'untouched' });
      return true;
    }
    this.#busy = true;
    this.#again = false;
    this.#become({ is: 'saving' });
    const underway = remote.save(draft, options);
    this.#underway = underway;
    const answer = await underway;
    this.#busy = false;
    if (answer.ok) {
      this.#tries = 0;
      this.#become({
        is: 'saved',
        at: answer.at ?? new Date().toISOString(),
        ...(answer.code ? { code: answer.code } : {}),
      });
    } else {
      this.#become({ is: 'refused', refusal: answer });
      if (passing.has(answer.code)) this.#after(TRIES[Math.min(this.#tries++, TRIES.length - 1)]!);
    }
    if (this.#again && answer.ok) this.#after(0);
    return answer.ok;
  }

  /** The page goes away: what was not saved goes out now. */
  flush(): void {
    if (this.#timer !== undefined) void this.save({ last: true });
  }

  /** Saves no more; resolves when a save that is on its way has ended. */
  async stop(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#again = false;
    await this.#underway;
  }
}
