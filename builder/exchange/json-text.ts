// SPDX-License-Identifier: AGPL-3.0-or-later
// JSON as a person writes it by hand: what is wrong is said with its line, and every part knows where it is written.

/** What was expected where the text goes on differently: `json.<code>` in words. */
export interface JsonFault {
  readonly code:
    | 'value'
    | 'key'
    | 'colon'
    | 'comma'
    | 'end-of-text'
    | 'escape'
    | 'number'
    | 'twice'
    | 'more'
    | 'too-deep';
  readonly at: number;
  readonly params: { readonly [name: string]: string };
}

export type JsonRead =
  | { readonly ok: true; readonly value: unknown; readonly places: ReadonlyMap<string, number> }
  | { readonly ok: false; readonly fault: JsonFault };

const deepest = 100;

class Wrong extends Error {
  readonly fault: JsonFault;
  constructor(code: JsonFault['code'], at: number, params: JsonFault['params'] = {}) {
    super(code);
    this.fault = { code, at, params };
  }
}

/** Reads JSON; `places` are the offsets of the values by JSON Pointer. */
export function readJsonText(text: string): JsonRead {
  const reader = new Reader(text);
  try {
    return { ok: true, value: reader.whole(), places: reader.places };
  } catch (error) {
    if (error instanceof Wrong) return { ok: false, fault: error.fault };
    throw error;
  }
}

class Reader {
  readonly places = new Map<string, number>();
  private at = 0;
  private readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  whole(): unknown {
    this.blank();
    const value = this.value('', 0);
    this.blank();
    if (this.at < this.text.length) throw new Wrong('more', this.at);
    return value;
  }

  private blank(): void {
    while (/[ \t\r\n\uFEFF]/.test(this.text[this.at] ?? '')) this.at += 1;
  }

  private value(pointer: string, depth: number): unknown {
    if (depth > deepest) throw new Wrong('too-deep', this.at);
    this.places.set(pointer, this.at);
    const sign = this.text[this.at];
    if (sign === '{') return this.object(pointer, depth);
    if (sign === '[') return this.list(pointer, depth);
    if (sign === '"') return this.string();
    for (const [word, value] of [
      ['true', true],
      ['false', false],
      ['null', null],
    ] as const)
      if (this.text.startsWith(word, this.at)) {
        this.at += word.length;
        return value;
      }
    if (sign === undefined) throw new Wrong('end-of-text', this.at);
    if (/[-0-9]/.test(sign)) return this.number();
    throw new Wrong('value', this.at);
  }

  private object(pointer: string, depth: number): unknown {
    const out: { [key: string]: unknown } = {};
    this.at += 1;
    this.blank();
    for (let first = true; this.text[this.at] !== '}'; first = false) {
      if (!first) this.comma('}');
      const from = this.at;
      if (this.text[this.at] !== '"') throw new Wrong(this.ended('key'), this.at);
      const key = this.string();
      if (Object.hasOwn(out, key)) throw new Wrong('twice', from, { key });
      this.blank();
      if (this.text[this.at] !== ':') throw new Wrong(this.ended('colon'), this.at, { key });
      this.at += 1;
      this.blank();
      const value = this.value(`${pointer}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`, depth + 1);
      // A key that means something to the language is a key like any other.
      Object.defineProperty(out, key, { value, enumerable: true, configurable: true, writable: true });
      this.blank();
    }
    this.at += 1;
    return out;
  }

  private list(pointer: string, depth: number): unknown {
    const out: unknown[] = [];
    this.at += 1;
    this.blank();
    while (this.text[this.at] !== ']') {
      if (out.length > 0) this.comma(']');
      out.push(this.value(`${pointer}/${out.length}`, depth + 1));
      this.blank();
    }
    this.at += 1;
    return out;
  }

  private comma(close: string): void {
    if (this.text[this.at] !== ',') throw new Wrong(this.ended('comma'), this.at, { close });
    this.at += 1;
    this.blank();
  }

  private ended(code: JsonFault['code']): JsonFault['code'] {
    return this.at >= this.text.length ? 'end-of-text' : code;
  }

  private number(): number {
    const [found] =
      /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/.exec(this.text.slice(this.at, this.at + 400)) ?? [];
    if (found === undefined || /[\w.]/.test(this.text[this.at + found.length] ?? ''))
      throw new Wrong('number', this.at);
    this.at += found.length;
    return Number(found);
  }

  private string(): string {
    const from = this.at;
    for (this.at += 1; ; this.at += 1) {
      const sign = this.text[this.at];
      // A text that goes over the end of its line was never closed.
      if (sign === undefined || sign === '\n' || sign === '\r')
        throw new Wrong('end-of-text', from, { what: '"' });
      if (sign === '"') break;
      if (sign === '\\') {
        if (!/^(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/.test(this.text.slice(this.at + 1, this.at + 6)))
          throw new Wrong('escape', this.at);
        this.at += 1;
      } else if (sign < ' ') throw new Wrong('escape', this.at);
    }
    this.at += 1;
    return JSON.parse(this.text.slice(from, this.at)) as string;
  }
}

/** Line and column of an offset, both from 1. */
export function lineOf(text: string, at: number): { readonly line: number; readonly column: number } {
  const before = text.slice(0, at);
  const line = before.split('\n').length;
  return { line, column: at - (before.lastIndexOf('\n') + 1) + 1 };
}

/** Where a pointer is written; what is not there is looked for in what is around it. */
export function placeOf(places: ReadonlyMap<string, number>, pointer: string): number {
  for (let at = pointer; ; at = at.slice(0, at.lastIndexOf('/'))) {
    const place = places.get(at);
    if (place !== undefined || at === '') return place ?? 0;
  }
}
