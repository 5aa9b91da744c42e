// SPDX-License-Identifier: AGPL-3.0-or-later
// Autosave: within a second of a change, one request at a time, again and again while the server is away, never over
// somebody else's version. What is not saved yet is also kept on this computer, so that a killed tab loses nothing.
import type { HttpProblem } from '../runtime/elements/kit/http.ts';
import type { Definition } from '../schemas/types.ts';

/** Milliseconds. */
const QUIET = 500;
const LATEST = 900;
/** What the server has not confirmed by then is kept on this computer as well: writing a long form down takes a while. */
const KEPT = 900;
const RETRIES = [1000, 2000, 4000, 8000, 15_000] as const;

export type SaveState =
  | { readonly is: 'clean'; readonly at: Date | undefined }
  | { readonly is: 'waiting' }
  | { readonly is: 'offline' }
  | { readonly is: 'signed-out' }
  | { readonly is: 'conflict' }
  | { readonly is: 'refused'; readonly problem: HttpProblem };

export type PutAnswer =
  | { readonly ok: true; readonly rev: number }
  | { readonly ok: false; readonly problem: HttpProblem };

export interface SavingParts {
  put(definition: Definition, rev: number, keepalive: boolean): Promise<PutAnswer>;
  changed(state: SaveState): void;
  /** called after each save that went through */
  saved(): void;
  /** where unsaved work is kept; absent in tests and where the browser forbids it */
  readonly keep?: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> | undefined;
}

const keyOf = (id: string): string => `patto-builder:${id}`;

/** What was kept on this computer for a definition and never reached the server. */
export function keptOf(
  keep: Pick<Storage, 'getItem'> | undefined,
  id: string,
): { readonly rev: number; readonly definition: Definition } | undefined {
  try {
    const text = keep?.getItem(keyOf(id));
    const kept: unknown = text ? JSON.parse(text) : undefined;
    if (typeof kept !== 'object' || kept === null || !('rev' in kept) || !('definition' in kept))
      return undefined;
    return kept as { rev: number; definition: Definition };
  } catch {
    return undefined;
  }
}

export class Saving {
  state: SaveState = { is: 'clean', at: undefined };
  private waiting: Definition | undefined;
  private quiet: ReturnType<typeof setTimeout> | undefined;
  private latest: ReturnType<typeof setTimeout> | undefined;
  private keeping: ReturnType<typeof setTimeout> | undefined;
  private sending: Promise<void> | undefined;
  private tries = 0;
  private readonly id: string;
  private readonly parts: SavingParts;
  rev: number;

  constructor(id: string, rev: number, parts: SavingParts) {
    this.id = id;
    this.rev = rev;
    this.parts = parts;
  }

  /** Is everything on the server? */
  get done(): boolean {
    return this.waiting === undefined && this.sending === undefined;
  }

  /** Something changed: this definition is to be saved. */
  change(definition: Definition): void {
    this.waiting = definition;
    this.keeping ??= setTimeout(() => this.remember(), KEPT);
    if (this.state.is === 'conflict') return;
    if (this.state.is === 'clean' || this.state.is === 'refused') this.become({ is: 'waiting' });
    clearTimeout(this.quiet);
    this.quiet = setTimeout(() => void this.send(), QUIET);
    this.latest ??= setTimeout(() => void this.send(), LATEST);
  }

  /** Sends now; resolves when all is saved or nothing more can be done at once. `keepalive`: the page may be gone then. */
  async flush(keepalive = false): Promise<boolean> {
    if (keepalive) this.remember();
    while (!this.done && this.state.is !== 'conflict') {
      const before = this.waiting;
      await (this.sending ?? this.send(keepalive));
      if (this.waiting === before && this.sending === undefined && before !== undefined) break;
    }
    return this.done;
  }

  /** After a conflict the person chose the other version, or keeps theirs elsewhere. */
  settle(rev: number): void {
    this.rev = rev;
    this.waiting = undefined;
    this.forget();
    this.become({ is: 'clean', at: undefined });
  }

  stop(): void {
    clearTimeout(this.quiet);
    clearTimeout(this.latest);
    clearTimeout(this.keeping);
  }

  private become(state: SaveState): void {
    this.state = state;
    this.parts.changed(state);
  }

  private async send(keepalive = false): Promise<void> {
    clearTimeout(this.quiet);
    clearTimeout(this.latest);
    this.latest = undefined;
    if (this.sending || this.waiting === undefined || this.state.is === 'conflict') return;
    const definition = this.waiting;
    this.sending = this.parts
      .put(definition, this.rev, keepalive)
      .then((answer) => this.answered(definition, answer))
      .finally(() => {
        this.sending = undefined;
      });
    await this.sending;
    if (this.waiting !== undefined && this.state.is === 'waiting') await this.send(keepalive);
  }

  private answered(definition: Definition, answer: PutAnswer): void {
    if (answer.ok) {
      this.rev = answer.rev;
      this.tries = 0;
      // What was kept was made from an older revision.
      this.forget();
      if (this.waiting === definition) {
        this.waiting = undefined;
        this.become({ is: 'clean', at: new Date() });
      } else {
        this.keeping = setTimeout(() => this.remember(), KEPT);
        this.become({ is: 'waiting' });
      }
      this.parts.saved();
      return;
    }
    this.remember();
    const { problem } = answer;
    if (problem.status === 412) return this.become({ is: 'conflict' });
    const passing =
      problem.status === 0 || problem.status === 401 || problem.status === 429 || problem.status >= 500;
    if (!passing) return this.become({ is: 'refused', problem });
    this.become({ is: problem.status === 401 ? 'signed-out' : 'offline' });
    clearTimeout(this.quiet);
    this.quiet = setTimeout(() => void this.send(), RETRIES[Math.min(this.tries, RETRIES.length - 1)]);
    this.tries++;
  }

  private remember(): void {
    clearTimeout(this.keeping);
    this.keeping = undefined;
    const { rev, waiting: definition } = this;
    if (definition === undefined) return;
    try {
      this.parts.keep?.setItem(keyOf(this.id), JSON.stringify({ rev, definition }));
    } catch {
      // No room on this computer: the server is then the only keeper, and the state text says whether it has it.
    }
  }

  private forget(): void {
    clearTimeout(this.keeping);
    this.keeping = undefined;
    try {
      this.parts.keep?.removeItem(keyOf(this.id));
    } catch {
      // Nothing was kept there either.
    }
  }
}
