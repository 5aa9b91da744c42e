// SPDX-License-Identifier: AGPL-3.0-or-later
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { type Disk, realDisk } from '../../../server/storage/disk.ts';

/**
 * A disk beside which a mirror holds only what a power cut would leave, at its worst: the contents of a file as of its last
 * sync (nothing without one), and the names in a folder as of the folder's last sync.
 * @param told called after every call
 * @param honest false: syncing a file does nothing, as the control
 */
export function powerDisk(root: string, mirror: string, told: () => void, honest = true): Disk {
  const safe = new Map<number, Buffer>();
  /** by path in the mirror, the file that the name stands for */
  const names = new Map<string, number>();
  const inMirror = (path: string): string => join(mirror, relative(root, path));

  const synced = (path: string): void => {
    if (!honest) return;
    const { ino } = statSync(path);
    const bytes = readFileSync(path);
    safe.set(ino, bytes);
    for (const [name, inode] of names) if (inode === ino) writeFileSync(name, bytes);
  };
  const folderSynced = (path: string): void => {
    const folder = inMirror(path);
    if (!existsSync(folder)) return;
    const here = new Set(readdirSync(path));
    for (const name of readdirSync(folder)) {
      if (!here.has(name)) rmSync(join(folder, name), { recursive: true });
      if (!here.has(name)) names.delete(join(folder, name));
    }
    for (const name of here) {
      const stat = statSync(join(path, name));
      const target = join(folder, name);
      if (stat.isDirectory()) mkdirSync(target, { recursive: true });
      else if (names.get(target) !== stat.ino) {
        writeFileSync(target, safe.get(stat.ino) ?? '');
        names.set(target, stat.ino);
      }
    }
  };
  const then = async <Result>(
    call: Promise<Result>,
    effect: () => void = () => undefined,
  ): Promise<Result> => {
    const result = await call;
    effect();
    told();
    return result;
  };
  mkdirSync(mirror, { recursive: true });

  return {
    ...realDisk,
    async open(path, how) {
      const file = await then(realDisk.open(path, how));
      return {
        ...file,
        write: (bytes) => then(file.write(bytes)),
        sync: () => then(file.sync(), () => synced(path)),
        datasync: () => then(file.datasync(), () => synced(path)),
      };
    },
    rename: (from, to) => then(realDisk.rename(from, to)),
    unlink: (path) => then(realDisk.unlink(path)),
    makeFolder: (path) => then(realDisk.makeFolder(path)),
    syncFolder: (path) => then(realDisk.syncFolder(path), () => folderSynced(path)),
  };
}
