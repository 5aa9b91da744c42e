// SPDX-License-Identifier: AGPL-3.0-or-later
// A file as the states it went through. Read by its cross-references, as readers do, and so strictly that in a file
// that passes each byte belongs to an object that a cross-reference names, to a cross-reference, or to white space.
import { inflateSync } from 'node:zlib';
import {
  isDict,
  isList,
  isName,
  isRef,
  isStream,
  Reader,
  type Dict,
  type Ref,
  type Stream,
  type Value,
} from './objects.ts';

/** Where an object stands: at an offset, or as one of those in an object stream. */
type Place = { readonly at: number } | { readonly stream: number; readonly index: number } | 'free';

export interface Revision {
  /** first byte, and the one behind the last */
  readonly start: number;
  readonly end: number;
  readonly xref: number;
  readonly trailer: Dict;
  readonly entries: ReadonlyMap<number, Place>;
}

/** What a file may unpack to, of how many objects and states it may be: far beyond any of ours. */
const largest = 64 * 1024 * 1024;
const mostObjects = 500_000;
const mostRevisions = 200;

/** The file after one of its revisions. */
export class State {
  readonly file: Revisions;
  /** which revision, from 0 */
  readonly index: number;

  constructor(file: Revisions, index: number) {
    this.file = file;
    this.index = index;
  }
  get root(): Dict {
    const found = this.resolve(this.trailer.get('Root'));
    if (!isDict(found)) throw new Error('pdf: no catalog');
    return found;
  }
  get trailer(): ReadonlyMap<string, Value> {
    return (this.file.list[this.index] as Revision).trailer.entries;
  }
  /** What stands behind references; null where nothing does. */
  resolve(value: Value | undefined): Value {
    for (let steps = 0; steps < 32; steps += 1) {
      if (!isRef(value)) return value ?? null;
      value = this.file.object(value.number, this.index);
    }
    throw new Error('pdf: reference without end');
  }
  dict(value: Value | undefined): Dict | undefined {
    const found = this.resolve(value);
    return isDict(found) ? found : undefined;
  }
  list(value: Value | undefined): readonly Value[] {
    const found = this.resolve(value);
    return isList(found) ? found : [];
  }
}

export class Revisions {
  readonly bytes: Buffer;
  /** oldest first */
  readonly list: readonly Revision[];
  /** every object once, by where it stands */
  private readonly read = new Map<number, { readonly value: Value; readonly end: number }>();
  /** bytes that may still be unpacked */
  private left = largest;
  private readonly packed = new Map<Stream, readonly (readonly [number, Value])[]>();

  /** Throws on a file that is not plainly well-formed. */
  constructor(bytes: Uint8Array) {
    this.bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const found: Revision[] = [];
    const tail = this.bytes.toString('latin1', Math.max(0, bytes.length - 48));
    let xref = Number(/startxref\s+(\d{1,10})\s+%%EOF[\r\n]{0,2}$/.exec(tail)?.[1] ?? Number.NaN);
    let last: number = bytes.length;
    for (;;) {
      if (!(xref >= 0 && xref < last)) throw new Error('pdf: cross-reference');
      const one = this.section(xref);
      if (found.length === 0 ? one.end !== bytes.length : one.end > last) throw new Error('pdf: end');
      if (found.length === mostRevisions) throw new Error('pdf: too many states');
      if (one.trailer.entries.has('Encrypt') || one.trailer.entries.has('XRefStm'))
        throw new Error('pdf: kind');
      found.unshift({ ...one, start: 0, xref });
      const previous = one.trailer.entries.get('Prev');
      if (previous === undefined) break;
      if (typeof previous !== 'number') throw new Error('pdf: previous');
      [last, xref] = [xref, previous];
    }
    this.list = found.map((one, at) => ({ ...one, start: found[at - 1]?.end ?? 0 }));
    for (const [at] of this.list.entries()) this.layout(at);
  }

  state(index = this.list.length - 1): State {
    return new State(this, index);
  }

