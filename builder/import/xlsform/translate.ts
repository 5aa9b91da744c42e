// SPDX-License-Identifier: AGPL-3.0-or-later
// Expressions as conditions and formulas. What has no equal gives undefined: the importer lists it.
import type { Condition, Formula, Test } from '../../../schemas/types.ts';
import { all, any, not, test } from '../combine.ts';
import { type Answer, type Rows, type ValueType, seenFrom, valueType } from '../answers.ts';
import { type Node, written } from './xpath.ts';

/** From where an expression looks, and whom it may ask. */
export interface Sight {
  readonly from: Rows | undefined;
  /** what `.` means */
  readonly self: Answer | undefined;
  find(name: string): Answer | undefined;
  /** a computed yes or no beside the question, for what only a formula can say; gives its pointer */
  keep(formula: Formula, title: string): string;
}

export interface Valued {
  readonly formula: Formula;
  readonly type: ValueType;
}

const mirrored: { readonly [op: string]: string } = {
  '<': '>',
  '>': '<',
  '<=': '>=',
  '>=': '<=',
  '=': '=',
  '!=': '!=',
};
const bounds: { readonly [op: string]: keyof Test } = {
  '<': 'exclusiveMaximum', '>': 'exclusiveMinimum', '<=': 'maximum', '>=': 'minimum',
}; // prettier-ignore
const isNumeric = (type: ValueType): boolean => type === 'number' || type === 'integer';
const isIsoDate = (text: string): boolean => /^\d{4}-\d\d-\d\d$/.test(text);

function answerOf(node: Node, sight: Sight): Answer | undefined {
  return node.is === 'answer' ? sight.find(node.name) : node.is === 'self' ? sight.self : undefined;
}

/** A literal as it is compared: numbers may be written as texts. */
function literal(node: Node): string | number | undefined {
  if (node.is === 'number' || node.is === 'text') return node.value;
  if (node.is === 'call' && node.name === 'date' && node.args.length === 1) return literal(node.args[0]!);
  return undefined;
}

/** How many: of what is chosen, of rows, of letters. */
const sizes: { readonly [name: string]: { readonly of: readonly ValueType[]; readonly type: 'array' | 'string'; readonly words: readonly [least: keyof Test, most: keyof Test] } } = {
  'count-selected': { of: ['list'], type: 'array', words: ['minItems', 'maxItems'] },
  count: { of: ['rows'], type: 'array', words: ['minItems', 'maxItems'] },
  'string-length': { of: ['string'], type: 'string', words: ['minLength', 'maxLength'] },
}; // prettier-ignore

/** `> 3` as least 4; undefined where the number is no whole one. */
export function range(op: string, number: number): { least?: number; most?: number } | undefined {
  if (!Number.isInteger(number)) return undefined;
  if (op === '>') return { least: number + 1 };
  if (op === '>=') return { least: number };
  if (op === '<') return { most: number - 1 };
  if (op === '<=') return { most: number };
  return op === '=' ? { least: number, most: number } : undefined;
}

function sized(node: Node, op: string, number: number, sight: Sight): Condition | undefined {
  const size = node.is === 'call' && Object.hasOwn(sizes, node.name) ? sizes[node.name] : undefined;
  const answer = node.is === 'call' && node.args.length === 1 ? answerOf(node.args[0]!, sight) : undefined;
  const pointer = answer && seenFrom(sight.from, answer);
  if (!size || !pointer || !size.of.includes(valueType(answer.field))) return undefined;
  const found = range(op, number);
  if (!found || (found.most ?? 0) < 0) return undefined;
  if (found.least === 1 && found.most === undefined && size.type === 'string')
    return test(pointer, { answered: true });
  // What is not there has no letters and no rows: nothing that only a test of what is there can say.
  if (found.least === undefined || found.least === 0) {
    return found.most === undefined
      ? undefined
      : not(test(pointer, { type: size.type, [size.words[0]]: found.most + 1 }));
  }
  const most = found.most === undefined ? {} : { [size.words[1]]: found.most };
  return test(pointer, { type: size.type, [size.words[0]]: found.least, ...most });
}

