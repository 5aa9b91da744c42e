// SPDX-License-Identifier: AGPL-3.0-or-later
// What a sentence can say of one answer, and the test that each says it with.
import type { Test } from '../../schemas/types.ts';

export type Value = string | number | boolean;
export type NumberType = 'integer' | 'number';

/** What stands behind the relation: nothing, one value, or several. */
export interface Said {
  readonly value?: Value;
  readonly values?: readonly Value[];
  /** only where it is not the type of the question */
  readonly type?: NumberType;
}

/** How a question's answer may be read in a sentence. */
export type Answered = 'choice' | 'choices' | 'yes-no' | 'number' | 'text' | 'date' | 'rows' | 'link';

/** `any`: one value of the question's type; `two`: from and to; `several`: one of many. */
export type Needs = 'any' | 'number' | 'two' | 'several' | false;

export interface Relation {
  readonly test: (said: Said, type: NumberType) => Test;
  /** undefined: not this relation */
  readonly read: (test: Test) => Said | undefined;
  readonly needs: Needs;
  /** what kinds of answer it suits */
  readonly suits: readonly Answered[];
  /** read and kept, but not in the menu: another relation says it better */
  readonly rare?: true;
}

const only = (test: Test, ...keys: readonly string[]): boolean =>
  Object.keys(test).length === keys.length && keys.every((key) => Object.hasOwn(test, key));

const found = (value: Value | undefined, type?: Test['type']): Said | undefined =>
  value === undefined ? undefined : { value, ...numeric(type) };

const numeric = (type: Test['type']): { type?: NumberType } =>
  type === 'integer' || type === 'number' ? { type } : {};

type Bound = 'minimum' | 'maximum' | 'exclusiveMinimum' | 'exclusiveMaximum';

const bound = (keyword: Bound): Relation => ({
  test: ({ value }, type) => ({ type, [keyword]: Number(value) }),
  read: (test) => (only(test, 'type', keyword) ? found(test[keyword], test.type) : undefined),
  needs: 'number',
  suits: ['number'],
});

const bounds = (low: Bound, high: Bound): Relation => ({
  test: ({ values }, type) => ({ type, [low]: Number(values?.[0]), [high]: Number(values?.[1]) }),
  read: (test) =>
    only(test, 'type', low, high) ? { values: [test[low]!, test[high]!], ...numeric(test.type) } : undefined,
  needs: 'two',
  suits: ['number'],
});

const length = (
  keyword: 'minItems' | 'maxItems' | 'minLength' | 'maxLength',
  type: 'array' | 'string',
  suits: readonly Answered[],
): Relation => ({
  test: ({ value }) => ({ type, [keyword]: Math.max(0, Math.round(Number(value))) }),
  read: (test) =>
    only(test, 'type', keyword) && test.type === type ? found(test[keyword] as Value) : undefined,
  needs: 'number',
  suits,
});

const item = (test: Test): Test | undefined =>
  only(test, 'type', 'contains') && test.type === 'array' ? (test.contains as Test) : undefined;

const positive: { readonly [name: string]: Relation } = {
  is: {
    test: ({ value }) => ({ const: value! }),
    read: (test) => (only(test, 'const') ? found(test.const) : undefined),
    needs: 'any',
    suits: ['choice', 'yes-no', 'number', 'text', 'date'],
  },
  'one-of': {
    test: ({ values = [] }) => ({ enum: [...values] }),
    read: (test) => (only(test, 'enum') && test.enum ? { values: test.enum } : undefined),
    needs: 'several',
    suits: ['choice'],
  },
  'at-least': bound('minimum'),
  'at-most': bound('maximum'),
  'more-than': bound('exclusiveMinimum'),
  'less-than': bound('exclusiveMaximum'),
  between: bounds('minimum', 'maximum'),
  'from-below': bounds('minimum', 'exclusiveMaximum'),
  'above-to': { ...bounds('exclusiveMinimum', 'maximum'), rare: true },
  'above-below': { ...bounds('exclusiveMinimum', 'exclusiveMaximum'), rare: true },
  includes: {
    test: ({ value }) => ({ type: 'array', contains: { const: value! } }),
    read: (test) => {
      const inner = item(test);
      return inner && only(inner, 'const') ? found(inner.const) : undefined;
    },
    needs: 'any',
    suits: ['choices'],
  },
  'includes-any': {
    test: ({ values = [] }) => ({ type: 'array', contains: { enum: [...values] } }),
    read: (test) => {
      const inner = item(test);
      return inner?.enum && only(inner, 'enum') ? { values: inner.enum } : undefined;
    },
    needs: 'several',
    suits: ['choices'],
  },
  'rows-at-least': length('minItems', 'array', ['rows', 'choices']),
  'rows-at-most': length('maxItems', 'array', ['rows', 'choices']),
  'longer-than': length('minLength', 'string', ['text']),
  'shorter-than': length('maxLength', 'string', ['text']),
};

/** Those whose denial is a relation of its own in the menu; of the others the opposite is. */
const offered: ReadonlySet<string> = new Set(['is', 'one-of', 'includes', 'includes-any', 'between']);
/** Of a yes/no, "is not Yes" is "is No"; of a date it is seldom meant. */
const denied: { readonly [name: string]: readonly Answered[] } = { is: ['choice', 'number', 'text'] };

const negative = Object.fromEntries(
  Object.entries(positive).map(([name, relation]): [string, Relation] => [
    `not-${name}`,
    {
      test: (said, type) => ({ not: relation.test(said, type) }),
      read: (test) => (only(test, 'not') && test.not ? relation.read(test.not) : undefined),
      needs: relation.needs,
      suits: denied[name] ?? relation.suits,
      ...(!offered.has(name) && { rare: true as const }),
    },
  ]),
);

const everything: readonly Answered[] = ['choice', 'choices', 'yes-no', 'number', 'text', 'date', 'link'];

/** By name, in the order of the menu. Their words are `relation.<name>`, between two values `relation-then.<name>`. */
export const relations: { readonly [name: string]: Relation } = {
  ...Object.fromEntries(
    Object.keys(positive).flatMap((name) => [
      [name, positive[name]!],
      [`not-${name}`, negative[`not-${name}`]!],
    ]),
  ),
  answered: {
    test: () => ({ answered: true }),
    read: (test) => (only(test, 'answered') && test.answered === true ? {} : undefined),
    needs: false,
    suits: [...everything, 'rows'],
  },
  'not-answered': {
    test: () => ({ answered: false }),
    read: (test) => (only(test, 'answered') && test.answered === false ? {} : undefined),
    needs: false,
    suits: everything,
  },
};

export function relationsFor(answered: Answered): readonly string[] {
  return Object.keys(relations).filter(
    (name) => !relations[name]!.rare && relations[name]!.suits.includes(answered),
  );
}

/** Has a sentence all that its relation needs? */
export function said(relation: string, { value, values }: Said): boolean {
  const needs = relations[relation]?.needs;
  const number = (each: Value | undefined): boolean =>
    each !== undefined && each !== '' && Number.isFinite(Number(each));
  if (needs === undefined) return false;
  if (needs === 'number') return number(value);
  if (needs === 'two') return values?.length === 2 && values.every(number);
  if (needs === 'several') return (values?.length ?? 0) > 0;
  return needs === false || (value !== undefined && value !== '');
}
