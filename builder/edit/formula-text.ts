// SPDX-License-Identifier: AGPL-3.0-or-later
// A formula as one line of text, for experts: round(multiply(/canone, 12), to: 2). What is wrong comes back as a code.
import { kindOf as kindAt, parse } from '../../runtime/engine/formula.ts';
import { functions } from '../../runtime/functions/index.ts';
import type { Condition, Definition, Formula } from '../../schemas/types.ts';
import { wholeField } from './fields.ts';
import { type Kind, type Part, type Wanted, shapes } from './formula-shapes.ts';
import { type Node, fits, gives, nodeOf, rowsIn, wantedAt } from './formula.ts';
import { isCondition, rowsOf, target } from './references.ts';

const known = { functions: new Map(functions.map((each) => [each.name, each])) };

/** What is wrong, for `formula-fault.<code>`. */
export interface Fault {
  readonly code: string;
  readonly params: { readonly [name: string]: string | number };
}

// ── writing ──

export function textOf(formula: Formula): string {
  const parsed = isCondition(formula) ? undefined : parse(formula, known);
  if (!parsed) return JSON.stringify(formula);
  if ('constant' in parsed) return JSON.stringify(parsed.constant);
  if ('pointer' in parsed) return parsed.pointer;
  const part = (value: unknown, raw: boolean): string =>
    raw || isCondition(value) ? JSON.stringify(value) : textOf(value as Formula);
  const args = parsed.args.map((arg, place) => part(arg, kindAt(parsed.call, place) === 'text'));
  const options = Object.entries(parsed.options).map(
    ([name, value]) => `${name}: ${part(value, parsed.call.signature.options?.[name] === 'text')}`,
  );
  return `${parsed.call.name}(${[...args, ...options].join(', ')})`;
}

// ── reading ──

class Wrong extends Error {
  readonly fault: Fault;
  constructor(code: string, params: Fault['params'] = {}) {
    super(code);
    this.fault = { code, params };
  }
}

const tokens =
  /\s*(?:(-?\d+(?:\.\d+)?)|("(?:[^"\\]|\\.)*")|((?:case:\/|\.{0,2}\/)[\w/-]*)|([a-z][a-z0-9-]*)|([(),:{]))/y;

class Reader {
  readonly text: string;
  private at = 0;
  constructor(text: string) {
    this.text = text;
  }

  private peek(): { readonly kind: string; readonly text: string; readonly end: number } | undefined {
    tokens.lastIndex = this.at;
    const found = tokens.exec(this.text);
    if (!found) {
      const rest = this.text.slice(this.at).trimStart();
      if (rest === '') return undefined;
      throw new Wrong('unexpected', { at: this.text.length - rest.length + 1, text: rest[0]! });
    }
    const [, number, string, pointer, name, sign] = found;
    const end = tokens.lastIndex;
    if (number !== undefined) return { kind: 'number', text: number, end };
    if (string !== undefined) return { kind: 'string', text: string, end };
    if (pointer !== undefined) return { kind: 'pointer', text: pointer, end };
    return name === undefined ? { kind: sign!, text: sign!, end } : { kind: 'name', text: name, end };
  }

  private next(kind?: string): { readonly kind: string; readonly text: string } {
    const token = this.peek();
    if (!token) throw new Wrong('end');
    if (kind !== undefined && token.kind !== kind)
      throw new Wrong('unexpected', { at: token.end - token.text.length + 1, text: token.text });
    this.at = token.end;
    return token;
  }

  whole(): unknown {
    const value = this.value();
    const rest = this.peek();
    if (rest) throw new Wrong('unexpected', { at: rest.end - rest.text.length + 1, text: rest.text });
    return value;
  }

  private value(): unknown {
    const { kind, text } = this.next();
    if (kind === 'number') return Number(text);
    if (kind === 'pointer') return text;
    if (kind === 'string') return { text: json(text) };
    if (kind === '{') return this.braces();
    if (kind === 'name' && (text === 'true' || text === 'false')) return text === 'true';
    if (kind === 'name') return this.call(text);
    throw new Wrong('unexpected', { at: this.at - text.length + 1, text });
  }

  private braces(): unknown {
    const from = this.at - 1;
    let depth = 1;
    for (let quoted = false; depth > 0; this.at++) {
      const char = this.text[this.at];
      if (char === undefined) throw new Wrong('end');
      if (char === '"' && this.text[this.at - 1] !== '\\') quoted = !quoted;
      if (!quoted && char === '{') depth++;
      if (!quoted && char === '}') depth--;
    }
    return json(this.text.slice(from, this.at));
  }

