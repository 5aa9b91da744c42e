// SPDX-License-Identifier: BSD-3-Clause
import type { Definition } from '../../schemas/types.ts';
import type { Engine, Finding } from '../engine/contract.ts';
import { outlineOf } from '../engine/walk.ts';
import type { Told } from './contract.ts';
import { groundOf } from './ground.ts';
import { rules } from './index.ts';

/** Most findings of one code: a form with more has one thing wrong in many places. */
const mostOfOne = 30;

const condition = /\/(x-show|x-require|x-lock|must|when|where)$/;

/**
 * What is doubtful in a definition in which lint sees no error: what can never be seen, never be answered, says nothing,
 * is hard to read or tells too much. Says nothing of what it cannot be sure of. `before`: what lint has found already.
 */
export function analyze(definition: Definition, engine: Engine, before: readonly Finding[] = []): Finding[] {
  const { outline, cycle } = outlineOf(definition, engine);
  if (cycle) return [];
  const ground = groundOf(definition, outline, engine);
  const out: Finding[] = [];
  const counts = new Map<string, number>();
  const told = before.map(({ at }) => at);
  for (const rule of rules) {
    for (const each of rule.look(ground)) {
      const count = (counts.get(each.code) ?? 0) + 1;
      counts.set(each.code, count);
      // What lint has named in this condition is said once.
      const named = told.some(
        (at) => at === each.at || (condition.test(each.at) && at.startsWith(`${each.at}/`)),
      );
      if (count <= mostOfOne && !named) out.push(finding(each));
    }
  }
  return out;
}

const finding = ({ code, at, params = {}, field, level = 'warning', witness, fix }: Told): Finding => ({
  code,
  at,
  params,
  level,
  ...(field !== undefined && { field }),
  ...(witness && { witness }),
  ...(fix && { fix }),
});
