// SPDX-License-Identifier: AGPL-3.0-or-later
import { constants } from 'node:fs';
import { mkdir, open, readFile, rename, rm, statfs } from 'node:fs/promises';
import type { FileMark } from './shelf.ts';

export interface OpenFile {
  write(bytes: Uint8Array): Promise<void>;
  /** over what stands at the beginning, in one call */
  overwrite(bytes: Uint8Array): Promise<void>;
  /** file with its metadata down to the disk */
  sync(): Promise<void>;
  /** contents down to the disk, without what only dates need */
  datasync(): Promise<void>;
  mark(): Promise<FileMark>;
  truncate(length: number): Promise<void>;
  close(): Promise<void>;
}

/** The few calls that the store makes while it runs: tests replace them to make a disk fail where they want. */
export interface Disk {
  /** to make a new file, to add to one, or to write in place; the last two make it when it is not there */
  open(path: string, how: 'new' | 'add' | 'in-place'): Promise<OpenFile>;
  /** undefined when there is no such file */
  read(path: string): Promise<Uint8Array | undefined>;
  rename(from: string, to: string): Promise<void>;
  unlink(path: string): Promise<void>;
  /** false when the folder was there */
  makeFolder(path: string): Promise<boolean>;
  /** names in a folder down to the disk */
  syncFolder(path: string): Promise<void>;
  /** bytes */
  space(path: string): Promise<{ readonly free: number; readonly total: number }>;
}

export const codeOf = (error: unknown): string => (error as NodeJS.ErrnoException | undefined)?.code ?? '';

const FLAGS = { new: 'wx', add: 'a', 'in-place': constants.O_CREAT | constants.O_WRONLY } as const;

export const realDisk: Disk = {
  async open(path, how) {
    const file = await open(path, FLAGS[how], 0o600);
    return {
      write: (bytes) => file.writeFile(bytes),
      async overwrite(bytes) {
        await file.write(bytes, 0, bytes.byteLength, 0);
      },
      sync: () => file.sync(),
      datasync: () => file.datasync(),
      async mark() {
        const { size, mtimeMs, ino } = await file.stat();
        return { size, mtime: mtimeMs, inode: ino };
      },
      truncate: (length) => file.truncate(length),
      close: () => file.close(),
    };
  },
  async read(path) {
    try {
      return await readFile(path);
    } catch (error) {
      if (codeOf(error) === 'ENOENT') return undefined;
      throw error;
    }
  },
  rename,
  unlink: (path) => rm(path, { force: true }),
  async makeFolder(path) {
    try {
      await mkdir(path, 0o700);
      return true;
    } catch (error) {
      if (codeOf(error) === 'EEXIST') return false;
      throw error;
    }
  },
  async syncFolder(path) {
    const folder = await open(path, 'r');
    try {
      await folder.sync();
    } finally {
      await folder.close();
    }
  },
  async space(path) {
    const { bavail, blocks, bsize } = await statfs(path);
    return { free: bavail * bsize, total: blocks * bsize };
  },
};
