// SPDX-License-Identifier: AGPL-3.0-or-later
// The shared cases of cases/*.json: what browser and server, engine, closed schema and screen must all make of them. No Node in here.
import { check, shape } from '../../../runtime/engine/check.ts';
import type { Outline, Settled } from '../../../runtime/engine/contract.ts';
import { at as valueAt, copy, isObject, type Json, put, split } from '../../../runtime/engine/pointer.ts';
import { settle } from '../../../runtime/engine/settle.ts';
import { Settlement } from '../../../runtime/engine/settlement.ts';
import type {
  Answers,
  CheckRule,
  Context,
  Definition,
  FieldSchema,
  RootSchema,
} from '../../../schemas/types.ts';

/** One thing that a person does; pointers with row numbers. Without `to`, the answer is taken away. */
export type Step =
  | { readonly set: string; readonly to?: unknown }
  | { readonly insert: string; readonly at: number; readonly row: Answers }
  | { readonly remove: string; readonly at: number }
  | { readonly move: string; readonly at: number; readonly to: number };

/** What must come out. Only what is named is looked at; each list is complete. */
export interface Case {
  readonly about: string;
  readonly answers: Answers;
  readonly context?: Partial<Context>;
  readonly steps?: readonly Step[];
  readonly settled?: Answers;
  readonly shown?: readonly string[];
  readonly required?: readonly string[];
  readonly locked?: readonly string[];
  readonly stale?: readonly string[];
  /** what is parked */
  readonly hidden?: readonly string[];
  /** null: not yet */
  readonly computed?: { readonly [pointer: string]: unknown };
  readonly because?: { readonly [pointer: string]: string };
  readonly outcome?: unknown;
  /** of the settled answers, in reading order: "code pointer", and " warning" where it is one */
  readonly problems?: readonly string[];
  /** of the answers as they are given, before anybody settles: what the closed schema refuses too */
  readonly shape?: readonly string[];
}

/** Cases that share a definition, and what they read beside the answers. */
export interface Group {
  readonly group: string;
  readonly definition: Partial<Definition> & {
    readonly properties: { [key: string]: FieldSchema };
    readonly required?: string[];
    readonly check?: CheckRule[];
    readonly bands?: NonNullable<RootSchema['x-bands']>;
    readonly defs?: { [name: string]: FieldSchema };
  };
  readonly context?: Partial<Context>;
  readonly cases: readonly Case[];
}

export const plainContext: Context = {
  today: '2026-03-02',
  referenceDate: '2026-03-02',
  parameters: {},
  lists: {},
  case: {},
  role: 'case-manager',
  locale: 'it',
};

export const contextOf = (group: Group, each: Case): Context => ({
  ...plainContext,
  ...group.context,
  ...each.context,
});

export function definitionOf({ definition }: Group): Definition {
  const { properties, required, check: rules, bands, defs, ...rest } = definition;
  const schema = {
    type: 'object' as const,
    properties,
    ...(required && { required }),
    ...(rules && { 'x-check': rules }),
    ...(bands && { 'x-bands': bands }),
    ...(defs && { $defs: defs }),
  };
  return { $schema: 'urn:patto:definition:1', kind: 'form', id: 'prova', title: 'Prova', schema, ...rest };
}

const sorted = (list: Iterable<string>): string[] => [...list].sort();
export const told = (
  problems: readonly { readonly code: string; readonly at: string; readonly level: string }[],
): string[] => problems.map(({ code, at, level }) => `${code} ${at}${level === 'warning' ? ' warning' : ''}`);

export function take(settlement: Settlement, step: Step): void {
  if ('set' in step) settlement.set(step.set, step.to);
  else if ('insert' in step) settlement.insertRow(step.insert, step.at, step.row);
  else if ('remove' in step) settlement.removeRow(step.remove, step.at);
  else settlement.moveRow(step.move, step.at, step.to);
}

/** The answers at hand with the parked ones back in their places. */
export function whole(settled: Settled): Json {
  const answers = copy(settled.answers) as Json;
  for (const [pointer, value] of settled.hidden) {
    const path = split(pointer);
    const last = path.pop()!;
    const holder = path.length === 0 ? answers : valueAt(answers, `/${path.join('/')}`);
    if (isObject(holder)) put(holder, last, copy(value));
  }
  return answers;
}

/** The engine as a page has it, after all steps. */
export function settledAfter(outline: Outline, each: Case, context: Context): Settled {
  const settlement = new Settlement(outline, each.answers, context);
  for (const step of each.steps ?? []) take(settlement, step);
  return settlement.now;
}

/** What a case asks of node's assertions or of those in a browser. */
interface Assert {
  equal(actual: unknown, expected: unknown, message?: string): void;
  deepEqual(actual: unknown, expected: unknown, message?: string): void;
}

/** Holds a case against the engine: settling at once, and following the steps. */
export function hold(outline: Outline, each: Case, context: Context, assert: Assert): Settled {
  const followed = settledAfter(outline, each, context);
  const given = each.steps ? whole(followed) : each.answers;
  for (const [how, settled] of [
    ['at once', settle(outline, given, context)],
    ['step by step', followed],
  ] as const) {
    if (each.settled) assert.deepEqual(settled.answers, each.settled, `answers, ${how}`);
    for (const part of ['shown', 'required', 'locked', 'stale'] as const) {
      if (each[part]) assert.deepEqual(sorted(settled[part]), sorted(each[part]), `${part}, ${how}`);
    }
    if (each.hidden) assert.deepEqual(sorted(settled.hidden.keys()), sorted(each.hidden), `hidden, ${how}`);
    for (const [pointer, value] of Object.entries(each.computed ?? {}))
      assert.deepEqual(settled.computed.get(pointer)?.value ?? null, value, `${pointer}, ${how}`);
    for (const [pointer, text] of Object.entries(each.because ?? {}))
      assert.equal(settled.computed.get(pointer)?.because.it, text, `${pointer}, ${how}`);
    if (each.outcome)
      assert.deepEqual(JSON.parse(JSON.stringify(settled.outcome)), each.outcome, `outcome, ${how}`);
    if (each.problems)
      assert.deepEqual(told(check(outline, settled, context)), each.problems, `problems, ${how}`);
  }
  if (each.shape) assert.deepEqual(told(shape(outline, each.answers)), each.shape, 'shape');
  return followed;
}

/** Missing and forbidden answers among the problems of a case, as the closed schema names them. */
export const refusals = (problems: readonly string[]): { missing: string[]; forbidden: string[] } => {
  const of = (code: string): string[] =>
    sorted(problems.flatMap((each) => (each.startsWith(`${code} `) ? [each.slice(code.length + 1)] : [])));
  return { missing: of('required'), forbidden: of('hidden') };
};

/** What only the engine finds: the closed schema accepts such answers. */
const engineOnly = [
  'row-gone',
  'same-row-twice',
  'date-too-early',
  'date-too-late',
  'date-in-past',
  'date-in-future',
  'time-too-early',
  'time-too-late',
  'too-many-decimals',
  'iban-cin',
  'dsu-year',
  'phone-length',
];

/** Must the closed schema accept the settled answers of a case? undefined: the case does not say, or only the engine knows. */
export function accepted(each: Case): boolean | undefined {
  if (!each.problems || each.context?.role !== undefined) return undefined;
  const errors = each.problems.filter((problem) => !problem.endsWith(' warning'));
  const known = errors.filter((problem) => !engineOnly.includes(problem.split(' ')[0]!));
  // Living lists are the engine's alone.
  if (known.length > 0 && known.every((problem) => problem.startsWith('not-a-choice '))) return undefined;
  return known.length === 0;
}
