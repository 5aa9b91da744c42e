// SPDX-License-Identifier: AGPL-3.0-or-later
// Answers with which a thing is seen, or is not: what the analyzer searches for, asked by a person.
import type { Outline, Settled } from '../../runtime/engine/contract.ts';
import type { Expression } from '../../runtime/engine/expression.ts';
import { settle } from '../../runtime/engine/settle.ts';
import { World, not } from '../../runtime/analysis/world.ts';
import type { Answers } from '../../schemas/types.ts';
import type { Handle } from '../edit/contract.ts';
import { filled, type Ground } from './fill.ts';

export type WhatIf =
  | { readonly answers: Answers; readonly at: string }
  | { readonly none: 'always' | 'never' | 'unknown' };

/** What must hold for a field, page, section or note to be seen; undefined: there is no such thing. */
function condition(outline: Outline, world: World, handle: Handle): Expression | undefined {
  const node = outline.byPointer.get(handle);
  if (node) return world.around(node);
  const step = outline.steps.find(({ key }) => key === handle || key.endsWith(`/${handle}`));
  return step && world.express(step.show);
}

/** Is it seen, in any row? The first place, with row numbers. */
export function seenAt(settled: Settled, handle: Handle): string | undefined {
  if (!handle.includes('/*')) {
    if (settled.shown.has(handle)) return handle;
    if (handle.startsWith('/')) return undefined;
  }
  const end = handle.startsWith('/') ? undefined : `/${handle}`;
  const wanted = handle.replaceAll('/*', '/#');
  return [...settled.shown].find((at) => (end ? at.endsWith(end) : at.replace(/\/\d+(?=\/|$)/g, '/#') === wanted)); // prettier-ignore
}

/** Answers with which it is seen (`holds`) or not, filled up to a whole form; none: why there are none. */
export function whatIf(ground: Ground, handle: Handle, holds: boolean): WhatIf {
  const { outline, context } = ground;
  const world = new World(outline);
  const shown = condition(outline, world, handle);
  if (shown === undefined) return { none: 'unknown' };
  if (shown === true) return { none: holds ? 'always' : 'never' };
  const found = world.possible(holds ? shown : not(shown));
  if (found === 'never') return { none: holds ? 'never' : 'always' };
  if (found === 'unknown' || !found.answers) return { none: 'unknown' };
  const fits = (settled: Settled): boolean => (seenAt(settled, handle) !== undefined) === holds;
  const answers = filled(ground, found.answers, fits);
  const settled = settle(outline, answers, context);
  if (!fits(settled)) return { none: 'unknown' };
  return { answers, at: seenAt(settled, handle) ?? '' };
}
