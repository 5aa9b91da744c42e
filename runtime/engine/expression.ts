// SPDX-License-Identifier: BSD-3-Clause
// Conditions as one boolean expression over answers of several levels: what the fold takes apart.
import type { CheckRule, Definition } from '../../schemas/types.ts';
import type { FieldNode, ScopedCondition } from './contract.ts';
import type { ClosedSchema } from '../fields/contract.ts';
import { readings } from './reads.ts';
import { isObject, type Json } from './pointer.ts';
import { pointerOf, resolve, type Target } from './target.ts';

/** A test of one answer; `there`: that it is answered and not declined. */
export interface Leaf extends Target {
  readonly test: Json | 'there';
  /** may the answer be declined? */
  readonly declinable: boolean;
}
export type Expression =
  | boolean
  | { readonly leaf: Leaf }
  | { readonly all: readonly Expression[] }
  | { readonly any: readonly Expression[] }
  | { readonly not: Expression };

type Fields = ReadonlyMap<string, FieldNode>;

/** Canonical text: equal for the same question. */
export const keyOf = (expression: Expression): string => JSON.stringify(expression);

function conjunction(parts: readonly Expression[]): Expression {
  const flat = parts.flatMap((part) => (typeof part === 'object' && 'all' in part ? part.all : [part]));
  const left = unique(flat.filter((part) => part !== true));
  return left.includes(false)
    ? false
    : left.length === 0
      ? true
      : left.length === 1
        ? left[0]!
        : { all: left };
}
function disjunction(parts: readonly Expression[]): Expression {
  const flat = parts.flatMap((part) => (typeof part === 'object' && 'any' in part ? part.any : [part]));
  const left = unique(flat.filter((part) => part !== false));
  return left.includes(true)
    ? true
    : left.length === 0
      ? false
      : left.length === 1
        ? left[0]!
        : { any: left };
}
export const negation = (part: Expression): Expression =>
  typeof part === 'boolean' ? !part : 'not' in part ? part.not : { not: part };
const unique = (parts: readonly Expression[]): Expression[] => [
  ...new Map(parts.map((part) => [keyOf(part), part])).values(),
];

/** A condition from its level; a pointer that leads nowhere is never answered. */
function expression(
  condition: unknown,
  level: string,
  definition: Definition,
  fields: Fields,
  seen: readonly string[] = [],
): Expression {
  if (!isObject(condition)) return false;
  const inner = (part: unknown): Expression => expression(part, level, definition, fields, seen);
  return conjunction(
    Object.entries(condition).map(([key, part]): Expression => {
      if (key === 'all') return conjunction((part as unknown[]).map(inner));
      if (key === 'any') return disjunction((part as unknown[]).map(inner));
      if (key === 'not') return negation(inner(part));
      if (key === 'named') {
        const name = String(part);
        if (seen.includes(name) || !Object.hasOwn(definition.conditions ?? {}, name)) return false;
        return expression(definition.conditions![name], level, definition, fields, [...seen, name]);
      }
      const target = resolve(key, level);
      const test = part as Json;
      if (!target) return test['answered'] === false;
      return test['answered'] === false
        ? { not: leaf(target, { answered: true }, fields) }
        : leaf(target, test, fields);
    }),
  );
}

const leaf = (target: Target, test: Leaf['test'], fields: Fields): Expression => ({
  leaf: { ...target, test, declinable: fields.get(pointerOf(target))?.schema['x-not-asked'] !== undefined },
});

/** All of several conditions together. */
export const together = (
  conditions: readonly ScopedCondition[],
  definition: Definition,
  fields: Fields,
): Expression =>
  conjunction(conditions.map((each) => expression(each.condition, each.level, definition, fields)));

/** A rule of x-check is broken: all that it reads is there, and it does not hold. `carrier`: the answer that carries it. */
export function broken(
  rule: CheckRule,
  level: string,
  carrier: Target | undefined,
  definition: Definition,
  fields: Fields,
): Expression {
  const read = readings(rule.must, definition.conditions).flatMap(({ pointer, test }) =>
    'answered' in test ? [] : [resolve(pointer, level)],
  );
  const there = [...(carrier ? [carrier] : []), ...read].map((target): Expression =>
    target ? leaf(target, 'there', fields) : false,
  );
  return conjunction([...there, negation(expression(rule.must, level, definition, fields))]);
}

/** Levels that an expression reads. */
export function levelsOf(part: Expression): Set<string> {
  if (typeof part === 'boolean') return new Set();
  if ('leaf' in part) return new Set([part.leaf.level]);
  if ('not' in part) return levelsOf(part.not);
  return new Set(('all' in part ? part.all : part.any).flatMap((each) => [...levelsOf(each)]));
}

