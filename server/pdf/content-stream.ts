// SPDX-License-Identifier: AGPL-3.0-or-later

/** One operator of a content stream with its operands, each as written (whitespace made one). */
export interface Operation {
  readonly op: string;
  readonly args: readonly string[];
}

const space = /[\0\t\n\f\r ]/;
const delimiter = /[\0\t\n\f\r ()<>[\]{}/%]/;

/** Content stream (one byte a character) → operations. Throws on what Chromium never writes: inline images. */
export function operations(text: string): Operation[] {
  const found: Operation[] = [];
  let args: string[] = [];
  let at = 0;

  const skip = (): void => {
    while (at < text.length) {
      const c = text[at] as string;
      if (space.test(c)) at += 1;
      else if (c === '%') while (at < text.length && text[at] !== '\n' && text[at] !== '\r') at += 1;
      else return;
    }
  };
  const literal = (): string => {
    const from = at;
    let depth = 0;
    do {
      const c = text[at];
      if (c === undefined) throw new Error('content stream: text without end');
      if (c === '\\') at += 1;
      else if (c === '(') depth += 1;
      else if (c === ')') depth -= 1;
      at += 1;
    } while (depth > 0);
    return text.slice(from, at);
  };
  const token = (): string => {
    const c = text[at] as string;
    if (c === '(') return literal();
    if (c === '<' && text[at + 1] === '<') return collect('<<', '>>');
    if (c === '[') return collect('[', ']');
    const from = at;
    if (c === '<') {
      at = text.indexOf('>', at) + 1;
      if (at === 0) throw new Error('content stream: text without end');
      return text.slice(from, at).replace(/\s/g, '');
    }
    at += 1;
    while (at < text.length && !delimiter.test(text[at] as string)) at += 1;
    return text.slice(from, at);
  };
  const collect = (open: string, close: string): string => {
    at += open.length;
    const parts: string[] = [];
    for (skip(); at < text.length; skip()) {
      if (text.startsWith(close, at)) {
        at += close.length;
        return `${open}${parts.join(' ')}${close}`;
      }
      parts.push(token());
    }
    throw new Error('content stream: list without end');
  };

  for (skip(); at < text.length; skip()) {
    const one = token();
    if (/^[A-Za-z'"]/.test(one) && one !== 'true' && one !== 'false' && one !== 'null') {
      if (one === 'BI') throw new Error('content stream: inline image');
      found.push({ op: one, args });
      args = [];
    } else args.push(one);
  }
  return found;
}

export function written(list: readonly Operation[]): string {
  return list.map(({ op, args }) => (args.length === 0 ? op : `${args.join(' ')} ${op}`)).join('\n');
}
