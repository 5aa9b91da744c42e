// SPDX-License-Identifier: AGPL-3.0-or-later
// A condition as a tree that a person reads and picks from, and back: nothing is lost on the way. What no sentence
// can say yet is kept as it is written.
import type { Condition, Definition, Test } from '../../schemas/types.ts';
import type { Handle } from './contract.ts';
import { wholeField } from './fields.ts';
import { outside, target } from './references.ts';
import { type NumberType, type Said, relations, said } from './relations.ts';

export interface Sentence extends Said {
  /** the question that is read, as a handle; '' while it is being chosen */
  readonly question: Handle;
  readonly relation: string;
  /** what is being typed and is no value yet */
  readonly typed?: readonly string[];
}

/** Clauses that hold together in one of four ways. */
export interface Group {
  readonly join: 'all' | 'any' | 'none' | 'not-all';
  readonly list: readonly Clause[];
  /** written as a list although its entries could stand side by side */
  readonly listed?: true;
}

/** What the rows of a list say: each sentence is about one answer of a row. */
export interface OverRows {
  readonly rows: Handle;
  readonly quantity: Quantity;
  readonly list: readonly Sentence[];
}
export const quantities = ['some', 'every', 'none', 'not-every'] as const;
export type Quantity = (typeof quantities)[number];

export interface Named {
  readonly named: string;
}

/** Written in a way that no sentence has. */
export interface AsWritten {
  readonly written: Condition;
}

export type Clause = Sentence | Group | OverRows | Named | AsWritten;

export const nothing: Group = { join: 'all', list: [] };

type Keyed = { readonly [key: string]: unknown };

/** Equal as JSON, whatever the order of keys. */
export function same(a: unknown, b: unknown): boolean {
  if (typeof a !== 'object' || typeof b !== 'object' || !a || !b) return a === b;
  const keys = Object.keys(a);
  return (
    Array.isArray(a) === Array.isArray(b) &&
    keys.length === Object.keys(b).length &&
    keys.every((key) => Object.hasOwn(b, key) && same((a as Keyed)[key], (b as Keyed)[key]))
  );
}

// ── tree → condition ──

function typeOf(definition: Definition, question: Handle): NumberType {
  return wholeField(definition, question)?.type === 'integer' ? 'integer' : 'number';
}

// How a question is written from a row: ./ of its own, ../ of the row around, else from the root.
export function written(question: Handle, level: string): string {
  if (level === '') return question;
  if (question.startsWith(`${level}/`)) return `.${question.slice(level.length)}`;
  const around = outside(level);
  return around !== '' && question.startsWith(`${around}/`) ? `..${question.slice(around.length)}` : question;
}

function rowTest(definition: Definition, { rows, list }: OverRows): Test {
  const properties: { [key: string]: Test } = {};
  const required: string[] = [];
  for (const sentence of list) {
    const key = sentence.question.slice(rows.length + '/*/'.length);
    required.push(key);
    if (sentence.relation !== 'answered')
      properties[key] = relations[sentence.relation]!.test(sentence, typeOf(definition, sentence.question));
  }
  return { ...(Object.keys(properties).length > 0 && { properties }), required } as Test;
}

function rowsCondition(definition: Definition, clause: OverRows, level: string): Condition {
  const row = rowTest(definition, clause);
  const contains = (inner: Test): Test => ({ type: 'array', contains: inner });
  const test = {
    some: () => contains(row),
    none: () => ({ not: contains(row) }),
    every: () => ({ not: contains({ not: row }) }),
    'not-every': () => contains({ not: row }),
  }[clause.quantity]();
  return { [written(clause.rows, level)]: test } as Condition;
}

function whole({ join, list, listed }: Group, parts: readonly Condition[]): Condition | undefined {
  const alone = parts.length === 1 && !listed;
  if (join === 'any' || (join === 'none' && !alone)) {
    const any = alone ? parts[0]! : ({ any: [...parts] } as Condition);
    return join === 'any' ? any : ({ not: any } as Condition);
  }
  if (join === 'none') return { not: parts[0]! } as Condition;
  const keys = parts.flatMap((part) => Object.keys(part));
  const distinct = new Set(keys).size === keys.length;
  const all = (listed || !distinct ? { all: [...parts] } : Object.assign({}, ...parts)) as Condition;
  return list.length === 0 ? undefined : join === 'all' ? all : ({ not: all } as Condition);
}

/** The condition that a clause says; undefined: nothing yet, or nothing but unfinished sentences. */
export function conditionOf(definition: Definition, clause: Clause, level: string): Condition | undefined {
  if ('written' in clause) return clause.written;
  if ('named' in clause) return clause.named === '' ? undefined : ({ named: clause.named } as Condition);
  if ('rows' in clause)
    return complete(definition, clause) ? rowsCondition(definition, clause, level) : undefined;
  if ('join' in clause) {
    const parts = clause.list.flatMap((part) => conditionOf(definition, part, level) ?? []);
    return parts.length > 0 ? whole(clause, parts) : undefined;
  }
  if (!complete(definition, clause)) return undefined;
  const test = relations[clause.relation]!.test(clause, clause.type ?? typeOf(definition, clause.question));
  return { [written(clause.question, level)]: test } as Condition;
}