  /** An object as it was after a revision; null where there is none. */
  object(number: number, revision: number): Value {
    for (let at = revision; at >= 0; at -= 1) {
      const place = this.list[at]?.entries.get(number);
      if (place === undefined) continue;
      if (place === 'free') return null;
      if ('at' in place) return this.objectAt(number, place.at, revision).value;
      const held = this.inStream(place.stream, revision)[place.index];
      if (held?.[0] !== number) throw new Error('pdf: object stream');
      return held[1];
    }
    return null;
  }

  private objectAt(
    number: number,
    at: number,
    revision: number,
  ): { readonly value: Value; readonly end: number } {
    const reader = new Reader(this.bytes, at, (length: Ref) => {
      const found = this.object(length.number, revision);
      return typeof found === 'number' ? found : Number.NaN;
    });
    const known = this.read.get(at);
    if (known) return known;
    if (reader.whole() !== number) throw new Error('pdf: object number');
    reader.expect(' 0 obj');
    const value = reader.object();
    reader.skip();
    reader.expect('endobj');
    const found = { value, end: reader.at };
    this.read.set(at, found);
    return found;
  }

  private inStream(number: number, revision: number): readonly (readonly [number, Value])[] {
    const stream = this.object(number, revision);
    if (!isStream(stream)) throw new Error('pdf: object stream');
    const known = this.packed.get(stream);
    if (known) return known;
    const { entries } = stream.dict;
    const [count, first] = [entries.get('N'), entries.get('First')];
    if (
      typeof count !== 'number' ||
      typeof first !== 'number' ||
      count > mostObjects ||
      entries.has('Extends')
    )
      throw new Error('pdf: object stream');
    const data = decoded(stream, this.left);
    this.left -= data.length;
    const head = new Reader(data, 0);
    const found: [number, Value][] = [];
    for (let index = 0; index < count; index += 1) {
      head.skip();
      const one = head.whole();
      head.skip();
      found.push([one, new Reader(data, first + head.whole()).value()]);
    }
    this.packed.set(stream, found);
    return found;
  }

  /** A cross-reference with its trailer, to the end of the revision that it closes. */
  private section(at: number): Pick<Revision, 'end' | 'trailer' | 'entries'> {
    const reader = new Reader(this.bytes, at);
    const entries = new Map<number, Place>();
    let trailer: Dict;
    if (reader.take('xref')) trailer = readTable(reader, entries);
    else {
      reader.whole();
      reader.expect(' 0 obj');
      const stream = reader.object();
      reader.skip();
      reader.expect('endobj');
      if (!isStream(stream)) throw new Error('pdf: cross-reference');
      readRows(stream, entries);
      trailer = stream.dict;
    }
    reader.skipAll();
    reader.expect('startxref');
    reader.skip();
    if (reader.whole() !== at) reader.fault();
    reader.skip();
    reader.expect('%%EOF');
    if (!reader.take('\r\n') && !reader.take('\n')) reader.take('\r');
    return { end: reader.at, trailer, entries };
  }

  /** The objects of a revision follow each other to its cross-reference, with nothing between them. */
  private layout(index: number): void {
    const { start, xref, entries } = this.list[index] as Revision;
    const numbers = new Map<number, number>();
    for (const [number, place] of entries)
      if (place !== 'free' && 'at' in place && place.at !== xref) {
        if (place.at < start || place.at >= xref || numbers.has(place.at)) throw new Error('pdf: place');
        numbers.set(place.at, number);
      } else if (place !== 'free' && 'stream' in place) {
        const home = entries.get(place.stream);
        if (home === undefined || home === 'free' || !('at' in home)) throw new Error('pdf: place');
      }
    const reader = new Reader(this.bytes, start);
    if (index === 0 && !/^%PDF-[12]\.\d[\r\n]/.test(this.bytes.toString('latin1', 0, 10)))
      throw new Error('pdf: header');
    for (let left = numbers.size; left > 0; left -= 1) {
      reader.skipAll();
      const number = numbers.get(reader.at);
      if (number === undefined) throw new Error('pdf: between objects');
      reader.at = this.objectAt(number, reader.at, index).end;
    }
    reader.skipAll();
    if (reader.at !== xref) reader.fault();
  }
}

