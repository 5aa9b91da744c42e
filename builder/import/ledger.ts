// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Left } from './contract.ts';

/** Longer texts are cut where they are only shown. */
const SHOWN = 300;

/**
 * Every piece of a source by its place, and what became of it. A piece that nobody took or left is left at the end:
 * so nothing is dropped in silence. A place may also name a whole branch of pieces (`#/properties` for all below).
 */
export class Ledger {
  private readonly pieces: readonly (readonly [place: string, text: string])[];
  /** pieces of a branch follow each other: from the first to the last of it */
  private readonly ranges = new Map<string, { readonly first: number; last: number }>();
  private readonly fate: ('taken' | 'left' | undefined)[];
  private readonly lines: { readonly order: number; line: Left }[] = [];
  private readonly said = new Set<string>();

  constructor(pieces: readonly (readonly [place: string, text: string])[]) {
    this.pieces = pieces;
    this.fate = pieces.map(() => undefined);
    pieces.forEach(([place], number) => {
      for (let at = place; at !== ''; at = at.slice(0, Math.max(0, at.lastIndexOf('/')))) {
        const range = this.ranges.get(at);
        if (range) range.last = number;
        else this.ranges.set(at, { first: number, last: number });
      }
    });
  }

  /** Numbers of a piece, or of all below a branch. */
  private below(place: string): readonly number[] {
    const range = this.ranges.get(place);
    return range
      ? Array.from({ length: range.last - range.first + 1 }, (_, number) => range.first + number)
      : [];
  }

  /** This piece or branch came along. */
  take(...places: readonly (string | undefined)[]): void {
    for (const place of places)
      for (const number of place === undefined ? [] : this.below(place)) this.fate[number] ??= 'taken';
  }

  /** This one did not, and why; `also`: further places that go with it. */
  leave(place: string, why: string, also: readonly string[] = [], what?: string): void {
    if (this.said.has(`${place} ${why}`)) return;
    this.said.add(`${place} ${why}`);
    const numbers = [place, ...also].flatMap((each) => this.below(each));
    for (const number of numbers) this.fate[number] = 'left';
    const own = this.below(place);
    const [first] = own;
    const text = what ?? (first === undefined ? '' : this.pieces[first]![1]);
    const rest = numbers.map((number) => this.pieces[number]![0]).filter((each) => each !== place);
    this.lines.push({
      order: first ?? this.pieces.length,
      line: { at: place, what: text.slice(0, SHOWN), why, ...(rest.length > 0 ? { also: rest } : {}) },
    });
  }

  /** Something to be told of a branch that came along. */
  tell(branch: string, why: string, what: string): void {
    if (this.said.has(`${branch} ${why}`)) return;
    this.said.add(`${branch} ${why}`);
    this.lines.push({ order: this.below(branch)[0] ?? this.pieces.length, line: { at: branch, what, why } });
  }

  /** What is still open below a branch did not come along either. */
  leaveRest(branch: string, why: string, what?: string): void {
    const open = this.below(branch).filter((number) => this.fate[number] === undefined);
    const [first, ...rest] = open.map((number) => this.pieces[number]![0]);
    if (first !== undefined) this.leave(first, why, rest, what);
  }

  /** Places that go with one that was left already. */
  along(place: string, also: readonly string[]): void {
    const found = this.lines.find(({ line }) => line.at === place);
    if (!found) return this.leave(place, 'not-read', also);
    for (const number of also.flatMap((each) => this.below(each))) this.fate[number] = 'left';
    found.line = { ...found.line, also: [...(found.line.also ?? []), ...also] };
  }

  /** Was this piece used already, or listed? */
  settled(place: string): boolean {
    return this.below(place).every((number) => this.fate[number] !== undefined);
  }

  /** What was left, in the order of the source; what nobody has read is among it. */
  close(): { readonly left: readonly Left[]; readonly taken: readonly string[] } {
    this.pieces.forEach(([place], number) => {
      if (this.fate[number] === undefined) this.leave(place, 'not-read');
    });
    const left = this.lines.toSorted((a, b) => a.order - b.order).map(({ line }) => line);
    const taken = this.pieces.filter((_, number) => this.fate[number] === 'taken').map(([place]) => place);
    return { left, taken };
  }
}
