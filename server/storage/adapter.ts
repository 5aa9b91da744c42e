// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Adapter } from 'lowdb';
import type { Disk } from './disk.ts';
import { writeDurably } from './durable.ts';
import { problem, StoreFailure } from './failure.ts';
import { seal, unseal } from './sealed.ts';
import type { FileMark } from './shelf.ts';

/**
 * lowdb adapter for one small document: what `write` has resolved survives a killed process and a power cut, what is
 * damaged is never read as something else, a missing file is null and never an empty default that would be written over it.
 */
export class DurableJson<Data> implements Adapter<Data> {
  /** what the file looks like after the last write */
  mark: FileMark | undefined;
  /** what the file holds, as far as this adapter has read or written it */
  bytes: Uint8Array | undefined;
  private readonly disk: Disk;
  private readonly path: string;

  constructor(disk: Disk, path: string) {
    this.disk = disk;
    this.path = path;
  }

  async read(): Promise<Data | null> {
    this.bytes = await this.disk.read(this.path);
    return this.bytes === undefined ? null : parseSealed<Data>(this.bytes, this.path);
  }

  async write(data: Data): Promise<void> {
    const bytes = seal(Buffer.from(JSON.stringify(data)));
    this.mark = await writeDurably(this.disk, this.path, bytes, this.bytes);
    this.bytes = bytes;
  }
}

/** The document in a sealed file. Throws a StoreFailure `damaged` when it is not whole. */
export function parseSealed<Data>(bytes: Uint8Array, path: string): Data {
  const content = unseal(bytes);
  if (content === undefined) throw new StoreFailure(problem('damaged', { file: path }));
  return JSON.parse(Buffer.from(content).toString('utf8')) as Data;
}