function readTable(reader: Reader, entries: Map<number, Place>): Dict {
  for (reader.skip(); !reader.take('trailer'); reader.skip()) {
    const first = reader.whole();
    reader.expect(' ');
    const count = reader.whole();
    if (count > mostObjects) reader.fault();
    reader.skip();
    for (let index = 0; index < count; index += 1) {
      const row = reader.bytes.toString('latin1', reader.at, reader.at + 20);
      const found = /^(\d{10}) (\d{5}) ([nf])( \r| \n|\r\n)$/.exec(row);
      if (!found || entries.has(first + index)) reader.fault();
      if (found[3] === 'n' && found[2] !== '00000') reader.fault();
      entries.set(first + index, found[3] === 'n' ? { at: Number(found[1]) } : 'free');
      reader.at += 20;
    }
  }
  const trailer = reader.value();
  if (!isDict(trailer)) reader.fault();
  return trailer;
}

function readRows(stream: Stream, entries: Map<number, Place>): void {
  const { entries: said } = stream.dict;
  const type = said.get('Type');
  const widths = said.get('W');
  const size = said.get('Size');
  if (!isName(type) || type.name !== 'XRef' || !isList(widths) || typeof size !== 'number')
    throw new Error('pdf: cross-reference');
  const index = said.get('Index') ?? [0, size];
  const [kindWidth, firstWidth, secondWidth] = widths.map((one) =>
    typeof one === 'number' ? one : Number.NaN,
  );
  if (!isList(index) || kindWidth !== 1 || !(Number(firstWidth) <= 6) || !(Number(secondWidth) <= 4))
    throw new Error('pdf: cross-reference');
  const data = decoded(stream);
  let at = 0;
  const number = (width: number): number => {
    at += width;
    return width === 0 ? 0 : data.readUIntBE(at - width, width);
  };
  for (let pair = 0; pair + 1 < index.length; pair += 2) {
    const [first, count] = [index[pair], index[pair + 1]];
    if (typeof first !== 'number' || typeof count !== 'number' || count > mostObjects)
      throw new Error('pdf: cross-reference');
    for (let one = first; one < first + count; one += 1) {
      const kind = number(1);
      const [a, b] = [number(firstWidth ?? 0), number(secondWidth ?? 0)];
      if (entries.has(one) || kind > 2 || (kind === 1 && b !== 0)) throw new Error('pdf: cross-reference');
      entries.set(one, kind === 0 ? 'free' : kind === 1 ? { at: a } : { stream: a, index: b });
    }
  }
  if (at !== data.length) throw new Error('pdf: cross-reference');
}

/** The data of a stream, unpacked; only what files of cross-references use. */
function decoded({ dict, data }: Stream, limit = largest): Buffer {
  const filter = dict.entries.get('Filter');
  if (filter === undefined) return data;
  const only = isList(filter) && filter.length === 1 ? filter[0] : filter;
  if (!isName(only) || only.name !== 'FlateDecode') throw new Error('pdf: filter');
  const plain = inflateSync(data, { maxOutputLength: Math.max(1, limit) });
  const given = dict.entries.get('DecodeParms');
  const how = isList(given) ? given[0] : given;
  if (!isDict(how)) return plain;
  const columns = how.entries.get('Columns') ?? 1;
  const predictor = how.entries.get('Predictor') ?? 1;
  if (predictor === 1) return plain;
  if (typeof columns !== 'number' || columns < 1 || columns > 64 || predictor !== 12)
    throw new Error('pdf: filter');
  return unpredicted(plain, columns);
}

/** PNG prediction "up": each row differs from the one above it. */
function unpredicted(data: Buffer, columns: number): Buffer {
  const rows = data.length / (columns + 1);
  if (!Number.isInteger(rows)) throw new Error('pdf: filter');
  const plain = Buffer.alloc(rows * columns);
  for (let row = 0; row < rows; row += 1) {
    if (data[row * (columns + 1)] !== 2) throw new Error('pdf: filter');
    for (let column = 0; column < columns; column += 1)
      plain[row * columns + column] =
        ((data[row * (columns + 1) + 1 + column] ?? 0) +
          (row > 0 ? (plain[(row - 1) * columns + column] ?? 0) : 0)) &
        0xff;
  }
  return plain;
}
