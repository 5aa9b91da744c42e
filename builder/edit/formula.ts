// SPDX-License-Identifier: AGPL-3.0-or-later
// A formula as a tree that is picked from menus, and back. Menus offer only what fits: a wrong kind cannot be made.
import { functions } from '../../runtime/functions/index.ts';
import type { Condition, Definition, Formula } from '../../schemas/types.ts';
import { same } from './clauses.ts';
import type { Edited, Handle } from './contract.ts';
import { everyField, innerScope, nesting, wholeField, withField } from './fields.ts';
import { type Kind, type Part, type Wanted, shapes } from './formula-shapes.ts';
import { outside, target, titleOf } from './references.ts';

export type Node =
  | { readonly is: 'nothing' }
  | { readonly is: 'constant'; readonly kind: Kind; readonly value: string | number | boolean }
  // the question that is read, as a handle
  | { readonly is: 'answer'; readonly question: Handle }
  | {
      readonly is: 'call';
      readonly name: string;
      readonly args: readonly Node[];
      readonly options: { readonly [name: string]: Node };
    }
  | { readonly is: 'condition'; readonly condition: Condition | undefined }
  /** a list of rows, something with points */
  | { readonly is: 'pointer'; readonly question: Handle }
  /** the name of a list, a column, a parameter */
  | { readonly is: 'name'; readonly text: string }
  /** what no menu can make: it stays */
  | { readonly is: 'written'; readonly formula: Formula };

export const empty: Node = { is: 'nothing' };

type Keyed = { readonly [key: string]: unknown };
const byName = new Map(functions.map((each) => [each.name, each]));

// ── kinds ──

/** What kind of value an answer is to a formula; undefined: none that it can read. */
export function kindOf(definition: Definition, pointer: string): Kind | undefined {
  const field = wholeField(definition, pointer);
  if (!field || nesting(definition, field) || field.type === 'array') return undefined;
  if (field.type === 'integer' || field.type === 'number') return 'number';
  if (field.type === 'boolean') return 'yes-no';
  return field.format === 'date' ? 'date' : 'text';
}

/** The kind that a formula gives; undefined: not known before it is worked out. */
export function gives(definition: Definition, node: Node): Kind | undefined {
  if (node.is === 'constant') return node.kind;
  if (node.is === 'answer') return kindOf(definition, node.question);
  if (node.is !== 'call') return undefined;
  const shape = shapes[node.name];
  if (!shape) return undefined;
  if (shape.gives !== 'same' && shape.gives !== 'any') return shape.gives;
  if (shape.gives === 'any') return undefined;
  const parts = [...node.args, ...Object.values(node.options)];
  return parts.map((part) => gives(definition, part)).find((kind) => kind !== undefined);
}

/** Does a kind fit where this is wanted? What is not known before fits everywhere. */
export const fits = (kind: Kind | undefined, wanted: Wanted): boolean =>
  kind === undefined || wanted === 'any' || (wanted === 'ordered' ? kind !== 'yes-no' && kind !== 'text' : kind === wanted); // prettier-ignore

/** What the part at a place must be: as the first one that is known, where all must be alike. */
export function wantedAt(
  definition: Definition,
  node: Extract<Node, { is: 'call' }>,
  part: Part,
  wanted: Wanted,
): Wanted {
  if (part !== 'same' && part !== 'ordered') return part as Wanted;
  if (shapes[node.name]?.gives === 'same' && wanted !== 'any') return wanted;
  const known = node.args.map((arg) => gives(definition, arg)).find((kind) => kind !== undefined);
  if (part === 'ordered') return known === undefined || !fits(known, 'ordered') ? 'ordered' : known;
  return known ?? 'any';
}

/** Functions that give what is wanted, in the order of their dictionary. */
export function functionsFor(wanted: Wanted): readonly string[] {
  return Object.keys(shapes).filter((name) => {
    const kind = shapes[name]!.gives;
    return kind === 'same' || kind === 'any' || fits(kind, wanted);
  });
}

/** Answers of a kind that can be read from where a row stands. `not`: the computed question itself. */
export function answersFor(
  definition: Definition,
  level: string,
  wanted: Wanted,
  not: Handle,
): readonly Handle[] {
  const levels = new Set(['', level, outside(level)]);
  return everyField(definition)
    .filter(({ pointer, level: theirs }) => {
      const kind = levels.has(theirs) && pointer !== not ? kindOf(definition, pointer) : undefined;
      return kind !== undefined && fits(kind, wanted);
    })
    .map(({ pointer }) => pointer);
}

