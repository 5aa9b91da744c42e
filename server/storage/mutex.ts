// SPDX-License-Identifier: AGPL-3.0-or-later

/** One task at a time per name; tasks of different names run side by side. */
export class Mutex {
  private readonly last = new Map<string, Promise<unknown>>();

  /** Runs `task` when every earlier task of the same name has ended. */
  async alone<Result>(name: string, task: () => Promise<Result>): Promise<Result> {
    const before = this.last.get(name) ?? Promise.resolve();
    const mine = before.then(task, task);
    const settled = mine.catch(() => undefined);
    this.last.set(name, settled);
    try {
      return await mine;
    } finally {
      if (this.last.get(name) === settled) this.last.delete(name);
    }
  }

  /** Holds several names at once, always taken in the same order so that no two callers wait for each other. */
  all<Result>(names: readonly string[], task: () => Promise<Result>): Promise<Result> {
    const sorted = [...new Set(names)].sort();
    const take = (at: number): Promise<Result> => {
      const name = sorted[at];
      return name === undefined ? task() : this.alone(name, () => take(at + 1));
    };
    return take(0);
  }

  /** Resolves when nothing is under way. */
  async idle(): Promise<void> {
    while (this.last.size > 0) await Promise.all(this.last.values());
  }
}
