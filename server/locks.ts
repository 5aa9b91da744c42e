// SPDX-License-Identifier: AGPL-3.0-or-later
// A locked answer must come back unchanged. One that was given, and whose lock fell in, since the last save was free
// when it was given.
import type { Outline, Settled } from '../runtime/engine/contract.ts';
import { withIds } from '../runtime/engine/row-ids.ts';
import type { Problem } from '../runtime/problem.ts';
import type { Answers, Context } from '../schemas/types.ts';
import type { Deps } from './deps.ts';

/** The problems without locks that did not hold yet for the stored answers. */
export function locksThatHeld(
  deps: Pick<Deps, 'forms'>,
  outline: Outline,
  problems: readonly Problem[],
  settled: Settled,
  stored: Answers | undefined,
  context: Context,
): readonly Problem[] {
  if (!stored || !problems.some(({ code }) => code === 'locked')) return problems;
  const before = deps.forms.settle(outline, stored, context);
  const held = new Set([...before.locked].map((at) => withIds(before.answers, at)));
  return problems.filter(({ code, at }) => code !== 'locked' || held.has(withIds(settled.answers, at)));
}
