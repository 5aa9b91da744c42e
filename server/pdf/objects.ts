// SPDX-License-Identifier: AGPL-3.0-or-later
// Values of a PDF, read strictly at an exact place and written back. What is not plainly well-formed throws.

export interface Name {
  readonly is: 'name';
  readonly name: string;
}
export interface Text {
  readonly is: 'text';
  readonly bytes: Buffer;
}
export interface Ref {
  readonly is: 'ref';
  readonly number: number;
}
export interface Dict {
  readonly is: 'dict';
  readonly entries: ReadonlyMap<string, Value>;
}
export interface Stream {
  readonly is: 'stream';
  readonly dict: Dict;
  /** as it stands in the file, encoded */
  readonly data: Buffer;
}
export type Value = null | boolean | number | Name | Text | Ref | Dict | Stream | readonly Value[];

export const name = (text: string): Name => ({ is: 'name', name: text });
export const ref = (number: number): Ref => ({ is: 'ref', number });
export const dict = (entries: { readonly [key: string]: Value }): Dict => ({
  is: 'dict',
  entries: new Map(Object.entries(entries)),
});

const isKind =
  <Kind extends string>(kind: Kind) =>
  (value: Value | undefined): value is Extract<Value, { readonly is: Kind }> =>
    typeof value === 'object' && value !== null && 'is' in value && value.is === kind;
export const isName = isKind('name');
export const isText = isKind('text');
export const isRef = isKind('ref');
export const isDict = isKind('dict');
export const isStream = isKind('stream');
export const isList = (value: Value | undefined): value is readonly Value[] => Array.isArray(value);

/** What a string says: UTF-16 behind its mark, else Latin-1. */
export function sayText(value: Value | undefined): string {
  if (!isText(value)) return '';
  if (value.bytes[0] !== 0xfe || value.bytes[1] !== 0xff) return value.bytes.toString('latin1');
  const swapped = Buffer.from(value.bytes.subarray(2, value.bytes.length - (value.bytes.length % 2)));
  return swapped.swap16().toString('utf16le');
}

const white = new Set([0, 9, 10, 12, 13, 32]);
const ends = new Set([...white, ...Buffer.from('()<>[]{}/%')]);
const deepest = 64;
const escapes: { readonly [letter: string]: number } = {
  n: 10,
  r: 13,
  t: 9,
  b: 8,
  f: 12,
  '(': 40,
  ')': 41,
  '\\': 92,
};

/** Reads one value after another from a place on. `lengthOf` finds the length of a stream that names it elsewhere. */
export class Reader {
  readonly bytes: Buffer;
  at: number;
  private readonly lengthOf: (ref: Ref) => number;

  constructor(bytes: Buffer, at: number, lengthOf: (ref: Ref) => number = () => this.fault()) {
    this.bytes = bytes;
    this.at = at;
    this.lengthOf = lengthOf;
  }

  fault(): never {
    throw new Error(`pdf: ${this.at}`);
  }

  skip(): void {
    while (white.has(this.bytes[this.at] ?? 1)) this.at += 1;
  }

  /** White space and comments. */
  skipAll(): void {
    this.skip();
    while (this.bytes[this.at] === 0x25) {
      while (this.at < this.bytes.length && this.bytes[this.at] !== 10 && this.bytes[this.at] !== 13)
        this.at += 1;
      this.skip();
    }
  }

  private startsWith(word: string): boolean {
    return this.bytes.toString('latin1', this.at, this.at + word.length) === word;
  }

  expect(word: string): void {
    if (!this.startsWith(word)) this.fault();
    this.at += word.length;
  }

  take(word: string): boolean {
    if (!this.startsWith(word)) return false;
    this.at += word.length;
    return true;
  }

  whole(): number {
    const from = this.at;
    while (/[0-9]/.test(String.fromCharCode(this.bytes[this.at] ?? 0))) this.at += 1;
    if (this.at === from || this.at - from > 10) this.fault();
    return Number(this.bytes.toString('latin1', from, this.at));
  }

  value(deep = 0): Value {
    if (deep > deepest) this.fault();
    this.skip();
    const byte = this.bytes[this.at];
    if (byte === 0x2f) return this.name();
    if (byte === 0x28) return { is: 'text', bytes: this.literal() };
    if (byte === 0x5b) return this.list(deep);
    if (byte === 0x3c)
      return this.bytes[this.at + 1] === 0x3c ? this.dict(deep) : { is: 'text', bytes: this.hex() };
    return this.word();
  }

  private token(): string {
    const from = this.at;
    while (this.at < this.bytes.length && !ends.has(this.bytes[this.at] as number)) this.at += 1;
    return this.bytes.toString('latin1', from, this.at);
  }

