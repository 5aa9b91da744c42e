// SPDX-License-Identifier: AGPL-3.0-or-later
// Conditions on paper: beside an option where to go on, above a question when it is to be answered.
import type { Condition } from '../../../schemas/types.ts';
import type { FieldNode, ScopedCondition } from '../../../runtime/engine/contract.ts';
import type { Numbered } from './numbers.ts';
import type { words } from './words.ts';

type Texts = { readonly [key in keyof typeof words]: string };
type Test = { readonly [keyword: string]: unknown };

/** What paper knows of the form. */
export interface Known {
  readonly numbers: ReadonlyMap<string, Numbered>;
  readonly named: { readonly [name: string]: Condition };
  /** an option of a question, as it is printed */
  option(node: FieldNode, value: unknown): string;
  readonly t: Texts;
}

/** One demand on one question that is on the paper. */
interface Demand {
  readonly on: Numbered;
  readonly test: Test;
}

/** All demands of a condition, which must hold together; undefined: it says more than paper can. */
function demandsOf({ condition, level }: ScopedCondition, known: Known): readonly Demand[] | undefined {
  const all: Demand[] = [];
  for (const [key, value] of Object.entries(condition)) {
    if (key === 'named') {
      const named = known.named[String(value)];
      const inside = named && demandsOf({ condition: named, level }, known);
      if (!inside) return undefined;
      all.push(...inside);
      continue;
    }
    if (key === 'all') {
      for (const part of value as readonly Condition[]) {
        const inside = demandsOf({ condition: part, level }, known);
        if (!inside) return undefined;
        all.push(...inside);
      }
      continue;
    }
    if (key === 'any' || key === 'not') return undefined;
    const pointer = key.startsWith('./') ? `${level}/*${key.slice(1)}` : key;
    const on = known.numbers.get(pointer);
    if (!on) return undefined;
    all.push({ on, test: value as Test });
  }
  return all;
}

/** A demand in words; undefined: it says more than paper can. */
function sentence({ on, test }: Demand, { option, t }: Known): string | undefined {
  const put = (text: string, more: { readonly [name: string]: string } = {}): string =>
    Object.entries({ number: on.number, ...more }).reduce(
      (so, [name, value]) => so.replaceAll(`{${name}}`, value),
      text,
    );
  const quoted = (values: readonly unknown[]): string =>
    values.map((one) => `«${option(on.node, one)}»`).join(t.or);
  const { type: _type, ...rest } = test;
  const [[keyword, value] = [], ...others] = Object.entries(rest);
  if (keyword === undefined || others.length > 0) return undefined;
  const number = { value: String(value) };
  const ways: { readonly [keyword: string]: () => string | undefined } = {
    const: () => put(t.is, { answer: quoted([value]) }),
    enum: () => put(t.is, { answer: quoted(value as readonly unknown[]) }),
    answered: () => put(value === true ? t.answered : t.empty),
    minimum: () => put(t.from, number),
    maximum: () => put(t.upTo, number),
    exclusiveMinimum: () => put(t.over, number),
    exclusiveMaximum: () => put(t.under, number),
    contains: () => {
      const { const: one, enum: many } = value as Test;
      const wanted = many ?? (one === undefined ? undefined : [one]);
      return wanted ? put(t.has, { answer: quoted(wanted as readonly unknown[]) }) : undefined;
    },
    not: () => {
      const { const: one, enum: many } = value as Test;
      const wanted = many ?? (one === undefined ? undefined : [one]);
      return wanted ? put(t.isNot, { answer: quoted(wanted as readonly unknown[]) }) : undefined;
    },
  };
  return Object.hasOwn(ways, keyword) ? ways[keyword]?.() : undefined;
}

/** When a question is to be answered; '' where always, or where it just follows from an arrow before it. */
export function onlyIf(question: Numbered, known: Known): string {
  const { show } = question.node;
  if (show.length === 0) return '';
  const demands = show.map((one) => demandsOf(one, known));
  const said = demands.flatMap((some) => some?.map((one) => sentence(one, known)) ?? [undefined]);
  if (said.some((one) => one === undefined)) return known.t.onlyAsked;
  return `${known.t.only} ${[...new Set(said)].join(known.t.and)}.`;
}

/** Does an answer hold before a test that paper knows? undefined: it does not know. */
function holds(test: Test, answer: unknown): boolean | undefined {
  const { type: _type, ...rest } = test;
  const [[keyword, value] = [], ...others] = Object.entries(rest);
  if (others.length > 0) return undefined;
  if (keyword === 'const') return value === answer;
  if (keyword === 'enum') return (value as readonly unknown[]).includes(answer);
  if (keyword === 'answered') return value === true;
  if (keyword !== 'not') return undefined;
  const inner = holds(value as Test, answer);
  return inner === undefined ? undefined : !inner;
}

/**
 * Where to go on after choosing an option: the number of the next question that this answer does not rule out, 'end'
 * where none is left; undefined where it is just the next one. `following`: the questions after it, in order.
 */
export function goesTo(
  question: Numbered,
  answer: unknown,
  following: readonly Numbered[],
  known: Known,
): string | undefined {
  const isOut = (one: Numbered): boolean =>
    one.node.show.some((show) =>
      demandsOf(show, known)?.some(({ on, test }) => on === question && holds(test, answer) === false),
    );
  const next = following.findIndex((one) => !isOut(one));
  if (next === 0 || following.length === 0) return undefined;
  return following[next]?.number ?? 'end';
}
