// SPDX-License-Identifier: AGPL-3.0-or-later
// Where the entries about each object stand in the files of an audit, so that nobody reads all of it to find a few.
// It holds no entry: 20 bytes for each, and each object's name once. Whoever finds another line than it says is told so.
import { open } from 'node:fs/promises';
import { parseLine } from './audit.ts';
import type { AuditQuery, KeptAuditEntry } from './contract.ts';

/** Numbers in a row that grows. */
class Column<Numbers extends Float64Array | Int32Array> {
  #held: Numbers;
  readonly #make: (length: number) => Numbers;
  #length = 0;

  constructor(make: (length: number) => Numbers) {
    this.#make = make;
    this.#held = make(1024);
  }
  get length(): number {
    return this.#length;
  }
  at(place: number): number {
    return this.#held[place] ?? -1;
  }
  push(value: number): void {
    if (this.#length === this.#held.length) {
      const longer = this.#make(this.#length * 2);
      longer.set(this.#held);
      this.#held = longer;
    }
    this.#held[this.#length] = value;
    this.#length += 1;
  }
}
const ints = () => new Column((length) => new Int32Array(length));

/** The lines of one sort: those of an object lead from the last one to the first. */
class Lines {
  /** file · 2³² + first byte: exact in a double */
  readonly #starts = new Column((length) => new Float64Array(length));
  readonly #bytes = ints();
  readonly #before = ints();
  readonly #last = new Map<string, number>();

  add(object: string, { file, start, bytes }: Place): void {
    this.#before.push(this.#last.get(object) ?? -1);
    this.#last.set(object, this.#starts.length);
    this.#starts.push(file * 2 ** 32 + start);
    this.#bytes.push(bytes);
  }

  /** Oldest first. */
  of(objects: readonly string[]): readonly Place[] {
    const found: number[] = [];
    for (const object of new Set(objects))
      for (let at = this.#last.get(object) ?? -1; at >= 0; at = this.#before.at(at)) found.push(at);
    return found
      .sort((a, b) => a - b)
      .map((at) => {
        const start = this.#starts.at(at);
        return { file: Math.floor(start / 2 ** 32), start: start % 2 ** 32, bytes: this.#bytes.at(at) };
      });
  }
}

/** A line: number of its file, first byte, length without its end. */
export interface Place {
  readonly file: number;
  readonly start: number;
  readonly bytes: number;
}

export class AuditIndex {
  readonly #all = new Lines();
  /** those with a reason, of the many that an object may have */
  readonly #reasoned = new Lines();

  add({ object, reason }: Pick<KeptAuditEntry, 'object' | 'reason'>, place: Place): void {
    this.#all.add(object, place);
    if (reason !== undefined) this.#reasoned.add(object, place);
  }

  /** Entries about these objects, oldest first; undefined: a line is not where it was, the files were changed. */
  async entries(
    objects: readonly string[],
    { withReason, limit }: Pick<AuditQuery, 'withReason' | 'limit'>,
    pathOf: (file: number) => string,
    isWanted: (entry: KeptAuditEntry) => boolean,
  ): Promise<KeptAuditEntry[] | undefined> {
    const places = (withReason ? this.#reasoned : this.#all).of(objects);
    const found: KeptAuditEntry[] = [];
    let file: { readonly number: number; readonly handle: Awaited<ReturnType<typeof open>> } | undefined;
    try {
      for (const { file: number, start, bytes } of places) {
        if (found.length >= (limit ?? 200)) break;
        if (file?.number !== number) {
          await file?.handle.close();
          file = { number, handle: await open(pathOf(number)) };
        }
        const line = Buffer.alloc(bytes);
        const { bytesRead } = await file.handle.read(line, 0, bytes, start);
        const entry = bytesRead === bytes ? parseLine(line.toString('utf8')) : undefined;
        if (!entry || !objects.includes(entry.object)) return undefined;
        if (isWanted(entry)) found.push(entry);
      }
      return found;
    } catch {
      return undefined;
    } finally {
      await file?.handle.close();
    }
  }
}
