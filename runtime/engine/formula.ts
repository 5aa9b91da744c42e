// SPDX-License-Identifier: BSD-3-Clause
import type { Condition, Formula } from '../../schemas/types.ts';
import type {
  ArgumentKind,
  Engine,
  FormulaFunction,
  FormulaHelp,
  FormulaReading,
  Scope,
} from './contract.ts';
import { holds } from './condition.ts';
import { isObject } from './pointer.ts';

/** A formula taken apart: a constant, an answer, or the call of a function; undefined: none of these. */
export type Parsed =
  | { readonly constant: unknown }
  | { readonly pointer: string }
  | {
      readonly call: FormulaFunction;
      readonly args: readonly unknown[];
      readonly options: { readonly [key: string]: unknown };
    };

export const isPointer = (text: unknown): text is string =>
  typeof text === 'string' && /^(case:\/|\/|\.\.?\/)/.test(text);

/** Takes a formula apart; the function is the one key that is no option of it. */
export function parse(formula: unknown, engine: Pick<Engine, 'functions'>): Parsed | undefined {
  if (typeof formula === 'number' || typeof formula === 'boolean') return { constant: formula };
  if (typeof formula === 'string') return isPointer(formula) ? { pointer: formula } : undefined;
  if (!isObject(formula)) return undefined;
  const keys = Object.keys(formula);
  if (keys.length === 1 && keys[0] === 'text') return { constant: formula['text'] };
  for (const key of keys) {
    const call = engine.functions.get(key);
    const others = keys.filter((other) => other !== key);
    if (!call || others.some((other) => !Object.hasOwn(call.signature.options ?? {}, other))) continue;
    const arg = formula[key];
    return {
      call,
      args: Array.isArray(arg) ? arg : [arg],
      options: Object.fromEntries(others.map((other) => [other, formula[other]])),
    };
  }
  return undefined;
}

/** Kind of the argument at a place; the last may repeat. */
export const kindOf = (call: FormulaFunction, place: number): ArgumentKind | undefined =>
  call.signature.args[place] ?? call.signature.rest;

/** A value that counts: no NaN and no infinity leave a formula. */
const sound = (value: unknown): unknown =>
  value === null || (typeof value === 'number' && !Number.isFinite(value)) ? undefined : value;

const help: FormulaHelp = { evaluate, holds };

/** Value of a formula where the scope stands; undefined: not yet. */
export function evaluate(formula: Formula, scope: Scope): unknown {
  const parsed = parse(formula, scope.engine);
  if (!parsed) return undefined;
  if ('constant' in parsed) return parsed.constant;
  if ('pointer' in parsed) return sound(scope.get(parsed.pointer));
  const given = (kind: ArgumentKind | undefined, arg: unknown): unknown =>
    kind === 'value' ? evaluate(arg as Formula, scope) : arg;
  const options: { [key: string]: unknown } = {};
  for (const key of Object.keys(parsed.options)) {
    options[key] = given(parsed.call.signature.options?.[key], parsed.options[key]);
  }
  const args = parsed.args.map((arg, place) => given(kindOf(parsed.call, place), arg));
  return sound(parsed.call.evaluate(args, options, scope, help));
}

/** Everything that a formula reads; total on any JSON. */
export function readings(formula: unknown, engine: Engine, of: readonly string[] = []): FormulaReading[] {
  const parsed = parse(formula, engine);
  if (!parsed || 'constant' in parsed) return [];
  if ('pointer' in parsed) return [{ pointer: parsed.pointer, of }];
  const { call, args, options } = parsed;
  let rows: string | undefined;
  const one = (kind: ArgumentKind | undefined, arg: unknown, from: readonly string[]): FormulaReading[] => {
    if (kind === 'value' || kind === 'formula') return readings(arg, engine, from);
    if (kind === 'condition') return [{ condition: arg as Condition, of: from }];
    if (kind !== 'pointer' || typeof arg !== 'string') return [];
    rows ??= arg;
    return [{ pointer: arg, of: from, needs: call.signature.needs }];
  };
  const out = args.flatMap((arg, place) => one(kindOf(call, place), arg, of));
  for (const [key, arg] of Object.entries(options)) {
    const kind = call.signature.options?.[key];
    out.push(
      ...one(
        kind,
        arg,
        rows !== undefined && (kind === 'condition' || kind === 'formula') ? [...of, rows] : of,
      ),
    );
  }
  return call.signature.needs === 'outcome' ? [...out, { of, needs: 'outcome' }] : out;
}

/** Pointers that a formula reads from where it stands, as written, each once. */
export const reads = (formula: Formula, engine: Engine): string[] => [
  ...new Set(
    readings(formula, engine).flatMap((each) =>
      each.pointer !== undefined && each.of.length === 0 ? [each.pointer] : [],
    ),
  ),
];
