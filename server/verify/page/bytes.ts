// SPDX-License-Identifier: AGPL-3.0-or-later
// As much of Node's Buffer as the checker uses, over the browser's own Uint8Array. Bundled in its place.

type Encoding = 'latin1' | 'hex' | 'base64' | 'utf8' | 'utf16le';

const latin1 = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0) & 0xff);
/** Letters of two bytes, each apart from its pair. */
const wide = (text: string): Uint8Array =>
  Uint8Array.from(
    { length: text.length * 2 },
    (_, at) => (text.charCodeAt(at >> 1) >> (8 * (at & 1))) & 0xff,
  );

const written: { readonly [encoding in Encoding]: (text: string) => Uint8Array } = {
  latin1,
  hex: (text) =>
    Uint8Array.from(/^(?:[0-9a-fA-F]{2})*/.exec(text)?.[0].match(/../g) ?? [], (two) =>
      Number.parseInt(two, 16),
    ),
  base64: (text) => latin1(atob(text)),
  utf8: (text) => new TextEncoder().encode(text),
  utf16le: wide,
};

function letters(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 8192)
    text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return text;
}
const read: { readonly [encoding in Encoding]: (bytes: Uint8Array) => string } = {
  latin1: letters,
  hex: (bytes) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join(''),
  base64: (bytes) => btoa(letters(bytes)),
  utf8: (bytes) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes),
  utf16le: (bytes) => new TextDecoder('utf-16le', { ignoreBOM: true }).decode(bytes),
};

class Bytes extends Uint8Array {
  override toString(encoding: Encoding = 'utf8', start = 0, end = this.length): string {
    const from = Math.max(0, start);
    const to = Math.min(this.length, end);
    // Not a Bytes: its parts would be made by this class again.
    return from < to ? read[encoding](new Uint8Array(this.buffer, this.byteOffset + from, to - from)) : '';
  }
  equals(other: Uint8Array): boolean {
    return compare(this, other) === 0;
  }
  swap16(): this {
    for (let at = 0; at + 1 < this.length; at += 2)
      [this[at], this[at + 1]] = [this[at + 1] ?? 0, this[at] ?? 0];
    return this;
  }
  readUIntBE(at: number, size: number): number {
    let value = 0;
    for (let one = at; one < at + size; one += 1) {
      const byte = this[one];
      if (byte === undefined) throw new RangeError('bytes: out of range');
      value = value * 256 + byte;
    }
    return value;
  }
  writeUInt8(value: number, at: number): void {
    this[at] = value;
  }
  writeUInt32BE(value: number, at: number): void {
    this.set([value >>> 24, (value >>> 16) & 0xff, (value >>> 8) & 0xff, value & 0xff], at);
  }
}

function compare(a: Uint8Array, b: Uint8Array): number {
  const size = Math.min(a.length, b.length);
  for (let at = 0; at < size; at += 1) {
    const way = (a[at] ?? 0) - (b[at] ?? 0);
    if (way !== 0) return Math.sign(way);
  }
  return Math.sign(a.length - b.length);
}

/** Bytes of a text, of an array, a copy of bytes, or a view into a buffer. */
function from(
  value: string | ArrayLike<number> | ArrayBuffer,
  how?: Encoding | number,
  length?: number,
): Bytes {
  if (value instanceof ArrayBuffer) return new Bytes(value, typeof how === 'number' ? how : 0, length);
  if (typeof value !== 'string') return new Bytes(value);
  return new Bytes(written[typeof how === 'string' ? how : 'utf8'](value));
}

function concat(parts: readonly Uint8Array[]): Bytes {
  const whole = new Bytes(parts.reduce((sum, one) => sum + one.length, 0));
  let at = 0;
  for (const one of parts) {
    whole.set(one, at);
    at += one.length;
  }
  return whole;
}

const alloc = (size: number): Bytes => new Bytes(size);

const bytes = { from, concat, compare, alloc };
export { bytes as Buffer };