/** `answer op literal` */
function compared(answer: Answer, op: string, value: string | number, sight: Sight): Condition | undefined {
  const pointer = seenFrom(sight.from, answer);
  if (pointer === undefined) return undefined;
  const { field } = answer;
  const type = valueType(field);
  const equals = op === '=' || op === '!=';
  const said = (wanted: Test): Condition =>
    op === '!=' ? not(test(pointer, wanted)) : test(pointer, wanted);
  if (value === '' && equals) return test(pointer, { answered: op === '!=' });
  if (field['x-type'] === 'declaration')
    return equals ? test(pointer, { answered: (value === 'OK') === (op === '=') }) : undefined;
  if (type === 'string') return equals ? said({ const: String(value) }) : undefined;
  if (type === 'date') return equals && isIsoDate(String(value)) ? said({ const: String(value) }) : undefined;
  const number = Number(value);
  if (!isNumeric(type) || value === '' || !Number.isFinite(number)) return undefined;
  if (equals) return said({ const: number });
  return test(pointer, { type: type as 'integer', [bounds[op]!]: number });
}

/** What must hold, as a condition. */
export function condition(node: Node, sight: Sight): Condition | undefined {
  if (node.is === 'op' && (node.op === 'and' || node.op === 'or')) {
    const [a, b] = [condition(node.a, sight), condition(node.b, sight)];
    return a && b && (node.op === 'and' ? all([a, b]) : any([a, b]));
  }
  if (node.is === 'op' && node.op in mirrored) return comparison(node.op, node.a, node.b, sight);
  if (node.is === 'call') return called(node.name, node.args, sight);
  const answer = answerOf(node, sight);
  const pointer = answer && seenFrom(sight.from, answer);
  if (pointer === undefined) return undefined;
  return test(pointer, valueType(answer!.field) === 'boolean' ? { const: true } : { answered: true });
}

function called(name: string, args: readonly Node[], sight: Sight): Condition | undefined {
  const [first, second] = args;
  if (name === 'not' && first) {
    const inner = condition(first, sight);
    return inner && not(inner);
  }
  if (name === 'boolean' && first) return condition(first, sight);
  if (name !== 'selected' || !first || !second) return undefined;
  const answer = answerOf(first, sight);
  const pointer = answer && seenFrom(sight.from, answer);
  const value = literal(second);
  if (!answer || pointer === undefined || value === undefined) return undefined;
  if (valueType(answer.field) === 'list')
    return test(pointer, { type: 'array', contains: { const: String(value) } });
  return valueType(answer.field) === 'string' ? test(pointer, { const: String(value) }) : undefined;
}

function comparison(op: string, a: Node, b: Node, sight: Sight): Condition | undefined {
  const right = literal(b);
  const left = literal(a);
  if (left !== undefined && right === undefined) return comparison(mirrored[op]!, b, a, sight);
  const answer = answerOf(a, sight);
  const plain =
    right === undefined
      ? undefined
      : answer
        ? compared(answer, op, right, sight)
        : typeof right === 'number'
          ? sized(a, op, right, sight)
          : undefined;
  if (plain) return plain;
  const computed = compare(op === '!=' ? '=' : op, a, b, sight);
  if (computed === undefined) return undefined;
  const held = test(sight.keep(computed, written({ is: 'op', op, a, b })), { const: true });
  return op === '!=' ? not(held) : held;
}

