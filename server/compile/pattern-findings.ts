// SPDX-License-Identifier: AGPL-3.0-or-later
// Every pattern of a definition, each judged once.
import type { Finding } from '../../runtime/engine/contract.ts';
import type { Problem } from '../../runtime/problem.ts';
import type { Definition, FieldSchema } from '../../schemas/types.ts';
import { patternProblem, workedFor } from '../patterns.ts';
import { escapeKey } from './limits.ts';

/** Milliseconds of work for all patterns together: what is not judged by then is refused. */
const budget = 1000;

type Place = readonly [source: string, at: string];

function* patterns(field: FieldSchema, at: string): Generator<Place> {
  if (field.pattern !== undefined) yield [field.pattern, `${at}/pattern`];
  if (field.items) yield* patterns(field.items, `${at}/items`);
  for (const [key, inner] of Object.entries(field.properties ?? {}))
    yield* patterns(inner, `${at}/properties/${escapeKey(key)}`);
}

function* all({ schema }: Definition): Generator<Place> {
  for (const [key, field] of Object.entries(schema.properties)) {
    yield* patterns(field, `/schema/properties/${escapeKey(key)}`);
  }
  for (const [key, field] of Object.entries(schema.$defs ?? {}))
    yield* patterns(field, `/schema/$defs/${escapeKey(key)}`);
}

const judged = new Map<string, Problem | undefined>();
const kept = 2000;

function judge(source: string, left: number): Problem | undefined {
  if (judged.has(source)) return judged.get(source);
  if (left <= 20)
    return { code: 'pattern-unsure', at: '', params: { pattern: source.slice(0, 80) }, level: 'error' };
  const problem = patternProblem(source, Math.min(700, Math.ceil(left)));
  if (judged.size >= kept) judged.clear();
  // "Unsure" may only mean that there was no time left.
  if (problem?.code !== 'pattern-unsure') judged.set(source, problem);
  return problem;
}

/** Patterns that may not be published, at the places where they are written. */
export function patternFindings(definition: Definition): readonly Finding[] {
  const end = workedFor() + budget;
  return [...all(definition)].flatMap(([source, at]) => {
    const problem = judge(source, end - workedFor());
    return problem ? [{ ...problem, at }] : [];
  });
}
