// SPDX-License-Identifier: AGPL-3.0-or-later
import { randomBytes } from 'node:crypto';
import { dirname, join } from 'node:path';
import type { Disk } from './disk.ts';
import type { FileMark } from './shelf.ts';

/** Names of files on their way; a start finds and removes what a killed process left. */
export const TEMPORARY = '.tmp-';

/** A failed step of a write. `clean`: what was there before is there again, as far as the disk tells. */
export class DiskFailure extends Error {
  readonly step: string;
  readonly code: string;
  readonly clean: boolean;
  constructor(step: string, cause: unknown, clean: boolean) {
    super(`${step}: ${(cause as Error).message}`, { cause });
    this.name = 'DiskFailure';
    this.step = step;
    this.code = (cause as NodeJS.ErrnoException).code ?? '';
    this.clean = clean;
  }
}

/** Puts back what a file held before a change whose end is unknown; true when that is sure to be on the disk. */
export async function putBack(disk: Disk, path: string, before: Uint8Array | undefined): Promise<boolean> {
  try {
    if (before === undefined) await disk.unlink(path);
    else await replaceFile(disk, path, before);
    await disk.syncFolder(dirname(path));
    return true;
  } catch {
    return false;
  }
}

async function replaceFile(disk: Disk, path: string, bytes: Uint8Array): Promise<FileMark> {
  const temporary = join(dirname(path), TEMPORARY + randomBytes(9).toString('base64url'));
  let step = 'open';
  try {
    const file = await disk.open(temporary, 'new');
    let mark: FileMark;
    try {
      step = 'write';
      await file.write(bytes);
      step = 'sync';
      await file.sync();
      mark = await file.mark();
    } finally {
      await file.close();
    }
    step = 'rename';
    await disk.rename(temporary, path);
    return mark;
  } catch (error) {
    await disk.unlink(temporary).catch(() => undefined);
    throw new DiskFailure(step, error, true);
  }
}

/**
 * Writes a file so that after a power cut there is either what was there before or all of `bytes`, and never before this
 * resolves the first, nor afterwards: temporary file of its own name, fsync, rename, fsync of the folder.
 * @param before what the file holds now, put back when only the last step fails
 */
export async function writeDurably(
  disk: Disk,
  path: string,
  bytes: Uint8Array,
  before: Uint8Array | undefined,
): Promise<FileMark> {
  const mark = await replaceFile(disk, path, bytes);
  try {
    await disk.syncFolder(dirname(path));
  } catch (error) {
    throw new DiskFailure('sync-folder', error, await putBack(disk, path, before));
  }
  return mark;
}

/** Removes a file for good. */
export async function removeDurably(disk: Disk, path: string, before: Uint8Array | undefined): Promise<void> {
  try {
    await disk.unlink(path);
  } catch (error) {
    throw new DiskFailure('unlink', error, true);
  }
  try {
    await disk.syncFolder(dirname(path));
  } catch (error) {
    throw new DiskFailure('sync-folder', error, await putBack(disk, path, before));
  }
}
