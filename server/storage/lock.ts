// SPDX-License-Identifier: AGPL-3.0-or-later
import { readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { codeOf } from './disk.ts';
import { problem, StoreFailure } from './failure.ts';

/** Who holds a store: a process is known by its number, when it began and which start of which machine it belongs to. */
interface Holder {
  readonly pid: number;
  readonly started: string;
  readonly boot: string;
  readonly host: string;
}

/** A holder on another host (another container) shows that it lives by touching its lock, every 5 s. */
const BEAT = 5_000;
const SILENT = 30_000;

const text = (path: string): string => {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
};

/** Start time of a process in clock ticks since boot; '' where the system does not tell. */
function startOf(pid: number): string {
  const stat = text(`/proc/${pid}/stat`);
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  // a zombie holds nothing
  return fields[0] === 'Z' ? 'ended' : (fields[19] ?? '');
}

const me = (): Holder => ({
  pid: process.pid,
  started: startOf(process.pid),
  boot: text('/proc/sys/kernel/random/boot_id').trim(),
  host: hostname(),
});

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}

function holds(path: string, holder: Holder): boolean {
  const mine = me();
  if (holder.host !== mine.host) return Date.now() - statSync(path).mtimeMs < SILENT;
  if (holder.boot !== mine.boot) return false;
  return isAlive(holder.pid) && startOf(holder.pid) === holder.started;
}

/** Makes `path` with `content`; false when it exists. */
function makeNew(path: string, content: string): boolean {
  try {
    writeFileSync(path, content, { flag: 'wx', mode: 0o600 });
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
}

/**
 * Takes the store for this process, or throws `store-locked`. The lock of a dead process is taken over.
 * @returns gives the store back
 */
export function lockStore(folder: string): () => void {
  const path = join(folder, 'lock');
  const turn = join(folder, 'lock.turn');
  const mine = JSON.stringify(me());
  // only one process at a time judges a lock: two that both find it dead would both take it
  if (!makeNew(turn, mine)) {
    const other = parse(text(turn));
    if (other ? holds(turn, other) : Date.now() - statSync(turn).mtimeMs < 2_000) throw locked(folder, turn);
    rmSync(turn, { force: true });
    if (!makeNew(turn, mine)) throw locked(folder, turn);
  }
  try {
    if (!makeNew(path, mine)) {
      const holder = parse(text(path));
      if (holder && holds(path, holder)) throw locked(folder, path);
      writeFileSync(`${turn}.new`, mine, { mode: 0o600 });
      renameSync(`${turn}.new`, path);
    }
  } finally {
    rmSync(turn, { force: true });
  }
  const beat = setInterval(() => touch(path, mine), BEAT);
  beat.unref();
  return () => {
    clearInterval(beat);
    if (text(path) === mine) rmSync(path, { force: true });
  };
}

function touch(path: string, mine: string): void {
  try {
    const now = new Date();
    if (text(path) === mine) utimesSync(path, now, now);
  } catch {
    // the folder is gone or unwritable: the next write will say so
  }
}

function parse(content: string): Holder | undefined {
  try {
    return JSON.parse(content) as Holder;
  } catch {
    return undefined;
  }
}

function locked(folder: string, path: string): StoreFailure {
  const holder = parse(text(path));
  return new StoreFailure(
    problem('store-locked', { folder, pid: holder?.pid ?? 0, host: holder?.host ?? hostname() }),
  );
}