/** The largest parts that read one level only, this one. */
export function partsOf(part: Expression, level: string): Expression[] {
  const levels = levelsOf(part);
  if (!levels.has(level)) return [];
  if (levels.size === 1) return [part];
  if (typeof part === 'boolean' || 'leaf' in part) return [];
  if ('not' in part) return partsOf(part.not, level);
  const [list, join] =
    'all' in part ? ([part.all, conjunction] as const) : ([part.any, disjunction] as const);
  const here = list.filter((each) => levelsOf(each).size === 1 && levelsOf(each).has(level));
  const mixed = list.filter((each) => levelsOf(each).size > 1);
  return [...(here.length > 0 ? [join(here)] : []), ...mixed.flatMap((each) => partsOf(each, level))];
}

/** The expression once a part is known to hold or not. */
export function knowing(part: Expression, known: Expression, value: boolean): Expression {
  const key = keyOf(known);
  const parts = new Set(
    typeof known === 'object' && ('all' in known || 'any' in known)
      ? ('all' in known ? known.all : known.any).map(keyOf)
      : [],
  );
  const walk = (each: Expression): Expression => {
    if (keyOf(each) === key) return value;
    if (typeof each === 'boolean' || 'leaf' in each) return each;
    if ('not' in each) return negation(walk(each.not));
    const list = 'all' in each ? each.all : each.any;
    const kind = 'all' in each ? 'all' : 'any';
    const rest =
      typeof known === 'object' && kind in known && list.length > parts.size
        ? list.filter((inner) => !parts.has(keyOf(inner)))
        : list;
    // The known part stands inside a longer list of the same kind.
    const whole = rest.length === list.length - parts.size && parts.size > 0 ? [value, ...rest] : list;
    return kind === 'all' ? conjunction(whole.map(walk)) : disjunction(whole.map(walk));
  };
  return walk(part);
}

/** The JSON Schema, for the object of its level, of an expression that reads that level only. */
export function schemaOf(part: Expression, options: { readonly contains?: boolean } = {}): ClosedSchema {
  if (typeof part === 'boolean') return part ? {} : { not: {} };
  if ('not' in part) return { not: schemaOf(part.not, options) };
  if ('leaf' in part) return ofLeaf(part.leaf, options);
  const list = ('all' in part ? part.all : part.any).map((each) => schemaOf(each, options));
  return 'all' in part ? merged(list) : { anyOf: list };
}

function ofLeaf({ path, test, declinable }: Leaf, options: { readonly contains?: boolean }): ClosedSchema {
  const declined = { type: 'object', required: ['declined'] };
  const value =
    test === 'there'
      ? declinable
        ? { not: declined }
        : undefined
      : 'answered' in test
        ? undefined
        : tested(test, options);
  return path.reduceRight<ClosedSchema | undefined>((inner, key, place) => {
    const last = place === path.length - 1;
    const schema = last ? value : { type: 'object', ...inner };
    return { ...(schema && { properties: { [key]: schema } }), required: [key] };
  }, undefined)!;
}

/** A test as JSON Schema; beside every contains stands minItems: 1. */
function tested(test: Json, options: { readonly contains?: boolean }): ClosedSchema {
  const out: ClosedSchema = {};
  for (const [keyword, operand] of Object.entries(test)) {
    if (keyword === 'not' || keyword === 'contains') out[keyword] = tested(operand as Json, options);
    else if (keyword === 'properties') {
      out[keyword] = Object.fromEntries(
        Object.entries(operand as Json).map(([key, inner]) => [key, tested(inner as Json, options)]),
      );
    } else out[keyword] = operand;
  }
  if ('contains' in test && options.contains !== false)
    out['minItems'] = Math.max(1, Number(test['minItems'] ?? 0));
  return out;
}

/** Several schemas as one where they speak of different answers, else side by side. */
function merged(list: readonly ClosedSchema[]): ClosedSchema {
  const properties: Json = {};
  const required = new Set<string>();
  const rest: ClosedSchema[] = [];
  for (const each of list) {
    const plain = Object.keys(each).every((keyword) => keyword === 'properties' || keyword === 'required');
    const keys = Object.keys((each['properties'] as Json | undefined) ?? {});
    if (!plain || keys.some((key) => Object.hasOwn(properties, key))) rest.push(each);
    else {
      Object.assign(properties, each['properties']);
      for (const key of (each['required'] as string[] | undefined) ?? []) required.add(key);
    }
  }
  const one: ClosedSchema = {
    ...(Object.keys(properties).length > 0 && { properties }),
    ...(required.size > 0 && { required: [...required] }),
  };
  if (rest.length === 0) return one;
  return { allOf: Object.keys(one).length > 0 ? [one, ...rest] : rest };
}