/** Two values of one kind, compared by a formula. */
function compare(op: string, a: Node, b: Node, sight: Sight): Formula | undefined {
  const left = value(a, sight);
  const right = value(b, sight);
  if (!left || !right || (left.type !== right.type && !(isNumeric(left.type) && isNumeric(right.type))))
    return undefined;
  if (left.type === 'boolean' || (left.type === 'string' && op !== '=')) return undefined;
  if (op === '=') return { equal: [left.formula, right.formula] };
  const [from, to] = op.startsWith('<') ? [left, right] : [right, left];
  return { [op.endsWith('=') ? 'at-most' : 'less-than']: [from.formula, to.formula] };
}

/** What a value comes to, as a formula. */
export function value(node: Node, sight: Sight): Valued | undefined {
  if (node.is === 'number')
    return { formula: node.value, type: Number.isInteger(node.value) ? 'integer' : 'number' };
  if (node.is === 'text')
    return { formula: { text: node.value }, type: isIsoDate(node.value) ? 'date' : 'string' };
  if (node.is === 'minus') return arithmetic('-', { is: 'number', value: 0 }, node.a, sight);
  if (node.is === 'op')
    return node.op in mirrored || node.op === 'and' || node.op === 'or'
      ? held(node, sight)
      : arithmetic(node.op, node.a, node.b, sight);
  if (node.is === 'call') {
    const make = Object.hasOwn(calls, node.name) ? calls[node.name] : undefined;
    return make?.(node.args, sight);
  }
  const answer = answerOf(node, sight);
  const pointer = answer && seenFrom(sight.from, answer);
  const type = answer && valueType(answer.field);
  if (pointer === undefined || !type || ['list', 'rows', 'other'].includes(type)) return undefined;
  return { formula: pointer, type };
}

const held = (node: Node, sight: Sight): Valued | undefined => {
  const found = condition(node, sight);
  return found && { formula: { holds: found }, type: 'boolean' };
};

const names: { readonly [op: string]: string } = {
  '+': 'add',
  '-': 'subtract',
  '*': 'multiply',
  div: 'divide',
};

function arithmetic(op: string, a: Node, b: Node, sight: Sight): Valued | undefined {
  const name = names[op];
  const [left, right] = [value(a, sight), value(b, sight)];
  if (!name || !left || !right) return undefined;
  if (left.type === 'date') return withDays(op, left, right);
  if (!isNumeric(left.type) || !isNumeric(right.type)) return undefined;
  const chain =
    (name === 'add' || name === 'multiply') && typeof left.formula === 'object'
      ? left.formula[name]
      : undefined;
  const args = Array.isArray(chain)
    ? [...(chain as Formula[]), right.formula]
    : [left.formula, right.formula];
  return { formula: { [name]: args }, type: 'number' };
}

function withDays(op: string, left: Valued, right: Valued): Valued | undefined {
  if (op === '-' && right.type === 'date')
    return { formula: { 'days-between': [right.formula, left.formula] }, type: 'integer' };
  if (op === '+' && right.type === 'integer')
    return { formula: { 'add-days': [left.formula, right.formula] }, type: 'date' };
  return undefined;
}

/** One value for each row of a list that stands right below. */
function overRows(
  node: Node | undefined,
  sight: Sight,
): { readonly list: string; readonly of: string; readonly type: ValueType } | undefined {
  const answer = node?.is === 'answer' ? sight.find(node.name) : undefined;
  if (!answer?.rows || answer.rows.within !== sight.from) return undefined;
  const { pointer, within } = answer.rows;
  const list = seenFrom(sight.from, { pointer, rows: within });
  const of = `.${answer.pointer.slice(pointer.length + '/*'.length)}`;
  return list === undefined ? undefined : { list, of, type: valueType(answer.field) };
}

type Call = (args: readonly Node[], sight: Sight) => Valued | undefined;

const extreme =
  (single: string, ofRows: string): Call =>
  (args, sight) => {
    const rows = args.length === 1 ? overRows(args[0], sight) : undefined;
    if (rows)
      return isNumeric(rows.type)
        ? { formula: { [ofRows]: rows.list, of: rows.of }, type: rows.type }
        : undefined;
    const found = args.map((arg) => value(arg, sight));
    if (found.length < 2 || !found.every((each) => each && isNumeric(each.type))) return undefined;
    return { formula: { [single]: found.map((each) => each!.formula) }, type: 'number' };
  };

