// SPDX-License-Identifier: AGPL-3.0-or-later
// How large conditions become when the named ones in them are written out, counted without writing them out.
import type { Finding } from '../../runtime/engine/contract.ts';
import type { Definition } from '../../schemas/types.ts';
import { finding, limits } from './limits.ts';

type Json = { readonly [key: string]: unknown };

/** Every object of a JSON value that has a text under `named`. */
function* uses(value: unknown): Generator<string> {
  if (typeof value !== 'object' || value === null) return;
  const name = (value as Json)['named'];
  if (!Array.isArray(value) && typeof name === 'string') yield name;
  for (const inner of Object.values(value)) yield* uses(inner);
}

function entries(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  const inner = Object.values(value);
  return inner.length + inner.reduce<number>((sum, one) => sum + entries(one), 0);
}

/** Named conditions that grow beyond measure, alone or by being used too often. Circles are for lint to name. */
export function namedConditionProblems(definition: Definition): readonly Finding[] {
  const { conditions = {}, ...rest } = definition;
  const known = new Map<string, number>();
  const open = new Set<string>();
  function sizeOf(name: string): number {
    const before = known.get(name);
    if (before !== undefined) return before;
    if (open.has(name) || !Object.hasOwn(conditions, name)) return 1;
    open.add(name);
    const written = conditions[name];
    const size = [...uses(written)].reduce((sum, inner) => sum + sizeOf(inner), entries(written));
    open.delete(name);
    known.set(name, size);
    return size;
  }
  const large = Object.keys(conditions).find((name) => sizeOf(name) > limits.conditionEntries);
  if (large !== undefined) {
    return [
      finding('condition-too-large', `/conditions/${large}`, { name: large, limit: limits.conditionEntries }),
    ];
  }
  const all = [...uses(rest)].reduce((sum, name) => sum + sizeOf(name), 0);
  return all > limits.allConditionEntries
    ? [finding('conditions-too-large', '/conditions', { limit: limits.allConditionEntries })]
    : [];
}
