// SPDX-License-Identifier: AGPL-3.0-or-later
// One case of cases/*.json against the engine: what browser and server must both make of it. No Node in here.
import assert from 'node:assert/strict';
import { check, shape } from '../../../runtime/engine/check.ts';
import type { Engine } from '../../../runtime/engine/contract.ts';
import { settle } from '../../../runtime/engine/settle.ts';
import { Settlement } from '../../../runtime/engine/settlement.ts';
import { walk } from '../../../runtime/engine/walk.ts';
import type { Answers, CheckRule, Context, Definition, FieldSchema } from '../../../schemas/types.ts';

interface Named {
  readonly code: string;
  readonly at: string;
}

/** Only what a case names is looked at; lists are complete and in any order, but for problems. */
export interface Case {
  readonly about: string;
  readonly definition: Partial<Definition> & {
    readonly properties: { [key: string]: FieldSchema };
    readonly required?: string[];
    readonly check?: CheckRule[];
  };
  readonly answers: Answers;
  readonly context?: Partial<Context>;
  readonly settled?: Answers;
  readonly shown?: readonly string[];
  readonly required?: readonly string[];
  readonly locked?: readonly string[];
  readonly stale?: readonly string[];
  readonly hidden?: readonly string[];
  /** null: not yet */
  readonly computed?: { readonly [pointer: string]: unknown };
  readonly because?: { readonly [pointer: string]: string };
  readonly outcome?: unknown;
  /** of the settled answers, in reading order */
  readonly problems?: readonly Named[];
  /** of the answers as they are given */
  readonly shape?: readonly Named[];
}

export function definitionOf({ definition }: Case): Definition {
  const { properties, required, check: rules, ...rest } = definition;
  const schema = {
    type: 'object' as const,
    properties,
    ...(required && { required }),
    ...(rules && { 'x-check': rules }),
  };
  return { $schema: 'urn:patto:definition:1', kind: 'form', id: 'prova', title: 'Prova', schema, ...rest };
}

const sorted = (list: Iterable<string>): string[] => [...list].sort();
const names = (list: readonly Named[]): Named[] => list.map(({ code, at }) => ({ code, at }));

export function hold(each: Case, engine: Engine, context: Context): void {
  const outline = walk(definitionOf(each), engine);
  const whole: Context = { ...context, ...each.context };
  for (const settled of [
    settle(outline, each.answers, whole),
    new Settlement(outline, each.answers, whole).now,
  ]) {
    if (each.settled) assert.deepEqual(settled.answers, each.settled);
    for (const part of ['shown', 'required', 'locked', 'stale'] as const) {
      if (each[part]) assert.deepEqual(sorted(settled[part]), sorted(each[part]), part);
    }
    if (each.hidden) assert.deepEqual(sorted(settled.hidden.keys()), sorted(each.hidden), 'hidden');
    for (const [pointer, value] of Object.entries(each.computed ?? {}))
      assert.deepEqual(settled.computed.get(pointer)?.value ?? null, value, pointer);
    for (const [pointer, text] of Object.entries(each.because ?? {}))
      assert.equal(settled.computed.get(pointer)?.because.it, text);
    if (each.outcome) assert.deepEqual(JSON.parse(JSON.stringify(settled.outcome)), each.outcome);
    if (each.problems) assert.deepEqual(names(check(outline, settled, whole)), each.problems);
  }
  if (each.shape) assert.deepEqual(names(shape(outline, each.answers)), each.shape);
}
