// SPDX-License-Identifier: AGPL-3.0-or-later
// Distinguished encoding (DER) of the few shapes that a seal is made of.

export function node(tag: number, ...parts: readonly Uint8Array[]): Buffer {
  const body = Buffer.concat(parts);
  const length: number[] = [];
  if (body.length < 0x80) length.push(body.length);
  else {
    for (let rest = body.length; rest > 0; rest >>>= 8) length.unshift(rest & 0xff);
    length.unshift(0x80 | length.length);
  }
  return Buffer.concat([Buffer.from([tag, ...length]), body]);
}

export const sequence = (...parts: readonly Uint8Array[]): Buffer => node(0x30, ...parts);
/** The members of a set stand in the order of their encodings. */
export const set = (...parts: readonly Uint8Array[]): Buffer =>
  node(0x31, ...[...parts].sort((a, b) => Buffer.compare(a, b)));
export const octets = (bytes: Uint8Array): Buffer => node(0x04, bytes);
export const nothing = Buffer.from([0x05, 0x00]);
export const integer = (value: number): Buffer => node(0x02, Buffer.from([value]));

export function oid(dotted: string): Buffer {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number);
  const bytes = [first * 40 + second];
  for (const part of rest) {
    const groups = [part & 0x7f];
    for (let left = part >>> 7; left > 0; left >>>= 7) groups.unshift(0x80 | (left & 0x7f));
    bytes.push(...groups);
  }
  return node(0x06, Buffer.from(bytes));
}

/** Header and body of the element at an offset; throws on what is not DER or does not fit. */
export function element(
  bytes: Uint8Array,
  at: number,
): { readonly tag: number; readonly start: number; readonly end: number } {
  const tag = bytes[at];
  let length = bytes[at + 1];
  let start = at + 2;
  if (tag === undefined || length === undefined) throw new Error('der: cut off');
  if (length >= 0x80) {
    const count = length & 0x7f;
    if (count < 1 || count > 3) throw new Error('der: length');
    length = 0;
    for (let i = 0; i < count; i += 1) length = length * 256 + (bytes[start + i] ?? Number.NaN);
    start += count;
    if (
      Number.isNaN(length) ||
      length < 0x80 ||
      length >= 256 ** count ||
      (count > 1 && length < 256 ** (count - 1))
    )
      throw new Error('der: length');
  }
  if (start + length > bytes.length) throw new Error('der: cut off');
  return { tag, start, end: start + length };
}

/** The elements inside one, each whole (header and body). */
export function children(bytes: Uint8Array, at: number): Uint8Array[] {
  const { start, end } = element(bytes, at);
  const found: Uint8Array[] = [];
  for (let next = start; next < end;) {
    const one = element(bytes, next);
    found.push(bytes.subarray(next, one.end));
    next = one.end;
  }
  return found;
}