/** Lists of rows that can be read from a row: the root's, and those inside the row. */
export function listsFor(definition: Definition, level: string): readonly Handle[] {
  return everyField(definition)
    .filter(
      ({ pointer, level: theirs }) =>
        (theirs === '' || theirs === level) && innerScope(definition, pointer)?.endsWith('/*'),
    )
    .map(({ pointer }) => pointer);
}

const scores = (definition: Definition, pointer: string): boolean => {
  const field = wholeField(definition, pointer);
  const choices = field?.oneOf ?? field?.items?.oneOf;
  return (
    field?.['x-score'] !== undefined || (choices?.some((each) => each['x-score'] !== undefined) ?? false)
  );
};

/** Whatever has points, or holds something that has. */
export function scoredFor(definition: Definition, level: string): readonly Handle[] {
  const own = everyField(definition).filter(({ pointer }) => scores(definition, pointer));
  return everyField(definition)
    .filter(
      ({ pointer, level: theirs }) =>
        (theirs === '' || theirs === level) &&
        own.some((each) => each.pointer === pointer || each.pointer.startsWith(`${pointer}/`)),
    )
    .map(({ pointer }) => pointer);
}

// ── tree → formula ──

// How a pointer is written from a row.
function from(question: Handle, level: string): string {
  if (level === '') return question;
  if (question.startsWith(`${level}/`)) return `.${question.slice(level.length)}`;
  const around = outside(level);
  return around !== '' && question.startsWith(`${around}/`) ? `..${question.slice(around.length)}` : question;
}

/** The rows that `where` and `of` look from. */
export function rowsIn(definition: Definition, node: Node, level: string): string {
  const list = node.is === 'call' ? node.args[0] : undefined;
  return list?.is === 'pointer' ? (innerScope(definition, list.question) ?? level) : level;
}

/** The formula that a tree says; undefined while something is missing. */
export function formulaOf(definition: Definition, node: Node, level: string): Formula | undefined {
  const written = writtenOf(definition, node, level);
  return written as Formula | undefined;
}

function writtenOf(definition: Definition, node: Node, level: string): unknown {
  if (node.is === 'written') return node.formula;
  if (node.is === 'condition') return node.condition;
  if (node.is === 'name') return node.text === '' ? undefined : node.text;
  if (node.is === 'answer' || node.is === 'pointer')
    return node.question === '' ? undefined : from(node.question, level);
  if (node.is === 'constant')
    return typeof node.value === 'string'
      ? node.value === ''
        ? undefined
        : { text: node.value }
      : node.value;
  if (node.is !== 'call') return undefined;
  const shape = shapes[node.name];
  const rows = rowsIn(definition, node, level);
  const args = node.args.map((arg) => writtenOf(definition, arg, level));
  if (args.some((arg) => arg === undefined) || args.length < (shape?.args.length ?? 0)) return undefined;
  const options: { [name: string]: unknown } = {};
  for (const [name, option] of Object.entries(node.options)) {
    const inner = name === 'where' || name === 'of' ? rows : level;
    const value = writtenOf(definition, option, inner);
    if (value !== undefined) options[name] = value;
    else if (!shape?.options?.[name]?.optional) return undefined;
  }
  const missing = Object.entries(shape?.options ?? {}).some(
    ([name, { optional }]) => !optional && !(name in options),
  );
  if (missing) return undefined;
  const only = args.length === 1 && !shape?.rest;
  return { [node.name]: only ? args[0] : args, ...options };
}

// ── formula → tree ──

const isObject = (value: unknown): value is Keyed =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The tree of a formula: what it would write is the formula itself, else it stays as written. */
export function nodeOf(definition: Definition, formula: Formula | undefined, level: string): Node {
  if (formula === undefined) return empty;
  const node = readNode(definition, formula, level);
  return node && same(writtenOf(definition, node, level), formula) ? node : { is: 'written', formula };
}

const isoDate = /^\d{4}-\d\d-\d\d$/;