/** Has a clause all its parts, so that it can be a condition? A group says nothing of its inside. */
export function complete(definition: Definition, clause: Clause): boolean {
  if ('written' in clause) return true;
  if ('named' in clause) return Object.hasOwn(definition.conditions ?? {}, clause.named);
  if ('join' in clause) return clause.list.length > 0;
  if ('rows' in clause) {
    const asked = clause.list.map(({ question }) => question);
    return (
      asked.length > 0 &&
      new Set(asked).size === asked.length &&
      clause.list.every((each) => complete(definition, each))
    );
  }
  return clause.question !== '' && clause.typed === undefined && said(clause.relation, clause);
}

/** Is every sentence in it complete? */
export function finished(definition: Definition, clause: Clause): boolean {
  return 'join' in clause
    ? clause.list.every((part) => complete(definition, part) && finished(definition, part))
    : complete(definition, clause);
}

// ── condition → tree ──

function readTest(definition: Definition, question: Handle, test: Test): Sentence | undefined {
  for (const [relation, { read }] of Object.entries(relations)) {
    const { type, ...found } = read(test) ?? { type: undefined, value: undefined, none: true };
    if ('none' in found) continue;
    return {
      question,
      relation,
      ...found,
      ...(type !== undefined && type !== typeOf(definition, question) && { type }),
    };
  }
  return undefined;
}

const keysAre = (value: object, ...keys: readonly string[]): boolean =>
  Object.keys(value).length === keys.length && keys.every((key) => Object.hasOwn(value, key));

function readRow(definition: Definition, rows: Handle, row: Test): readonly Sentence[] | undefined {
  const { properties = {}, required = [] } = row as {
    properties?: { [key: string]: Test };
    required?: string[];
  };
  const list = required.map((key) => {
    const question = `${rows}/*/${key}`;
    const test = properties[key];
    return test === undefined
      ? { question, relation: 'answered' }
      : readTest(definition, question, test as Test);
  });
  return list.every((each) => each !== undefined) && list.length > 0 ? list : undefined;
}

/** The quantity that a test of a list says, with what is said of a row. */
function ofRows(test: Test): { readonly quantity: Quantity; readonly row: Test } | undefined {
  const denied = keysAre(test, 'not') && typeof test.not === 'object';
  const inner = denied ? test.not! : test;
  if (!keysAre(inner, 'type', 'contains') || inner.type !== 'array') return undefined;
  const row = inner.contains as Test;
  const opposite = keysAre(row, 'not') && typeof row.not === 'object';
  const quantity = opposite ? (denied ? 'every' : 'not-every') : denied ? 'none' : 'some';
  return { quantity, row: opposite ? row.not! : row };
}

function readEntry(definition: Definition, key: string, test: Test, level: string): Clause | undefined {
  const question = /^\.{0,2}\//.test(key) ? target(key, level) : undefined;
  if (question === undefined) return undefined;
  const over = ofRows(test);
  const list = over && readRow(definition, question, over.row);
  if (over && list) return { rows: question, quantity: over.quantity, list };
  return readTest(definition, question, test);
}

const joined = (definition: Definition, level: string, parts: readonly Condition[]): Clause[] =>
  parts.map((part) => clauseOf(definition, part, level));

function readWhole(definition: Definition, condition: Condition, level: string): Clause | undefined {
  const keys = Object.keys(condition);
  const { all, any, not, named } = condition;
  if (keys.length !== 1)
    return {
      join: 'all',
      list: keys.map((key) => clauseOf(definition, { [key]: (condition as Keyed)[key] } as Condition, level)),
    };
  if (Array.isArray(all)) return { join: 'all', list: joined(definition, level, all), listed: true };
  if (Array.isArray(any)) {
    const list = joined(definition, level, any);
    return { join: 'any', list, ...(list.length === 1 && { listed: true as const }) };
  }
  if (typeof named === 'string') return { named };
  if (not && typeof not === 'object') return denial(definition, not, level);
  const key = keys[0];
  return key === undefined ? undefined : readEntry(definition, key, (condition as Keyed)[key] as Test, level);
}

function denial(definition: Definition, not: Condition, level: string): Clause {
  const inner = clauseOf(definition, not, level);
  if ('join' in inner && (inner.join === 'any' || inner.join === 'all'))
    return { ...inner, join: inner.join === 'any' ? 'none' : 'not-all' };
  return { join: 'none', list: [inner] };
}

/** The clause that says a condition: what it would write is the condition itself, else it stays as written. */
export function clauseOf(definition: Definition, condition: Condition, level: string): Clause {
  const clause = readWhole(definition, condition, level);
  const back = clause && conditionOf(definition, clause, level);
  return clause && same(back, condition) ? clause : { written: condition };
}

/** Condition → the group that a person edits. */
export function groupOf(definition: Definition, condition: Condition | undefined, level: string): Group {
  if (!condition) return nothing;
  const clause = clauseOf(definition, condition, level);
  return 'join' in clause ? clause : { join: 'all', list: [clause] };
}

/** Every clause that is no group, in reading order. */
export function leaves(clause: Clause): readonly Exclude<Clause, Group>[] {
  return 'join' in clause ? clause.list.flatMap(leaves) : [clause];
}