const same: Call = ([arg], sight) => arg && value(arg, sight);

/** `int((today() - ${nascita}) div 365.25)`: the way in which everybody writes an age. */
function ageIn(node: Node | undefined, sight: Sight): Valued | undefined {
  if (
    node?.is !== 'op' ||
    node.op !== 'div' ||
    node.b.is !== 'number' ||
    ![365, 365.25, 365.2425].includes(node.b.value)
  )
    return undefined;
  const days = node.a;
  if (days.is !== 'op' || days.op !== '-') return undefined;
  const [on, born] = [value(days.a, sight), value(days.b, sight)];
  if (on?.type !== 'date' || born?.type !== 'date' || typeof born.formula !== 'string') return undefined;
  return { formula: { age: born.formula, on: on.formula }, type: 'integer' };
}

const calls: { readonly [name: string]: Call } = {
  today: () => ({ formula: { today: [] }, type: 'date' }),
  date: ([arg], sight) => {
    const found = arg && value(arg, sight);
    return found?.type === 'date' ? found : undefined;
  },
  true: () => ({ formula: true, type: 'boolean' }),
  false: () => ({ formula: false, type: 'boolean' }),
  number: (args, sight) => {
    const found = same(args, sight);
    return found && isNumeric(found.type) ? found : undefined;
  },
  string: (args, sight) => {
    const found = same(args, sight);
    return found?.type === 'string' ? found : undefined;
  },
  int([arg], sight) {
    const found = ageIn(arg, sight) ?? (arg && value(arg, sight));
    return found?.type === 'integer' ? found : undefined;
  },
  round([arg, to], sight) {
    const found = arg && value(arg, sight);
    if (!found || !isNumeric(found.type)) return undefined;
    const places = to === undefined ? 0 : literal(to);
    return typeof places === 'number'
      ? { formula: { round: found.formula, to: places }, type: places === 0 ? 'integer' : 'number' }
      : undefined;
  },
  if([when, a, b], sight) {
    const [held, yes, no] = [when && condition(when, sight), a && value(a, sight), b && value(b, sight)];
    if (!held || !yes || !no) return undefined;
    const type =
      yes.type === no.type ? yes.type : isNumeric(yes.type) && isNumeric(no.type) ? 'number' : undefined;
    return type && { formula: { if: [held, yes.formula, no.formula] }, type };
  },
  coalesce([a, b], sight) {
    const answer = a && answerOf(a, sight);
    const pointer = answer && seenFrom(sight.from, answer);
    const [first, second] = [a && value(a, sight), b && value(b, sight)];
    if (pointer === undefined || !first || first.type !== second?.type) return undefined;
    return {
      formula: { if: [test(pointer, { answered: true }), first.formula, second.formula] },
      type: first.type,
    };
  },
  concat(args, sight) {
    const found = args.map((arg) => value(arg, sight));
    if (found.length === 0 || found.some((each) => !each || each.type === 'boolean')) return undefined;
    return { formula: { join: found.map((each) => each!.formula) }, type: 'string' };
  },
  sum([arg], sight) {
    const rows = overRows(arg, sight);
    return rows && isNumeric(rows.type)
      ? { formula: { sum: rows.list, of: rows.of }, type: 'number' }
      : undefined;
  },
  count([arg], sight) {
    const answer = arg && answerOf(arg, sight);
    const pointer = answer && seenFrom(sight.from, answer);
    return pointer !== undefined && valueType(answer!.field) === 'rows'
      ? { formula: { count: pointer }, type: 'integer' }
      : undefined;
  },
  min: extreme('min', 'lowest'),
  max: extreme('max', 'highest'),
};
