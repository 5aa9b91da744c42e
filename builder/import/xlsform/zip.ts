// SPDX-License-Identifier: AGPL-3.0-or-later
// A zip archive of unknown origin, unpacked with an end to everything: sizes are counted while inflating, not believed.
import { Inflate } from 'fflate';

const ENTRIES = 500;
const UNPACKED = 40 * 1024 * 1024;
const STEP = 16 * 1024;

export type Unzipped =
  | { readonly files: ReadonlyMap<string, Uint8Array> }
  | { readonly wrong: 'not-a-zip' | 'zip-bomb' | 'password' };

interface Entry {
  readonly name: string;
  readonly method: number;
  readonly packed: number;
  readonly offset: number;
  readonly locked: boolean;
}

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;

/** The archive's own list of what is in it; undefined where there is none that can be read. */
function entries(view: DataView): Entry[] | undefined {
  let end = view.byteLength - 22;
  const least = Math.max(0, end - 65_535);
  while (end >= least && view.getUint32(end, true) !== END) end--;
  if (end < least) return undefined;
  const count = view.getUint16(end + 10, true);
  if (count > ENTRIES) return [];
  const found: Entry[] = [];
  let at = view.getUint32(end + 16, true);
  for (let number = 0; number < count; number++) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== CENTRAL) return undefined;
    const [name, extra, comment] = [28, 30, 32].map((place) => view.getUint16(at + place, true)) as [
      number,
      number,
      number,
    ];
    if (at + 46 + name > view.byteLength) return undefined;
    found.push({
      name: new TextDecoder().decode(new Uint8Array(view.buffer, view.byteOffset + at + 46, name)),
      method: view.getUint16(at + 10, true),
      packed: view.getUint32(at + 20, true),
      offset: view.getUint32(at + 42, true),
      locked: (view.getUint16(at + 8, true) & 1) === 1,
    });
    at += 46 + name + extra + comment;
  }
  return found;
}

/** The bytes of one entry; undefined when they are more than `most`, or no such bytes. */
function inflated(packed: Uint8Array, method: number, most: number): Uint8Array | undefined {
  if (method === 0) return packed.length <= most ? packed : undefined;
  if (method !== 8) return undefined;
  const parts: Uint8Array[] = [];
  let size = 0;
  const inflate = new Inflate((part) => {
    size += part.length;
    parts.push(part);
  });
  for (let from = 0; from < packed.length && size <= most; from += STEP)
    inflate.push(packed.subarray(from, from + STEP), from + STEP >= packed.length);
  if (size > most) return undefined;
  const whole = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** Unpacks what `wanted` names. */
export function unzip(bytes: Uint8Array, wanted: (name: string) => boolean): Unzipped {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 22) return { wrong: 'not-a-zip' };
  const listed = entries(view);
  if (!listed) return { wrong: 'not-a-zip' };
  if (listed.length === 0) return { wrong: 'zip-bomb' };
  if (listed.some((entry) => entry.locked)) return { wrong: 'password' };
  const files = new Map<string, Uint8Array>();
  let left = UNPACKED;
  for (const { name, method, packed, offset } of listed.filter((entry) => wanted(entry.name))) {
    if (offset + 30 > bytes.length || view.getUint32(offset, true) !== LOCAL) return { wrong: 'not-a-zip' };
    const from = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
    let data: Uint8Array | undefined;
    try {
      data = inflated(bytes.subarray(from, from + packed), method, left);
    } catch {
      return { wrong: 'not-a-zip' };
    }
    if (!data) return { wrong: 'zip-bomb' };
    left -= data.length;
    files.set(name, data);
  }
  return { files };
}
