// SPDX-License-Identifier: AGPL-3.0-or-later
import { type Disk, realDisk } from '../../../server/storage/disk.ts';

export interface Fault {
  /** number of the call that fails, from 1; 0: none */
  at: number;
  code: 'ENOSPC' | 'EIO';
  /** all calls from there on fail too: the disk is gone */
  lasting: boolean;
  /** instead: these calls fail, from there on; what a full disk refuses */
  only?: readonly string[];
}

/** A real disk whose calls are counted, one of which fails. A failing write leaves half of its bytes. */
export function faultyDisk(fault: Fault): Disk & { calls: string[] } {
  const calls: string[] = [];
  const due = (name: string): boolean => {
    calls.push(name);
    if (fault.only) return fault.at > 0 && calls.length >= fault.at && fault.only.includes(name);
    return fault.at > 0 && (calls.length === fault.at || (fault.lasting && calls.length > fault.at));
  };
  const failure = (name: string): Error =>
    Object.assign(new Error(`${fault.code}: ${name}`), { code: fault.code });
  const step = async <Result>(name: string, run: () => Promise<Result>): Promise<Result> => {
    if (due(name)) throw failure(name);
    return run();
  };
  return {
    ...realDisk,
    calls,
    async open(path, how) {
      const file = await step(how === 'in-place' ? 'open-head' : 'open', () => realDisk.open(path, how));
      return {
        ...file,
        async write(bytes) {
          if (due('write')) {
            await file.write(bytes.subarray(0, Math.floor(bytes.length / 2)));
            throw failure('write');
          }
          await file.write(bytes);
        },
        overwrite: (bytes) => step('overwrite', () => file.overwrite(bytes)),
        sync: () => step('sync', () => file.sync()),
        datasync: () => step('datasync', () => file.datasync()),
        truncate: (length) => step('truncate', () => file.truncate(length)),
      };
    },
    rename: (from, to) => step('rename', () => realDisk.rename(from, to)),
    unlink: (path) => step('unlink', () => realDisk.unlink(path)),
    makeFolder: (path) => step('mkdir', () => realDisk.makeFolder(path)),
    syncFolder: (path) => step('sync-folder', () => realDisk.syncFolder(path)),
  };
}
