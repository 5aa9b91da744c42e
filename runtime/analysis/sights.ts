// SPDX-License-Identifier: BSD-3-Clause
// Is what a finding says of some answers so? Asked of the engine itself, by the analyzer and by its tests.
import { check } from '../engine/check.ts';
import type { Outline, Sight, Witness } from '../engine/contract.ts';
import { emptyContext } from '../engine/empty-context.ts';
import { at as valueAt, star } from '../engine/pointer.ts';
import { settle } from '../engine/settle.ts';

/** Does the engine see with the answers of a witness what it claims? */
export function sees(outline: Outline, { answers, sees: claims, role = '' }: Witness): boolean {
  const context = { ...emptyContext, today: '2026-01-15', referenceDate: '2026-01-15', role };
  const settled = settle(outline, answers, context);
  const problems = check(outline, settled, context);
  const one = (sight: Sight): boolean => {
    if (sight.is === 'outcome') return (settled.outcome?.row ?? -1) === sight.row;
    const { is, at } = sight;
    if (is === 'shown') return settled.shown.has(at);
    if (is === 'hidden') return !settled.shown.has(at);
    if (is === 'required') return settled.required.has(at);
    if (is === 'empty') return valueAt(settled.answers, at) === undefined;
    return problems.some((problem) => problem.at === at && problem.level === 'error') && (at === '' || outline.byPointer.has(star(at))); // prettier-ignore
  };
  return claims.every(one);
}
