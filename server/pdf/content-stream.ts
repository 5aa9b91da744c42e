// SPDX-License-Identifier: AGPL-3.0-or-later

/** One operator of a content stream with its operands, each as written (whitespace made one). */
export interface Operation {
  readonly op: string;
  readonly args: readonly string[];
}

// One token: white space or comment, name / number / operator, hexadecimal text, or what opens a list or a text.
const next =
  /[\0\t\n\f\r ]+|%[^\r\n]*|(\/?[^\0\t\n\f\r ()<>[\]{}/%]+|\/)|<([0-9A-Fa-f\0\t\n\f\r ]*)>|(<<|>>|\[|\]|\()/y;
const operator = /^(?!true$|false$|null$)[A-Za-z'"]/;

/** Content stream (one byte a character) → operations. Throws on what Chromium never writes, inline images among them. */
export function operations(text: string): Operation[] {
  const found: Operation[] = [];
  const lists: string[][] = [];
  let args: string[] = [];
  let at = 0;
  while (at < text.length) {
    next.lastIndex = at;
    const match = next.exec(text);
    if (!match) throw new Error(`content stream: not a token at ${at}`);
    at = next.lastIndex;
    const [, plain, hex, bracket] = match;
    if (plain !== undefined) {
      if (lists.length === 0 && operator.test(plain)) {
        if (plain === 'BI') throw new Error('content stream: inline image');
        found.push({ op: plain, args });
        args = [];
      } else args.push(plain);
    } else if (hex !== undefined) args.push(`<${hex.replace(/\s/g, '')}>`);
    else if (bracket === '(') {
      const end = endOfText(text, at);
      args.push(text.slice(at - 1, end));
      at = end;
    } else if (bracket === '<<' || bracket === '[') {
      lists.push(args);
      args = [];
    } else if (bracket !== undefined) {
      const outer = lists.pop();
      if (!outer) throw new Error('content stream: list without beginning');
      outer.push(bracket === ']' ? `[${args.join(' ')}]` : `<<${args.join(' ')}>>`);
      args = outer;
    }
  }
  if (lists.length > 0) throw new Error('content stream: list without end');
  return found;
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
