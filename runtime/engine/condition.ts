// SPDX-License-Identifier: BSD-3-Clause
import type { Condition } from '../../schemas/types.ts';
import type { Engine, Scope } from './contract.ts';

type Test = { readonly [keyword: string]: unknown };

/** Does a value that is there satisfy a test? Every keyword must; an unknown keyword never does. */
export function satisfies(value: unknown, test: Test, operators: Engine['operators']): boolean {
  const recurse = (inner: unknown, innerTest: Test): boolean => satisfies(inner, innerTest, operators);
  return Object.keys(test).every(
    (keyword) => operators.get(keyword)?.holds(value, test[keyword], recurse) ?? false,
  );
}

/** Does the condition hold where the scope stands? An answer that is not there satisfies only { answered: false }. */
export function holds(condition: Condition, scope: Scope): boolean {
  return Object.keys(condition).every((key) => {
    const part = (condition as Test)[key] as never;
    if (key === 'all') return (part as Condition[]).every((each) => holds(each, scope));
    if (key === 'any') return (part as Condition[]).some((each) => holds(each, scope));
    if (key === 'not') return !holds(part, scope);
    if (key === 'named')
      return Object.hasOwn(scope.named, part) && holds(scope.named[part] as Condition, scope);
    const value = scope.raw(key);
    const test = part as Test;
    if ('answered' in test) return (value !== undefined) === test['answered'];
    return value !== undefined && satisfies(value, test, scope.engine.operators);
  });
}