  private call(name: string): unknown {
    const call = known.functions.get(name);
    if (!call) throw new Wrong('function', { name, known: [...known.functions.keys()].join(', ') });
    this.next('(');
    const args: unknown[] = [];
    const options: { [name: string]: unknown } = {};
    while (this.peek()?.kind !== ')') {
      if (args.length + Object.keys(options).length > 0) this.next(',');
      const before = this.at;
      const first = this.next();
      if (first.kind === 'name' && this.peek()?.kind === ':') {
        this.next(':');
        const kind = call.signature.options?.[first.text];
        if (kind === undefined) throw new Wrong('option', { name, option: first.text });
        options[first.text] = suited(name, this.value(), kind);
      } else {
        this.at = before;
        args.push(suited(name, this.value(), kindAt(call, args.length)));
      }
    }
    this.next(')');
    const { length } = call.signature.args;
    if (args.length < length || (args.length > length && !call.signature.rest))
      throw new Wrong('count', { name, wanted: length, given: args.length });
    for (const [option, { optional }] of Object.entries(shapes[name]?.options ?? {}))
      if (!optional && !(option in options)) throw new Wrong('option-missing', { name, option });
    return { [name]: args.length === 1 && !call.signature.rest ? args[0] : args, ...options };
  }
}

const json = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    throw new Wrong('json');
  }
};

/** A part as its function takes it: where that wants a text as it is, quotes mean that text. */
function suited(name: string, value: unknown, kind: string | undefined): unknown {
  if (kind === 'condition' && !isCondition(value)) throw new Wrong('condition', { name });
  if (kind === 'pointer' && typeof value !== 'string')
    throw new Wrong('kind', { name, wanted: 'rows', given: 'any' });
  return kind === 'text' && typeof value === 'object' && value !== null && 'text' in value
    ? value.text
    : value;
}

/** Reads a text as the formula of a question of this kind; every pointer is one that stands there. */
export function readFormula(
  definition: Definition,
  text: string,
  level: string,
  wanted: Wanted,
): { readonly formula: Formula } | { readonly fault: Fault } {
  try {
    const formula = new Reader(text).whole() as Formula;
    if (isCondition(formula)) throw new Wrong('kind', { name: '', wanted, given: 'condition' });
    there(definition, formula, level);
    const node = nodeOf(definition, formula, level);
    right(definition, node, level);
    const given = gives(definition, node);
    if (!fits(given, wanted)) throw new Wrong('kind', { name: text.slice(0, 40), wanted, given: given! });
    return { formula };
  } catch (wrong) {
    if (wrong instanceof Wrong) return { fault: wrong.fault };
    throw wrong;
  }
}

/** Every question that is named must be there. */
function there(definition: Definition, part: unknown, level: string): void {
  if (typeof part === 'string' && /^\.{0,2}\//.test(part)) {
    const at = target(part, level);
    if (!at?.startsWith('/') || !wholeField(definition, at)) throw new Wrong('question', { name: part });
  } else if (Array.isArray(part)) for (const each of part) there(definition, each, level);
  else if (isCondition(part)) for (const key of Object.keys(part)) inCondition(definition, part, key, level);
  else if (typeof part === 'object' && part !== null && !Object.hasOwn(part, 'text')) {
    const [first] = Object.keys(part);
    const rows = rowsOf(definition, (part as { [key: string]: unknown })[first!], level);
    for (const [key, value] of Object.entries(part))
      if (!rows.startsWith('case:') || key === first)
        there(definition, value, key === 'where' || (key === 'of' && key !== first) ? rows : level);
  }
}

function inCondition(definition: Definition, condition: Condition, key: string, level: string): void {
  const value = (condition as { [key: string]: unknown })[key];
  if (key === 'named') {
    if (!Object.hasOwn(definition.conditions ?? {}, String(value)))
      throw new Wrong('question', { name: String(value) });
  } else if (key.includes('/')) there(definition, key, level);
  else there(definition, value, level);
}

/** Every part is of the kind that its function takes. */
function right(definition: Definition, node: Node, level: string): void {
  if (node.is !== 'call') return;
  const shape = shapes[node.name]!;
  const rows = rowsIn(definition, node, level);
  const one = (part: Node, is: Part | undefined, from: string): void => {
    right(definition, part, from);
    if (is === 'condition' && part.is !== 'condition') throw new Wrong('condition', { name: node.name });
    if (is === undefined || part.is === 'pointer' || part.is === 'name' || part.is === 'condition') return;
    if (['rows', 'scored', 'list', 'column', 'parameter', 'plain'].includes(is)) return;
    const wanted = wantedAt(definition, node, is, 'any');
    const given: Kind | undefined = gives(definition, part);
    if (!fits(given, wanted)) throw new Wrong('kind', { name: node.name, wanted, given: given! });
  };
  node.args.forEach((arg, place) => one(arg, shape.args[place] ?? shape.rest, level));
  for (const [name, option] of Object.entries(node.options))
    one(option, shape.options?.[name]?.is, name === 'where' || name === 'of' ? rows : level);
}
