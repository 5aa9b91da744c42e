// SPDX-License-Identifier: AGPL-3.0-or-later
import { createReadStream, readFileSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import {
  entryOfLine,
  genesis,
  type Head,
  isWanted,
  lineOf,
  nextEntry,
  objectsOf,
  parseLine,
  type Verdict,
  walkChain,
} from './audit.ts';
import { AuditIndex, type Place } from './audit-index.ts';
import type { AuditEntry, AuditQuery, KeptAuditEntry } from './contract.ts';
import { codeOf, type Disk, type OpenFile } from './disk.ts';
import { DiskFailure } from './durable.ts';
import type { Guard } from './guard.ts';
import { namesIn } from './scan.ts';

/** a new file is begun beyond this size, bytes */
const ROTATE = 16 * 1024 * 1024;
const HEAD = 'head.json';
const HEAD_BYTES = 128;

const journals = (folder: string): string[] => namesIn(folder).filter((name) => name.endsWith('.jsonl'));
const fileName = (number: number): string => `${String(number).padStart(6, '0')}.jsonl`;

function readHead(folder: string): Head | undefined {
  try {
    const head = JSON.parse(readFileSync(join(folder, HEAD), 'utf8')) as Head;
    return Number.isInteger(head.seq) && typeof head.chain === 'string' ? head : undefined;
  } catch {
    return undefined;
  }
}

interface Line {
  readonly line: string;
  readonly place: Place;
}

/** Every line that has its end; one that is still being written is not a line yet. */
async function* linesOf(folder: string): AsyncIterable<Line> {
  for (const name of journals(folder)) {
    const file = Number.parseInt(name, 10);
    let [start, rest] = [0, ''];
    for await (const chunk of createReadStream(join(folder, name), 'utf8')) {
      const lines = (rest + String(chunk)).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) {
        const bytes = Buffer.byteLength(line);
        yield { line, place: { file, start, bytes } };
        start += bytes + 1;
      }
    }
  }
}
async function* textsOf(folder: string): AsyncIterable<string> {
  for await (const { line } of linesOf(folder)) yield line;
}

/** Checks the audit of a district in its folder, also while a server goes on writing to it. */
export async function verifyJournal(folder: string, district: string): Promise<Verdict> {
  // head first: entries that arrive meanwhile are then beyond it, not missing
  const head = readHead(folder);
  return walkChain(district, textsOf(folder), head);
}

interface Waiting {
  readonly actor: string;
  readonly entry: AuditEntry;
  readonly done: (kept: KeptAuditEntry) => void;
  readonly failed: (error: unknown) => void;
}

/**
 * The audit of one district: JSON lines, each chained to the one before. What waits while the disk works is written
 * together, with one fdatasync (group commit).
 */
export class Journal {
  /** how many bytes of a torn last line were cut off when it was opened */
  readonly cut: number;
  /** entries that the head names and the files do not hold any more; the chain then never verifies again */
  readonly missing: number;
  private readonly folder: string;
  private readonly disk: Disk;
  private readonly guard: Guard;
  private readonly now: () => Date;
  private readonly rotate: number;
  private head: Head;
  private number: number;
  private size: number;
  private file: OpenFile | undefined;
  private headFile: OpenFile | undefined;
  private waiting: Waiting[] = [];
  private working: Promise<void> | undefined;
  private index: Promise<AuditIndex> | undefined;
  /** the index once there is one; while it is being made, what was written meanwhile */
  private later: AuditIndex | { readonly entry: KeptAuditEntry; readonly place: Place }[] | undefined;

  constructor(folder: string, district: string, disk: Disk, guard: Guard, now: () => Date, rotate = ROTATE) {
    this.rotate = rotate;
    this.folder = folder;
    this.disk = disk;
    this.guard = guard;
    this.now = now;
    const names = journals(folder);
    this.number = Number.parseInt(names.at(-1) ?? '1', 10);
    const found = tail(folder, names);
    this.cut = found.cut;
    this.size = found.size;
    const last = found.last ?? genesis(district);
    const head = readHead(folder);
    this.missing = head ? Math.max(0, head.seq - last.seq) : 0;
    // a chain that was cut goes on from where it should have ended: the hole stays visible for ever
    this.head = head && head.seq >= last.seq ? head : last;
  }

  /** Resolves when the entry is on the disk. */
  async append(actor: string, entry: AuditEntry): Promise<KeptAuditEntry> {
    this.guard.admitAudit();
    return new Promise<KeptAuditEntry>((done, failed) => {
      this.waiting.push({ actor, entry, done, failed });
      this.working ??= this.work();
    });
  }

  async entries(query: AuditQuery = {}): Promise<KeptAuditEntry[]> {
    const wanted = (entry: KeptAuditEntry): boolean => entry.seq <= this.head.seq && isWanted(entry, query);
    const objects = objectsOf(query);
    if (objects) {
      this.index ??= this.indexed().catch((error: unknown) => {
        this.index = undefined;
        throw error;
      });
      const index = await this.index;
      const pathOf = (file: number): string => join(this.folder, fileName(file));
      const found = await index.entries(objects, query, pathOf, wanted);
      if (found) return found;
    }
    // what the line does not hold need not be parsed
    const reason = query.withReason ? '"reason":' : '';
    const found: KeptAuditEntry[] = [];
    for await (const { line } of linesOf(this.folder)) {
      if (!line.includes(reason)) continue;
      const entry = parseLine(line);
      if (!entry || !wanted(entry)) continue;
      found.push(entry);
      if (found.length >= (query.limit ?? 200)) break;
    }
    return found;
  }

