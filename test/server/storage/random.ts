// SPDX-License-Identifier: AGPL-3.0-or-later

/** Whether a test runs at its full count (npm run proof). */
export const full = process.env['PATTO_PROOF'] === 'full';

/** Seed of this run: printed with the figures, given back with PATTO_SEED. */
export const seed = Number.parseInt(process.env['PATTO_SEED'] ?? '20261121', 10);

export interface Random {
  /** 0 (included) to 1 (excluded) */
  next(): number;
  /** 0 to below - 1 */
  below(below: number): number;
  pick<Item>(items: readonly Item[]): Item;
}

/** The same seed gives the same numbers (mulberry32). */
export function randomOf(from: number): Random {
  let state = from >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const below = (limit: number): number => Math.floor(next() * limit);
  return { next, below, pick: (items) => items[below(items.length)]! };
}
