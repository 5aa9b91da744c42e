// SPDX-License-Identifier: AGPL-3.0-or-later
// XPath as XLSForm writes it, read into a tree.

export type Node =
  | { readonly is: 'number'; readonly value: number }
  | { readonly is: 'text'; readonly value: string }
  /** ${name} */
  | { readonly is: 'answer'; readonly name: string }
  /** . */
  | { readonly is: 'self' }
  | { readonly is: 'call'; readonly name: string; readonly args: readonly Node[] }
  | { readonly is: 'op'; readonly op: string; readonly a: Node; readonly b: Node }
  | { readonly is: 'minus'; readonly a: Node };

const token =
  /\s*(?:(\$\{\s*[^}]+?\s*\})|(\d+(?:\.\d+)?|\.\d+)|"([^"]*)"|'([^']*)'|([A-Za-z_][\w-]*(?::[A-Za-z][\w-]*)?)|(!=|<=|>=|[=<>+\-*(),.|/[\]]))/y;

interface Token {
  readonly kind: 'answer' | 'number' | 'text' | 'name' | 'sign';
  readonly text: string;
}

/** Curly quotes come from word processors. */
const straight = (text: string): string => text.replace(/[“”]/g, '"').replace(/[‘’]/g, "'");

function tokens(text: string): Token[] | undefined {
  const found: Token[] = [];
  const end = text.trimEnd().length;
  token.lastIndex = 0;
  while (token.lastIndex < end) {
    const match = token.exec(text);
    if (!match) return undefined;
    const [, answer, number, double, single, name, sign] = match;
    if (answer !== undefined) found.push({ kind: 'answer', text: answer.slice(2, -1).trim() });
    else if (number !== undefined) found.push({ kind: 'number', text: number });
    else if (double !== undefined || single !== undefined)
      found.push({ kind: 'text', text: double ?? single ?? '' });
    else if (name !== undefined) found.push({ kind: 'name', text: name });
    else found.push({ kind: 'sign', text: sign! });
  }
  return found;
}

/** Operators from loose to tight; those of one row bind alike, from the left. */
const ranks: readonly (readonly string[])[] = [
  ['or'],
  ['and'],
  ['=', '!='],
  ['<', '<=', '>', '>='],
  ['+', '-'],
  ['*', 'div', 'mod'],
];

const DEPTH = 60;
const LONGEST = 5_000;

/** The tree of an expression; undefined when it is not one that we know. */
export function parse(written: string): Node | undefined {
  const list = written.length > LONGEST ? undefined : tokens(straight(written));
  if (!list || list.length === 0) return undefined;
  let at = 0;
  let depth = 0;
  const sign = (text: string): boolean => list[at]?.kind === 'sign' && list[at]?.text === text && ++at > 0;

  const operator = (rank: number): string | undefined => {
    const next = list[at];
    if (!next || (next.kind !== 'sign' && next.kind !== 'name')) return undefined;
    return ranks[rank]!.includes(next.text) ? next.text : undefined;
  };

  const level = (rank: number): Node | undefined => {
    if (rank === ranks.length) return minus();
    let a = level(rank + 1);
    for (let op = operator(rank); a && op; op = operator(rank)) {
      at++;
      const b = level(rank + 1);
      a = b && { is: 'op', op, a, b };
    }
    return a;
  };

  const minus = (): Node | undefined => {
    if (!sign('-')) return single();
    const a = minus();
    if (a?.is === 'number') return { is: 'number', value: -a.value };
    return a && { is: 'minus', a };
  };

  const inside = (): Node | undefined => {
    if (++depth > DEPTH) return undefined;
    const node = level(0);
    depth--;
    return node;
  };

  const single = (): Node | undefined => {
    if (sign('(')) {
      const node = inside();
      return sign(')') ? node : undefined;
    }
    if (sign('.')) return { is: 'self' };
    const next = list[at++];
    if (next?.kind === 'number') return { is: 'number', value: Number(next.text) };
    if (next?.kind === 'text') return { is: 'text', value: next.text };
    if (next?.kind === 'answer') return { is: 'answer', name: next.text };
    if (next?.kind !== 'name' || !sign('(')) return undefined;
    const args: Node[] = [];
    while (!sign(')')) {
      const arg = inside();
      if (!arg) return undefined;
      args.push(arg);
      if (!sign(',') && list[at]?.text !== ')') return undefined;
    }
    return { is: 'call', name: next.text, args };
  };

  const node = inside();
  return at === list.length ? node : undefined;
}

/** Names of the answers that a tree reads. */
export function namesIn(node: Node): readonly string[] {
  if (node.is === 'answer') return [node.name];
  if (node.is === 'call') return node.args.flatMap(namesIn);
  if (node.is === 'op') return [...namesIn(node.a), ...namesIn(node.b)];
  return node.is === 'minus' ? namesIn(node.a) : [];
}

/** The tree as a text again. */
export function written(node: Node): string {
  const within = (each: Node): string => (each.is === 'op' ? `(${written(each)})` : written(each));
  switch (node.is) {
    case 'number':
      return String(node.value);
    case 'text':
      return `'${node.value}'`;
    case 'answer':
      return `\${${node.name}}`;
    case 'self':
      return '.';
    case 'minus':
      return `-${within(node.a)}`;
    case 'call':
      return `${node.name}(${node.args.map(written).join(', ')})`;
    case 'op': {
      const loose = ['=', '!=', '<', '<=', '>', '>='].includes(node.op);
      const side = loose ? written : within;
      return `${side(node.a)} ${node.op} ${side(node.b)}`;
    }
  }
}