function readNode(definition: Definition, formula: unknown, level: string): Node | undefined {
  if (typeof formula === 'number') return { is: 'constant', kind: 'number', value: formula };
  if (typeof formula === 'boolean') return { is: 'constant', kind: 'yes-no', value: formula };
  if (typeof formula === 'string') {
    const question = target(formula, level);
    return question?.startsWith('/') && wholeField(definition, question)
      ? { is: 'answer', question }
      : undefined;
  }
  if (!isObject(formula)) return undefined;
  const [name, ...others] = Object.keys(formula);
  if (name === undefined) return undefined;
  if (name === 'text' && others.length === 0) {
    const value = String(formula['text']);
    return { is: 'constant', kind: isoDate.test(value) ? 'date' : 'text', value };
  }
  return readCall(definition, formula, level);
}

function readCall(definition: Definition, formula: Keyed, level: string): Node | undefined {
  const name = Object.keys(formula).find(
    (key) =>
      shapes[key] && Object.keys(formula).every((other) => other === key || shapes[key]!.options?.[other]),
  );
  const shape = name === undefined ? undefined : shapes[name];
  if (name === undefined || !shape) return undefined;
  const list = [formula[name]].flat();
  const args = list.map((arg, place) => readPart(definition, arg, shape.args[place] ?? shape.rest, level));
  if (args.some((arg) => arg === undefined)) return undefined;
  const node = { is: 'call', name, args: args as Node[], options: {} } as const;
  const rows = rowsIn(definition, node, level);
  const options: { [name: string]: Node } = {};
  for (const key of Object.keys(formula)) {
    if (key === name) continue;
    const inner = key === 'where' || key === 'of' ? rows : level;
    const option = readPart(definition, formula[key], shape.options![key]!.is, inner);
    if (!option) return undefined;
    options[key] = option;
  }
  return { ...node, options };
}

function readPart(
  definition: Definition,
  part: unknown,
  is: Part | undefined,
  level: string,
): Node | undefined {
  if (is === undefined) return undefined;
  if (is === 'condition') return isObject(part) ? { is, condition: part as Condition } : undefined;
  if (is === 'list' || is === 'column' || is === 'parameter' || is === 'plain')
    return typeof part === 'string' ? { is: 'name', text: part } : undefined;
  if (is === 'rows' || is === 'scored') {
    const question = typeof part === 'string' ? target(part, level) : undefined;
    return question?.startsWith('/') && wholeField(definition, question)
      ? { is: 'pointer', question }
      : undefined;
  }
  return nodeOf(definition, part as Formula, level);
}

/** A blank call of a function, its parts waiting. */
export function callOf(name: string): Node {
  const shape = shapes[name]!;
  const blank = (is: Part): Node => {
    if (is === 'condition') return { is, condition: undefined };
    if (is === 'rows' || is === 'scored') return { is: 'pointer', question: '' };
    if (is === 'list' || is === 'column' || is === 'parameter' || is === 'plain')
      return { is: 'name', text: is === 'plain' ? ' ' : '' };
    return empty;
  };
  const rest = shape.rest ? [blank(shape.rest)] : [];
  const options = Object.fromEntries(
    Object.entries(shape.options ?? {}).flatMap(([key, { is, optional }]) =>
      optional ? [] : [[key, blank(is)] as const],
    ),
  );
  return { is: 'call', name, args: [...shape.args.map(blank), ...rest], options };
}

export const optionOf = (name: string, option: string): Node => {
  const call = callOf(name);
  const is = shapes[name]!.options![option]!.is;
  return call.is !== 'call' || is !== 'condition' ? (is === 'plain' ? { is: 'name', text: ' ' } : empty) : { is, condition: undefined }; // prettier-ignore
};

/** Is it a function at all? */
export const isFunction = (name: string): boolean => byName.has(name);

// ── the edit ──

/** What kind of formula a question can hold; undefined: none. */
export const wantedBy = (definition: Definition, pointer: Handle): Kind | undefined =>
  kindOf(definition, pointer);

/** How a question's answer is worked out; undefined: it is asked. */
export function setValue(definition: Definition, pointer: Handle, formula: Formula | undefined): Edited {
  const step = {
    code: formula === undefined ? 'value-removed' : 'value',
    params: { title: titleOf(definition, pointer) },
  };
  const next = withField(definition, pointer, (field) => {
    const { 'x-value': old, ...rest } = field;
    if (same(old, formula)) return field;
    return formula === undefined ? rest : { ...field, 'x-value': formula };
  });
  return { definition: next, step, select: pointer };
}