  private word(): Value {
    const word = this.token();
    if (word === 'true') return true;
    if (word === 'false') return false;
    if (word === 'null') return null;
    if (!/^[+-]?(\d{1,15}(\.\d*)?|\.\d+)$/.test(word)) this.fault();
    const reference =
      /^\d+$/.test(word) &&
      /^ (\d{1,5}) R(?![A-Za-z0-9])/.exec(this.bytes.toString('latin1', this.at, this.at + 9));
    if (!reference) return Number(word);
    if (reference[1] !== '0') this.fault();
    this.at += reference[0].length;
    return ref(Number(word));
  }

  private name(): Name {
    this.at += 1;
    const word = this.token();
    if (/#(?![0-9a-fA-F]{2})/.test(word)) this.fault();
    return name(
      word.replace(/#(..)/g, (_all, code: string) => String.fromCharCode(Number.parseInt(code, 16))),
    );
  }

  private literal(): Buffer {
    const found: number[] = [];
    this.at += 1;
    for (let open = 1; ;) {
      const byte = this.bytes[this.at++];
      if (byte === undefined) this.fault();
      if (byte === 0x5c) {
        const letter = String.fromCharCode(this.bytes[this.at] ?? 0);
        const octal = /^[0-7]{1,3}/.exec(this.bytes.toString('latin1', this.at, this.at + 3))?.[0];
        if (octal !== undefined) found.push(Number.parseInt(octal, 8) & 0xff);
        else if (letter === '\r' && this.bytes[this.at + 1] === 10) this.at += 1;
        else if (letter !== '\n' && letter !== '\r') found.push(escapes[letter] ?? letter.charCodeAt(0));
        this.at += octal?.length ?? 1;
        continue;
      }
      if (byte === 0x28) open += 1;
      if (byte === 0x29 && --open === 0) return Buffer.from(found);
      found.push(byte);
    }
  }

  private hex(): Buffer {
    const close = this.bytes.indexOf(0x3e, this.at);
    if (close < 0) this.fault();
    const digits = this.bytes.toString('latin1', this.at + 1, close).replace(/\s/g, '');
    if (!/^([0-9a-fA-F]{2})*$/.test(digits)) this.fault();
    this.at = close + 1;
    return Buffer.from(digits, 'hex');
  }

  private list(deep: number): readonly Value[] {
    const found: Value[] = [];
    this.at += 1;
    for (;;) {
      this.skip();
      if (this.take(']')) return found;
      found.push(this.value(deep + 1));
    }
  }

  private dict(deep: number): Dict {
    const entries = new Map<string, Value>();
    this.at += 2;
    for (;;) {
      this.skip();
      if (this.take('>>')) return { is: 'dict', entries };
      if (this.bytes[this.at] !== 0x2f) this.fault();
      const key = this.name().name;
      if (entries.has(key)) this.fault();
      entries.set(key, this.value(deep + 1));
    }
  }

  /** A value, and the data behind it when it is a stream. */
  object(): Value {
    const value = this.value();
    this.skip();
    if (!isDict(value) || !this.take('stream')) return value;
    if (!this.take('\r\n') && !this.take('\n')) this.fault();
    const said = value.entries.get('Length');
    const length = isRef(said) ? this.lengthOf(said) : said;
    if (typeof length !== 'number' || !Number.isInteger(length) || length < 0) this.fault();
    const data = this.bytes.subarray(this.at, this.at + length);
    this.at += length;
    if (this.at > this.bytes.length) this.fault();
    if (!this.take('\r\n') && !this.take('\n')) this.take('\r');
    this.expect('endstream');
    return { is: 'stream', dict: value, data };
  }
}

/** A value as it is written; streams are not values of this kind. */
export function write(value: Value): string {
  if (isList(value)) return `[${value.map(write).join(' ')}]`;
  if (typeof value !== 'object' || value === null) return String(value);
  const kinds: { readonly [kind: string]: () => string } = {
    name: () =>
      `/${(value as Name).name.replace(/[^\x21-\x7e]|[#()<>[\]{}/%]/g, (c) => `#${c.charCodeAt(0).toString(16).padStart(2, '0')}`)}`,
    text: () => writeText((value as Text).bytes),
    ref: () => `${(value as Ref).number} 0 R`,
    dict: () =>
      `<<${[...(value as Dict).entries].map(([key, one]) => `${write(name(key))} ${write(one)}`).join('')}>>`,
  };
  const how = 'is' in value ? kinds[value.is] : undefined;
  if (!how) throw new Error('pdf: a stream is not written inline');
  return how();
}

function writeText(bytes: Buffer): string {
  const said = bytes.toString('latin1');
  return /^[\x20-\x7e]*$/.test(said) && !/[()\\]/.test(said) ? `(${said})` : `<${bytes.toString('hex')}>`;
}

/** A text string: Latin-1 where that is enough, else UTF-16 behind its mark. */
export function text(said: string): Text {
  const plain = /^[\x20-\x7e]*$/.test(said);
  const wide = Buffer.from(`\u{FEFF}${said}`, 'utf16le');
  return { is: 'text', bytes: plain ? Buffer.from(said, 'latin1') : wide.swap16() };
}