  /** Made when it is first asked for, from what is written by then; what is written meanwhile is added after it. */
  private async indexed(): Promise<AuditIndex> {
    const until = { file: this.number, size: this.size };
    this.later = [];
    const index = new AuditIndex();
    for await (const { line, place } of linesOf(this.folder)) {
      if (place.file > until.file || (place.file === until.file && place.start >= until.size)) break;
      const entry = parseLine(line);
      if (entry) index.add(entry, place);
    }
    for (const { entry, place } of this.later) index.add(entry, place);
    this.later = index;
    return index;
  }

  /** Tells the index of lines that are on the disk now. */
  private remember(kept: readonly KeptAuditEntry[], lines: readonly Buffer[], from: number): void {
    let start = from;
    for (const [at, entry] of kept.entries()) {
      const bytes = lines[at]!.byteLength;
      const place = { file: this.number, start, bytes: bytes - 1 };
      if (this.later instanceof AuditIndex) this.later.add(entry, place);
      else this.later?.push({ entry, place });
      start += bytes;
    }
  }

  async close(): Promise<void> {
    while (this.working) await this.working;
    await this.file?.close();
    if (this.headFile) {
      await this.headFile.sync().catch(() => undefined);
      await this.headFile.close();
    }
    this.file = undefined;
    this.headFile = undefined;
  }

  private async work(): Promise<void> {
    // whoever asks in the same moment is in the first batch
    await Promise.resolve();
    while (this.waiting.length > 0) {
      const batch = this.waiting.splice(0, 500);
      try {
        this.guard.admitAudit();
        const at = this.now().toISOString();
        let head = this.head;
        const kept = batch.map(({ actor, entry }) => {
          const next = nextEntry(head, at, actor, entry);
          head = next;
          return next;
        });
        const lines = kept.map((one) => Buffer.from(lineOf(one)));
        await this.write(Buffer.concat(lines), (from) => this.remember(kept, lines, from));
        this.head = { seq: head.seq, chain: head.chain };
        await this.writeHead();
        for (const [index, one] of batch.entries()) one.done(kept[index]!);
      } catch (error) {
        for (const one of batch) one.failed(error);
      }
    }
    this.working = undefined;
  }

  /** `written`: told the first byte in the same moment in which the file is known to be longer. */
  private async write(bytes: Uint8Array, written: (from: number) => void): Promise<void> {
    let step = 'open';
    try {
      if (this.file && this.size > this.rotate) {
        await this.file.close();
        this.file = undefined;
        this.number += 1;
        this.size = 0;
      }
      if (!this.file) {
        const file = await this.disk.open(join(this.folder, fileName(this.number)), 'add');
        step = 'sync-folder';
        await this.disk.syncFolder(this.folder).catch(async (error: unknown) => {
          await file.close();
          throw error;
        });
        this.file = file;
      }
      step = 'write';
      await this.file.write(bytes);
      step = 'sync';
      await this.file.datasync();
      const from = this.size;
      this.size += bytes.byteLength;
      written(from);
    } catch (error) {
      // half a line must not stay in the way of the next one
      throw this.guard.failed(new DiskFailure(step, error, await this.truncate(this.size)));
    }
  }

  private async truncate(length: number): Promise<boolean> {
    try {
      await this.file?.truncate(length);
      return true;
    } catch {
      return false;
    }
  }

  /** Written after the entries are on the disk, never synced: it may be late, never early. */
  private async writeHead(): Promise<void> {
    try {
      this.headFile ??= await this.disk.open(join(this.folder, HEAD), 'in-place');
      // always as long, so that one call replaces it and no moment has half of it
      await this.headFile.overwrite(Buffer.from(`${JSON.stringify(this.head).padEnd(HEAD_BYTES - 1)}\n`));
    } catch (error) {
      // the entries stand without it; only the sign of a cut tail is missing until the next one
      if (codeOf(error) === 'EIO') this.guard.stopped ??= 'EIO head';
    }
  }
}

/** The last whole entry of the newest file that has one; a torn last line is cut off. */
function tail(
  folder: string,
  names: readonly string[],
): { last: Head | undefined; cut: number; size: number } {
  let cut = 0;
  let size: number | undefined;
  for (const name of names.toReversed()) {
    const path = join(folder, name);
    const bytes = readFileSync(path);
    const end = bytes.lastIndexOf(0x0a) + 1;
    if (size === undefined) {
      cut = bytes.length - end;
      if (cut > 0) truncateSync(path, end);
      size = end;
    }
    const lines = bytes.subarray(0, end).toString('utf8').split('\n').toReversed();
    for (const line of lines) {
      const entry = entryOfLine(line);
      if (entry) return { last: { seq: entry.seq, chain: entry.chain }, cut, size };
    }
  }
  return { last: undefined, cut, size: size ?? 0 };
}
