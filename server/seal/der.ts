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
/** A whole number of any length, given by its bytes, never negative. */
export const wholeNumber = (bytes: Uint8Array): Buffer =>
  node(0x02, (bytes[0] ?? 0) & 0x80 ? Buffer.concat([Buffer.from([0]), bytes]) : bytes);
export const bits = (bytes: Uint8Array, unused = 0): Buffer => node(0x03, Buffer.from([unused]), bytes);
/** true; DER leaves false out where it is the default. */
export const yes = Buffer.from([0x01, 0x01, 0xff]);

/** UTCTime reaches to 2049, GeneralizedTime beyond. */
export function time(at: Date): Buffer {
  const digits = `${at.toISOString().slice(0, 19).replace(/[-:T]/g, '')}Z`;
  return at.getUTCFullYear() < 2050
    ? node(0x17, Buffer.from(digits.slice(2)))
    : node(0x18, Buffer.from(digits));
}

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

/** The bytes inside an element that stands alone and has this tag; throws otherwise. */
export function body(one: Uint8Array | undefined, tag: number): Uint8Array {
  if (!one) throw new Error('der: absent');
  const found = element(one, 0);
  if (found.tag !== tag || found.end !== one.length) throw new Error('der: tag');
  return one.subarray(found.start, found.end);
}

/** The members of a constructed element that stands alone and has this tag. */
export function parts(one: Uint8Array | undefined, tag = 0x30): Uint8Array[] {
  body(one, tag);
  return children(one as Uint8Array, 0);
}

/** An object identifier in dotted form. */
export function dotted(one: Uint8Array | undefined): string {
  const bytes = body(one, 0x06);
  const numbers: number[] = [];
  let value = 0;
  for (const [at, byte] of bytes.entries()) {
    if (value === 0 && byte === 0x80) throw new Error('der: identifier');
    value = value * 128 + (byte & 0x7f);
    if (value > Number.MAX_SAFE_INTEGER / 128) throw new Error('der: identifier');
    if (byte & 0x80) {
      if (at === bytes.length - 1) throw new Error('der: identifier');
      continue;
    }
    numbers.push(value);
    value = 0;
  }
  const [first = 0, ...rest] = numbers;
  const top = Math.min(2, Math.floor(first / 40));
  return [top, first - top * 40, ...rest].join('.');
}

/** A UTCTime or GeneralizedTime in UTC, with or without fractions of a second. */
export function readTime(one: Uint8Array | undefined): Date {
  const tag = one?.[0] ?? 0;
  const text = Buffer.from(body(one, tag)).toString('latin1');
  const short = tag === 0x17 && /^(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z$/.exec(text);
  const long = tag === 0x18 && /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(?:\.\d+)?Z$/.exec(text);
  const found = short || long;
  if (!found) throw new Error('der: time');
  const [, y = '', month = '', day = '', hour = '', minute = '', second = ''] = found;
  const year = long ? y : `${Number(y) < 50 ? '20' : '19'}${y}`;
  const at = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  if (Number.isNaN(at.valueOf())) throw new Error('der: time');
  return at;
}

export const same = (a: Uint8Array | undefined, b: Uint8Array | undefined): boolean =>
  a !== undefined && b !== undefined && Buffer.compare(a, b) === 0;
