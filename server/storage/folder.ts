// SPDX-License-Identifier: AGPL-3.0-or-later
import { randomBytes } from 'node:crypto';
import { dirname, join } from 'node:path';
import { Low } from 'lowdb';
import { DurableJson } from './adapter.ts';
import type { Disk } from './disk.ts';
import { DiskFailure, putBack, removeDurably, writeDurably } from './durable.ts';
import { problem, StoreFailure } from './failure.ts';
import type { Guard } from './guard.ts';
import { shardOf } from './place.ts';
import { seal, unseal } from './sealed.ts';
import type { Change, Envelope, FileMark, Place, Shelf } from './shelf.ts';

/** Decided changes of one commit: what a killed process did not finish is finished at the next start. */
export interface Decision {
  readonly writes: readonly { readonly collection: string; readonly id: string; readonly next?: Envelope }[];
}

/** Names beside the collections in a district's folder. */
export const FILES = 'files';
export const COMMITS = 'commits';
export const AUDIT = 'audit';

/** A commit of more changes than this is carried out so many at a time: the disk syncs them together. */
const MANY = 64;
const TOGETHER = 32;

/** A shelf that keeps one lowdb document per record under `<root>/districts/<district>/<collection>/<shard>/<id>.json`. */
export class FolderShelf implements Shelf {
  private readonly root: string;
  private readonly disk: Disk;
  private readonly guard: Guard;
  private readonly folders = new Map<string, Promise<void>>();
  /** decisions carried out whose file could not be removed: nothing else is written before they are gone */
  private readonly left = new Set<string>();

  constructor(root: string, disk: Disk, guard: Guard) {
    this.root = root;
    this.disk = disk;
    this.guard = guard;
  }

  pathOf({ district, collection, id }: Place, extension = 'json'): string {
    return join(this.root, 'districts', district, collection, shardOf(id), `${id}.${extension}`);
  }

  async read(place: Place): Promise<Envelope | undefined> {
    return (await new DurableJson<Envelope>(this.disk, this.pathOf(place)).read()) ?? undefined;
  }

  async apply(changes: readonly Change[]): Promise<readonly (FileMark | undefined)[]> {
    await this.guard.admit();
    try {
      for (const decision of this.left) await this.forget(decision);
      for (const { place } of changes) await this.folder(dirname(this.pathOf(place)));
      return changes.length === 1 ? [await this.applyOne(changes[0]!)] : await this.applyAll(changes);
    } catch (error) {
      throw this.guard.failed(error);
    }
  }

  async readBytes(district: string, id: string): Promise<Uint8Array | undefined> {
    const path = this.pathOf({ district, collection: FILES, id }, 'bin');
    const bytes = await this.disk.read(path);
    if (bytes === undefined) return undefined;
    const content = unseal(bytes);
    if (content === undefined) throw new StoreFailure(problem('damaged', { file: path }));
    return content;
  }

  async writeBytes(district: string, id: string, bytes: Uint8Array): Promise<void> {
    await this.guard.admit();
    try {
      const path = this.pathOf({ district, collection: FILES, id }, 'bin');
      await this.folder(dirname(path));
      await writeDurably(this.disk, path, seal(bytes), undefined);
    } catch (error) {
      throw this.guard.failed(error);
    }
  }

  async removeBytes(district: string, id: string): Promise<void> {
    this.guard.admitAudit();
    try {
      const path = this.pathOf({ district, collection: FILES, id }, 'bin');
      const before = await this.disk.read(path);
      if (before !== undefined) await removeDurably(this.disk, path, before);
    } catch (error) {
      throw this.guard.failed(error);
    }
  }

  /** Makes a folder and those above it, names on the disk; whoever asks meanwhile waits for the same work. */
  folder(path: string): Promise<void> {
    const known = this.folders.get(path);
    if (known) return known;
    const made = this.makeFolder(path);
    this.folders.set(path, made);
    made.catch(() => this.folders.delete(path));
    return made;
  }

  private async makeFolder(path: string): Promise<void> {
    if (path === this.root) return;
    await this.folder(dirname(path));
    let step = 'mkdir';
    try {
      await this.disk.makeFolder(path);
      step = 'sync-folder';
      // also when it was there: a process killed between the two steps may have left it so
      await this.disk.syncFolder(dirname(path));
    } catch (error) {
      throw new DiskFailure(step, error, true);
    }
  }

  /** @returns the look of the new file */
  private async applyOne({ place, before, next }: Change): Promise<FileMark | undefined> {
    const path = this.pathOf(place);
    if (next === undefined) {
      await removeDurably(this.disk, path, await this.disk.read(path));
      return undefined;
    }
    const adapter = new DurableJson<Envelope>(this.disk, path);
    const document = new Low<Envelope>(adapter, next);
    if (before) await document.read();
    document.data = next;
    await document.write();
    return adapter.mark;
  }

  /**
   * Several changes as one: the decision is written first, with all that is needed to carry it out, then carried out in
   * the given order. A crash on the way is finished by the next start; a failure is undone at once.
   */
  private async applyAll(changes: readonly Change[]): Promise<(FileMark | undefined)[]> {
    const { district } = changes[0]!.place;
    const decision = join(
      this.root,
      'districts',
      district,
      COMMITS,
      `${randomBytes(9).toString('hex')}.json`,
    );
    await this.folder(dirname(decision));
    const writes = changes.map(({ place: { collection, id }, next }) => ({
      collection,
      id,
      ...(next ? { next } : {}),
    }));
    await new Low<Decision>(new DurableJson<Decision>(this.disk, decision), { writes }).write();
    const marks: (FileMark | undefined)[] = [];
    const undo: (() => Promise<boolean>)[] = [];
    try {
      // whatever the order, a crash is finished by the decision; few keep theirs: pointed-to first
      const together = changes.length > MANY ? TOGETHER : 1;
      for (let at = 0; at < changes.length; at += together) {
        const done = await Promise.allSettled(
          changes.slice(at, at + together).map(async (change) => {
            const path = this.pathOf(change.place);
            const bytes = change.before ? await this.disk.read(path) : undefined;
            const mark = await this.applyOne(change);
            undo.unshift(() => putBack(this.disk, path, bytes));
            return mark;
          }),
        );
        // none is under way any more when the others are undone; what could not put itself back counts most
        const failed = done.flatMap((one): unknown[] => (one.status === 'rejected' ? [one.reason] : []));
        if (failed.length > 0)
          throw failed.find((one) => one instanceof DiskFailure && !one.clean) ?? failed[0];
        marks.push(...done.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : [])));
      }
    } catch (error) {
      let clean = await putBack(this.disk, decision, undefined);
      for (const step of undo) clean = (await step()) && clean;
      if (error instanceof DiskFailure) throw new DiskFailure(error.step, error.cause, clean && error.clean);
      throw error;
    }
    // carried out is carried out, whatever becomes of the decision's file
    await this.forget(decision).catch(() => undefined);
    return marks;
  }

  /** A decision that was carried out must go: were it carried out again after later changes, it would undo them. */
  private async forget(decision: string): Promise<void> {
    try {
      await removeDurably(this.disk, decision, undefined);
      this.left.delete(decision);
    } catch (error) {
      this.left.add(decision);
      throw this.guard.failed(error);
    }
  }
}
