// SPDX-License-Identifier: AGPL-3.0-or-later

/** One operator of a content stream with its operands, each as written (whitespace made one). */
export interface Operation {
  readonly op: string;
  readonly args: readonly string[];
}

/** What a byte is to the reader of a stream: 0 part of a word, 1 white space, 2 a mark of its own. */
const kinds = new Uint8Array(256);
for (const white of [0, 9, 10, 12, 13, 32]) kinds[white] = 1;
for (const mark of Buffer.from('()<>[]{}/%')) kinds[mark] = 2;
const [slash, percent, less, more, square, closed, round] = [47, 37, 60, 62, 91, 93, 40];

const isOperator = (word: string): boolean => {
  const first = word.charCodeAt(0) | 32;
  const letter = (first >= 97 && first <= 122) || word === "'" || word === '"';
  return letter && word !== 'true' && word !== 'false' && word !== 'null';
};

/** Content stream (one byte a character) → operations. Throws on what Chromium never writes, inline images among them. */
export function operations(text: string): Operation[] {
  const found: Operation[] = [];
  const lists: string[][] = [];
  let args: string[] = [];
  let at = 0;
  const fault = (): never => {
    throw new Error(`content stream: not a token at ${at}`);
  };
  const open = (): void => {
    lists.push(args);
    args = [];
  };
  const close = (before: string, after: string): void => {
    const outer = lists.pop();
    if (!outer) throw new Error('content stream: list without beginning');
    outer.push(`${before}${args.join(' ')}${after}`);
    args = outer;
  };
  while (at < text.length) {
    const code = text.charCodeAt(at);
    const from = at;
    at += 1;
    if (kinds[code] === 1) continue;
    if (kinds[code] === 0 || code === slash) {
      while (at < text.length && kinds[text.charCodeAt(at)] === 0) at += 1;
      const word = wordOf(text, from, at);
      if (code === slash || lists.length > 0 || !isOperator(word)) args.push(word);
      else {
        if (word === 'BI') throw new Error('content stream: inline image');
        found.push(args.length === 0 ? (bare.get(word) ?? bareOf(word)) : { op: word, args });
        if (args.length > 0) args = [];
      }
    } else if (code === percent) {
      while (at < text.length && !/[\r\n]/.test(text[at] ?? '')) at += 1;
    } else if (code === round) {
      at = endOfText(text, at);
      args.push(text.slice(from, at));
    } else if (code === square) open();
    else if (code === closed) close('[', ']');
    else if (code === less && text.charCodeAt(at) === less) {
      at += 1;
      open();
    } else if (code === more && text.charCodeAt(at) === more) {
      at += 1;
      close('<<', '>>');
    } else if (code === less) {
      const end = text.indexOf('>', at);
      const hex = text.slice(at, end);
      if (end < 0 || !/^[0-9A-Fa-f\0\t\n\f\r ]*$/.test(hex)) fault();
      args.push(`<${hex.replace(/[\0\s]/g, '')}>`);
      at = end + 1;
    } else fault();
  }
  if (lists.length > 0) throw new Error('content stream: list without end');
  return found;
}

const short = new Map<number, string>();
/** A word; short ones are the same string each time, so that comparing and looking them up costs nothing. */
function wordOf(text: string, from: number, to: number): string {
  if (to - from > 3) return text.slice(from, to);
  let name = 0;
  for (let at = from; at < to; at += 1) name = name * 256 + text.charCodeAt(at);
  let word = short.get(name);
  if (word === undefined) {
    word = text.slice(from, to);
    if (short.size < 20_000) short.set(name, word);
  }
  return word;
}

const bare = new Map<string, Operation>();
/** An operator without operands: nobody changes operations, so one serves all. */
function bareOf(op: string): Operation {
  const one: Operation = { op, args: [] };
  if (bare.size < 200) bare.set(op, one);
  return one;
}

/** Place after the bracket that closes a text. */
function endOfText(text: string, from: number): number {
  let depth = 1;
  for (let at = from; at < text.length; at += 1) {
    const c = text[at];
    if (c === '\\') at += 1;
    else if (c === '(') depth += 1;
    else if (c === ')') depth -= 1;
    if (depth === 0) return at + 1;
  }
  throw new Error('content stream: text without end');
}

export function written(list: readonly Operation[]): string {
  return list.map(({ op, args }) => (args.length === 0 ? op : `${args.join(' ')} ${op}`)).join('\n');
}

/** Operations of streams that this process wrote or read, by their encoded bytes: nobody tokenises twice. */
const read = new WeakMap<Uint8Array, readonly Operation[]>();

export function remember(encoded: Uint8Array, list: readonly Operation[]): void {
  read.set(encoded, list);
}
export const remembered = (encoded: Uint8Array): readonly Operation[] | undefined => read.get(encoded);
