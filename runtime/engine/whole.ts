// SPDX-License-Identifier: BSD-3-Clause
import type { Answers, Draft } from '../../schemas/types.ts';
import { at, copy, type Json, put } from './pointer.ts';
import { withNumbers } from './row-ids.ts';

/** Answers of a draft with what conditions had hidden put back: the engine hides it again, and knows it. */
export function withParked({ answers, parked }: Pick<Draft, 'answers' | 'parked'>): Answers {
  const whole = copy(answers);
  for (const [pointer, value] of Object.entries(parked)) {
    const cut = pointer.lastIndexOf('/');
    const holder = withNumbers(whole, pointer.slice(0, cut));
    const into = holder === undefined ? undefined : holder === '' ? whole : at(whole, holder);
    if (into && typeof into === 'object') put(into as Json, pointer.slice(cut + 1), copy(value));
  }
  return whole;
}
