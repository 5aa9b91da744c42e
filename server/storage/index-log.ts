// SPDX-License-Identifier: AGPL-3.0-or-later
import { closeSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { Entry } from './catalog.ts';
import { TEMPORARY } from './durable.ts';
import { sha256 } from './place.ts';
import type { FileMark, Place } from './shelf.ts';
import type { CollectionFacts } from './contract.ts';

/** An index entry as the log keeps it, with the look of the file that it was made from. */
export interface Logged {
  readonly place: Place;
  readonly format: number;
  readonly entry: Entry;
  readonly mark: FileMark;
}

const NAME = 'index.log';

const nameOf = (place: Place): string => `${place.district}/${place.collection}/${place.id}`;

/** Changes with what the collections index: an index made by other rules is made anew. */
function rulesOf(collections: Iterable<CollectionFacts>): string {
  const rules = [...collections].map(({ name, format, index }) => [name, format, String(index)]);
  return sha256(JSON.stringify(rules));
}

/**
 * The index on disk, a convenience for a quick start: never synced, never trusted. A line counts only while the file it
 * speaks of looks exactly as the line says; whatever is missing or torn is read from the records again.
 */
export class IndexLog {
  private readonly path: string;
  private readonly rules: string;
  private file: number | undefined;

  constructor(folder: string, collections: Iterable<CollectionFacts>) {
    this.path = join(folder, NAME);
    this.rules = rulesOf(collections);
  }

  /** What the last run left, by record name; empty when there is nothing usable. */
  load(): Map<string, Logged> {
    const found = new Map<string, Logged>();
    let text: string;
    try {
      text = readFileSync(this.path, 'utf8');
    } catch {
      return found;
    }
    const [first, ...lines] = text.split('\n');
    if (first !== this.rules) return found;
    for (const line of lines) {
      try {
        const logged = parseLine(line);
        if (logged) found.set(nameOf(logged.place), logged);
      } catch {
        // torn by a power cut
      }
    }
    return found;
  }

  /** Begins a new log that holds exactly these entries. */
  start(all: Iterable<Logged>): void {
    this.close();
    const temporary = join(this.path, '..', `${TEMPORARY}index`);
    const file = openSync(temporary, 'w', 0o600);
    let lines = `${this.rules}\n`;
    for (const logged of all) {
      lines += lineOf(logged);
      if (lines.length > 1e6) {
        writeSync(file, lines);
        lines = '';
      }
    }
    writeSync(file, lines);
    renameSync(temporary, this.path);
    this.file = file;
  }

  add(logged: Logged): void {
    try {
      if (this.file !== undefined) writeSync(this.file, lineOf(logged));
    } catch {
      // a full or failing disk: the next start reads the record itself
      this.close();
    }
  }

  close(): void {
    if (this.file !== undefined) closeSync(this.file);
    this.file = undefined;
  }
}

/** Each line carries a short check: bytes that a power cut left behind must not pass for an entry. */
function lineOf({ place, format, entry, mark }: Logged): string {
  const { id, rev, seq, createdAt, changedAt, key, fields } = entry;
  const { size, mtime, inode } = mark;
  const row = [
    place.district,
    place.collection,
    id,
    format,
    rev,
    seq,
    createdAt,
    changedAt,
    fields,
    size,
    mtime,
    inode,
  ];
  const text = JSON.stringify(key ? [...row, key.hash, key.of] : row);
  return `${sha256(text).slice(0, 8)}${text}\n`;
}

type Row = [
  string,
  string,
  string,
  number,
  number,
  number,
  string,
  string,
  Entry['fields'],
  number,
  number,
  number,
];

function parseLine(line: string): Logged | undefined {
  const text = line.slice(8);
  if (text === '' || sha256(text).slice(0, 8) !== line.slice(0, 8)) return undefined;
  const [
    district,
    collection,
    id,
    format,
    rev,
    seq,
    createdAt,
    changedAt,
    fields,
    size,
    mtime,
    inode,
    hash,
    of,
  ] = JSON.parse(text) as [...Row, string?, string?];
  const key = hash !== undefined && of !== undefined ? { key: { hash, of } } : {};
  return {
    place: { district, collection, id },
    format,
    entry: { id, rev, seq, createdAt, changedAt, fields, ...key },
    mark: { size, mtime, inode },
  };
}
